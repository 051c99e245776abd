import type { Map as MapLibre } from "maplibre-gl";
import { currentPalette } from "./palette.ts";

/** Diagonal lines that mark idle land besides its colour, for whoever can't tell the colours apart. */

const SIZE = 16;
/** Of every so many pixels along a row one line is drawn. */
const EVERY = 8;
const BOLD = 1.6;

export const HATCH = { light: "hatch-light", dark: "hatch-dark" } as const;

export function hatched(map: MapLibre, id: string) {
  if (!Object.values(HATCH).some((name) => name === id) || map.hasImage(id)) return;
  map.addImage(id, { width: SIZE, height: SIZE, data: pixels(currentPalette().panel) }, { pixelRatio: 2 });
}

function pixels(colour: string): Uint8ClampedArray {
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  const [red = 255, green = 255, blue = 255] = [1, 3, 5].map((at) =>
    Number.parseInt(colour.slice(at, at + 2), 16),
  );
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      // Softened at the edge of the line, so that it doesn't look like a stair.
      const off = Math.min((x + y) % EVERY, EVERY - ((x + y) % EVERY));
      const alpha = Math.max(0, Math.min(1, BOLD - off)) * 190;
      data.set([red, green, blue, alpha], (y * SIZE + x) * 4);
    }
  return data;
}
