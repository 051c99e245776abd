import type { Column } from "../../catalog/layer.ts";
import type { Ask } from "../../features/ask.ts";
import { type About, SYNTHETIC, told } from "../about.ts";
import { type Box, MULTI_POLYGON, POINT } from "../wkb.ts";
import { COLUMN_TYPE } from "./feature.ts";
import { type Field, type FlatBuffer, flatBuffer } from "./flatbuffer.ts";

/** What a FlatGeobuf begins with: version 3.0. */
export const MAGIC = Buffer.from("6667620366676200", "hex");

/** Children of a node of the index. */
export const NODE_SIZE = 16;

type Known = { count: number; envelope: Box | null };

/** With what is known of the features the header announces an index; without, a stream. */
export function headerOf({ columns, geometry, layer }: Ask, about: About, known?: Known): Buffer {
  const to = flatBuffer();
  const { licence, revision, changed, synthetic, srid, wkt } = about;
  const metadata = JSON.stringify({ licence, revision, changed, ...(synthetic && { synthetic: SYNTHETIC }) });
  const crs = crsOf(to, srid, wkt);
  const list = to.list(columns.map((column) => columnOf(to, column)));
  const envelope = known?.envelope && to.vector(8, [new Uint8Array(new Float64Array(known.envelope).buffer)]);
  const kind = layer.geometry === "point" ? POINT : MULTI_POLYGON;
  const fields: Field[] = [
    { to: to.text(layer.id) },
    envelope ? { to: envelope } : undefined,
    { u8: geometry ? kind : 0 },
    undefined,
    undefined,
    undefined,
    undefined,
    { to: list },
    { u64: known?.count ?? 0 },
    { u16: known && known.count > 0 ? NODE_SIZE : 0 },
    { to: crs },
    { to: to.text(`${layer.title.zh} ${layer.title.en}`) },
    { to: to.text(told(about)) },
    { to: to.text(metadata) },
  ];
  return to.finish(to.table(fields));
}

function columnOf(to: FlatBuffer, { name, type, title, unit }: Column) {
  const inUnit = unit ? ` (${unit})` : "";
  return to.table([
    { to: to.text(name) },
    { u8: COLUMN_TYPE[type] },
    { to: to.text(`${title.zh} ${title.en}${inUnit}`) },
  ]);
}

const crsOf = (to: FlatBuffer, srid: number, wkt: string) =>
  to.table([{ to: to.text("EPSG") }, { i32: srid }, undefined, undefined, { to: to.text(wkt) }]);
