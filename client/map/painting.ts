import type { FeatureCollection, Point } from "geojson";
import type {
  ExpressionSpecification,
  LayerSpecification,
  Map as MapLibre,
  SourceSpecification,
} from "maplibre-gl";
import type { GradeLetter } from "../../domain/api/ratings/grades.ts";
import { LETTERS } from "../../domain/rating/columns.ts";
import type { Palette } from "./palette.ts";
import { layersInTiles } from "./tile-layers.ts";
import { FILTERED_OUT, UNKNOWN } from "./unclassed.ts";

/**
 * Firms, parcels and candidates in the colours of their class. What class a thing has is worked out elsewhere and kept with the thing on the map
 * (feature state), so that a year, a slider or a filter changes colours without a tile being read or laid out again.
 */

/** Colours that a class can have; their order is the number that a feature's state holds. */
export const PAINTS = [
  "grade-a",
  "grade-b",
  "grade-c",
  "grade-d",
  "grade-t",
  "grade-n",
  "value-1",
  "value-2",
  "value-3",
  "value-4",
  "value-5",
  "kind-idle",
  "kind-inefficient",
  "urgency-overdue",
  "urgency-soon",
  "urgency-later",
  "urgency-none",
  "state-none",
  "state-suspected",
  "state-verified",
  "state-decided",
  "state-in-progress",
  "state-closed",
  "state-rejected",
  "share-1",
  "share-2",
  "share-3",
  "share-4",
  "share-5",
  "share-6",
  "change-chosen",
  "change-revive",
  "change-rezone",
  "change-raise-far",
  "change-leave",
  "cluster-main",
  "cluster-cooperating",
  "cluster-none",
] as const;
export type Paint = (typeof PAINTS)[number];

/** What has no class, and what a filter leaves out. */
const PLAIN = PAINTS.length;
const FAINT = PAINTS.length + 1;

/** What colours firms and parcels: their own kind, or what they yield; where candidates are the message they are its ground. */
export type Colours = { by: "kind" } | { by: "yield"; trustTiles: boolean } | { by: "ground" };

export const PAINTED_LAYERS = ["parcels", "enterprises", "idle-candidates"] as const;
export type PaintedLayer = (typeof PAINTED_LAYERS)[number];

export type Painting = {
  /** The theme that it belongs to; in any other it isn't shown. */
  theme: "yield" | "slack" | "share" | "plan";
  /** The layers that it colours. */
  layers: readonly PaintedLayer[];
  /** Changes whenever classes have to be asked for again. */
  key: string;
  /** The colour of each class; null for one that says "no value". */
  paints: readonly (Paint | null)[];
  /** The class of each code, or what unclassed.ts has in its place. */
  classesOf(layer: PaintedLayer, codes: readonly string[]): Promise<Uint8Array>;
  /** What the pointer is over, in the reader's words; null where nothing is known of it. */
  told(layer: PaintedLayer, code: string): Promise<Told | null>;
  /** Parcels that the theme points out by dots over all else. */
  marks?: Marks;
  /** What the theme draws beside; the same object for as long as it is the same drawing. */
  scene?: Scene;
};

export type Scene = {
  /** Colours of districts by their code, in place of those of the layout. */
  tints?: ReadonlyMap<string, Paint>;
  /** What stands below the names of districts, by their code. */
  details?: ReadonlyMap<string, string>;
  /** Sources and layers of its own, over all land and below the names. */
  sources?: Readonly<Record<string, SourceSpecification>>;
  layers?: (palette: Palette, font: string[]) => LayerSpecification[];
};

export type Marks = {
  /** Points whose `code` is that of their parcel. */
  points: FeatureCollection<Point>;
  layers: (palette: Palette, font: string[]) => LayerSpecification[];
};

/** The source of the points, and the layer of them that a press can hit. */
export const MARKS = "marks";

export type Told = {
  grade: GradeLetter | null;
  /** A letter in place of a grade. */
  mark?: string;
  text: string;
};

const paintOf = (painting: Painting, index: number): number => {
  const paint = painting.paints[index];
  return index === FILTERED_OUT ? FAINT : paint ? PAINTS.indexOf(paint) : PLAIN;
};

/** The number that a feature is painted by; until it is known the grade that its tile carries, where that is what is shown. */
function paintOfFeature(trustTiles: boolean): ExpressionSpecification {
  const state: ExpressionSpecification = ["feature-state", "paint"];
  if (!trustTiles) return ["coalesce", state, PLAIN];
  const letters = LETTERS.flatMap((letter, i): (string | number)[] => [letter, i]);
  const fromTile = ["match", ["coalesce", ["get", "grade"], ""], ...letters, PLAIN];
  return ["coalesce", state, fromTile as unknown as ExpressionSpecification];
}

export function paintColour(palette: Palette, plain: string, trustTiles: boolean): ExpressionSpecification {
  const colours = PAINTS.flatMap((token, i): (string | number)[] => [i, palette[token]]);
  return ["match", paintOfFeature(trustTiles), ...colours, plain] as unknown as ExpressionSpecification;
}

type Value = number | ExpressionSpecification;

/** A value that falls for what has no class, and more for what is filtered out. */
export const byPaint = (
  values: { painted: Value; plain: number; faint: number },
  trustTiles: boolean,
): ExpressionSpecification => [
  "match",
  paintOfFeature(trustTiles),
  PLAIN,
  values.plain,
  FAINT,
  values.faint,
  values.painted,
];

/** Tiles arrive in bursts; one question for each burst is enough. */
const GATHERED_MS = 60;

/** Keeps what is on the map in the colours that are wanted. */
export class Painter {
  readonly #map: MapLibre;
  #painting: Painting | null = null;
  /** What each code was last painted, by layer and what is beside it in its tiles. */
  readonly #painted = new Map<PaintedLayer, Map<string, Map<string, number>>>();
  /** Codes in the tiles that are there, by the same; forgotten when tiles arrive. */
  readonly #codes = new Map<PaintedLayer, Map<string, string[]>>();
  readonly #asking = new Set<PaintedLayer>();
  readonly #again = new Set<PaintedLayer>();
  #gathering: ReturnType<typeof setTimeout> | null = null;

  constructor(map: MapLibre) {
    this.#map = map;
    map.on("sourcedata", ({ sourceId, tile }: { sourceId?: string; tile?: unknown }) => {
      const layer = PAINTED_LAYERS.find((name) => name === sourceId);
      if (!layer || !tile) return;
      this.#codes.delete(layer);
      this.#gathering ??= setTimeout(() => {
        this.#gathering = null;
        for (const name of PAINTED_LAYERS) if (!this.#codes.has(name)) this.#ask(name);
      }, GATHERED_MS);
    });
  }

  show(painting: Painting | null) {
    const before = this.#painting;
    this.#painting = painting;
    if (painting === null) {
      if (before) this.#wipe();
      return;
    }
    if (before && before.theme !== painting.theme) this.#wipe();
    if (before?.key !== painting.key) for (const layer of painting.layers) this.#ask(layer);
  }

  /** A style that was built anew has lost every state. */
  restyled() {
    this.#painted.clear();
    for (const layer of PAINTED_LAYERS) this.#ask(layer);
  }

  remove() {
    clearTimeout(this.#gathering ?? undefined);
    this.#painting = null;
  }

  /** At most one question a layer is on its way; what changed meanwhile is asked after it. */
  async #ask(layer: PaintedLayer) {
    const painting = this.#painting;
    if (!painting?.layers.includes(layer) || !this.#map.getSource(layer)) return;
    if (this.#asking.has(layer)) {
      this.#again.add(layer);
      return;
    }
    this.#asking.add(layer);
    try {
      for (const [inTiles, codes] of this.#present(layer)) {
        const classes = codes.length > 0 ? await painting.classesOf(layer, codes) : new Uint8Array();
        if (this.#painting?.theme === painting.theme)
          this.#apply({ layer, inTiles }, codes, classes, painting);
      }
    } catch {
      // Whoever computes the classes has told the reader; the map keeps the colours it has.
    } finally {
      this.#asking.delete(layer);
      if (this.#again.delete(layer)) this.#ask(layer);
    }
  }

  #present(layer: PaintedLayer): Map<string, string[]> {
    const known = this.#codes.get(layer);
    if (known) return known;
    const codes = new Map<string, string[]>();
    for (const sourceLayer of layersInTiles(layer)) {
      const features = this.#map.querySourceFeatures(layer, { sourceLayer });
      codes.set(sourceLayer, [...new Set(features.map(({ id }) => String(id)))]);
    }
    this.#codes.set(layer, codes);
    return codes;
  }

  #apply(
    { layer, inTiles }: { layer: PaintedLayer; inTiles: string },
    codes: readonly string[],
    classes: Uint8Array,
    painting: Painting,
  ) {
    if (!this.#map.getSource(layer)) return;
    const paintedBefore = this.#painted.get(layer) ?? new Map<string, Map<string, number>>();
    const before = paintedBefore.get(inTiles) ?? new Map<string, number>();
    const now = new Map<string, number>();
    const place = { source: layer, sourceLayer: inTiles };
    codes.forEach((code, i) => {
      const paint = paintOf(painting, classes[i] ?? UNKNOWN);
      now.set(code, paint);
      if (before.get(code) !== paint) this.#map.setFeatureState({ ...place, id: code }, { paint });
    });
    // What is out of sight must not come back in the colours of another year.
    for (const code of before.keys())
      if (!now.has(code)) this.#map.removeFeatureState({ ...place, id: code }, "paint");
    this.#painted.set(layer, paintedBefore.set(inTiles, now));
  }

  #wipe() {
    for (const [layer, parts] of this.#painted)
      for (const [sourceLayer, codes] of this.#map.getSource(layer) ? parts : [])
        for (const code of codes.keys())
          this.#map.removeFeatureState({ source: layer, sourceLayer, id: code }, "paint");
    this.#painted.clear();
  }
}
