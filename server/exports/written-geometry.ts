import { isEmptyPoint, kindOf, PAIR, POINT, POLYGON, pointOf, polygonsOf, type Ring } from "./wkb.ts";

/** Geometries as texts. */

type Style = Readonly<{ list: [string, string]; pair: [string, string, string] }>;

const JSON_STYLE: Style = { list: ["[", "]"], pair: ["[", ",", "]"] };
const WKT_STYLE: Style = { list: ["(", ")"], pair: ["", " ", ""] };

/** No more digits than mean a place. */
function points(ring: Ring, scale: number, { pair: [open, between, close] }: Style): string {
  let text = "";
  for (let at = 0; at < ring.length; at += PAIR) {
    const x = Math.round(ring.readDoubleLE(at) * scale) / scale;
    const y = Math.round(ring.readDoubleLE(at + 8) * scale) / scale;
    text += `${at === 0 ? "" : ","}${open}${x}${between}${y}${close}`;
  }
  return text;
}

function polygon(rings: readonly Ring[], scale: number, style: Style): string {
  const [open, close] = style.list;
  let text = "";
  for (const ring of rings) text += `${text ? "," : ""}${open}${points(ring, scale, style)}${close}`;
  return `${open}${text}${close}`;
}

function outline(wkb: Buffer, scale: number, style: Style): string {
  const [open, close] = style.list;
  let text = "";
  for (const rings of polygonsOf(wkb)) text += `${text ? "," : ""}${polygon(rings, scale, style)}`;
  return kindOf(wkb) === POLYGON ? text : `${open}${text}${close}`;
}

const NAMES = { [POINT]: "Point", [POLYGON]: "Polygon" } as Readonly<Record<number, string>>;
const nameOf = (wkb: Buffer) => NAMES[kindOf(wkb)] ?? "MultiPolygon";

export function geoJson(wkb: Buffer | null, decimals: number): string {
  if (wkb === null || isEmptyPoint(wkb)) return "null";
  const scale = 10 ** decimals;
  const coordinates =
    kindOf(wkb) === POINT ? points(pointOf(wkb), scale, JSON_STYLE) : outline(wkb, scale, JSON_STYLE);
  return `{"type":"${nameOf(wkb)}","coordinates":${coordinates}}`;
}

export function wellKnownText(wkb: Buffer | null, decimals: number): string {
  if (wkb === null || isEmptyPoint(wkb)) return "";
  const scale = 10 ** decimals;
  const coordinates =
    kindOf(wkb) === POINT ? `(${points(pointOf(wkb), scale, WKT_STYLE)})` : outline(wkb, scale, WKT_STYLE);
  return `${nameOf(wkb).toUpperCase()} ${coordinates}`;
}
