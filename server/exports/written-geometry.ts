import { COUNT, HEAD, isEmptyPoint, kindOf, PAIR, POINT, POLYGON } from "./wkb.ts";
import type { Writer } from "./writer.ts";

/** Geometries as texts. */

const COMMA = ",".charCodeAt(0);

/** Before and after a list, before and after a pair of coordinates, and between them. */
type Style = Readonly<{ open: number; close: number; pair: [number, number] | null; between: number }>;

const signs = (text: string) => [text.charCodeAt(0), text.charCodeAt(1)] as [number, number];
const [LEFT, RIGHT] = signs("[]");
const JSON_STYLE: Style = { open: LEFT, close: RIGHT, pair: [LEFT, RIGHT], between: COMMA };
const [OPEN, CLOSE] = signs("()");
const WKT_STYLE: Style = { open: OPEN, close: CLOSE, pair: null, between: " ".charCodeAt(0) };

/** No more digits than mean a place. */
function point(to: Writer, wkb: Buffer, at: number, decimals: number, { pair, between }: Style) {
  const scale = 10 ** decimals;
  if (pair) to.byte(pair[0]);
  to.decimal(Math.round(wkb.readDoubleLE(at) * scale), decimals, 0);
  to.byte(between);
  to.decimal(Math.round(wkb.readDoubleLE(at + 8) * scale), decimals, 0);
  if (pair) to.byte(pair[1]);
}

/** Says where the polygon that begins here ends. */
function polygon(to: Writer, wkb: Buffer, start: number, decimals: number, style: Style): number {
  const rings = wkb.readUInt32LE(start + HEAD);
  let at = start + HEAD + COUNT;
  to.byte(style.open);
  for (let ring = 0; ring < rings; ring++) {
    if (ring > 0) to.byte(COMMA);
    const end = at + COUNT + wkb.readUInt32LE(at) * PAIR;
    to.byte(style.open);
    for (let pair = at + COUNT; pair < end; pair += PAIR) {
      if (pair > at + COUNT) to.byte(COMMA);
      point(to, wkb, pair, decimals, style);
    }
    to.byte(style.close);
    at = end;
  }
  to.byte(style.close);
  return at;
}

function outline(to: Writer, wkb: Buffer, decimals: number, style: Style) {
  if (kindOf(wkb) === POLYGON) return void polygon(to, wkb, 0, decimals, style);
  let at = HEAD + COUNT;
  to.byte(style.open);
  for (let i = wkb.readUInt32LE(HEAD); i > 0; i--) {
    at = polygon(to, wkb, at, decimals, style);
    if (i > 1) to.byte(COMMA);
  }
  to.byte(style.close);
}

const NAMES = { [POINT]: "Point", [POLYGON]: "Polygon" } as Readonly<Record<number, string>>;
const nameOf = (wkb: Buffer) => NAMES[kindOf(wkb)] ?? "MultiPolygon";

export function writeGeoJson(to: Writer, wkb: Buffer | null, decimals: number) {
  if (wkb === null || isEmptyPoint(wkb)) return to.ascii("null");
  to.ascii(`{"type":"${nameOf(wkb)}","coordinates":`);
  if (kindOf(wkb) === POINT) point(to, wkb, HEAD, decimals, JSON_STYLE);
  else outline(to, wkb, decimals, JSON_STYLE);
  to.ascii("}");
}

export function writeWellKnownText(to: Writer, wkb: Buffer | null, decimals: number) {
  if (wkb === null || isEmptyPoint(wkb)) return;
  to.ascii(`${nameOf(wkb).toUpperCase()} `);
  if (kindOf(wkb) !== POINT) return outline(to, wkb, decimals, WKT_STYLE);
  to.byte(OPEN);
  point(to, wkb, HEAD, decimals, WKT_STYLE);
  to.byte(CLOSE);
}
