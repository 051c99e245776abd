import type { Column } from "../../catalog/layer.ts";
import { dayText, type Value } from "../record.ts";
import { isEmptyPoint, kindOf, PAIR, POINT, POLYGON, pointOf, polygonsOf, type Ring } from "../wkb.ts";
import { type FlatBuffer, flatBuffer, type Place } from "./flatbuffer.ts";

/** A feature of a FlatGeobuf: its outline, and its properties as numbered values one after the other. */

export const COLUMN_TYPE = { boolean: 2, integer: 5, number: 10, string: 11, strings: 11, date: 13 } as const;

const coordinates = (to: FlatBuffer, rings: readonly Ring[]) => to.vector(8, rings);

/** Where each ring ends, in points; what has one ring needs none. */
function endsOf(to: FlatBuffer, rings: readonly Ring[]): { to: Place } | undefined {
  if (rings.length < 2) return undefined;
  const ends = new Uint32Array(rings.length);
  let end = 0;
  for (const [i, ring] of rings.entries()) {
    end += ring.length / PAIR;
    ends[i] = end;
  }
  return { to: to.vector(4, [new Uint8Array(ends.buffer)]) };
}

const XY_AND_TYPE = [undefined, undefined, undefined, undefined] as const;

function polygon(to: FlatBuffer, rings: readonly Ring[]): Place {
  const ends = endsOf(to, rings);
  const xy = coordinates(to, rings);
  return to.table([ends, { to: xy }, ...XY_AND_TYPE, { u8: POLYGON }]);
}

function geometryOf(to: FlatBuffer, wkb: Buffer): Place {
  if (kindOf(wkb) === POINT) {
    const xy = coordinates(to, [pointOf(wkb)]);
    return to.table([undefined, { to: xy }, ...XY_AND_TYPE, { u8: POINT }]);
  }
  const polygons = polygonsOf(wkb);
  if (kindOf(wkb) === POLYGON) return polygon(to, polygons[0] ?? []);
  const parts = to.list(polygons.map((rings) => polygon(to, rings)));
  return to.table([undefined, undefined, ...XY_AND_TYPE, { u8: kindOf(wkb) }, { to: parts }]);
}

/** No row has more than this beside its texts. */
const FIXED = 10;

function propertiesWriter(columns: readonly Column[]) {
  let bytes = Buffer.alloc(64 * 1024);
  return (values: readonly Value[]): Buffer => {
    let at = 0;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      const value = values[i] ?? null;
      if (value === null) continue;
      const text =
        typeof value === "string" ? value : column.type === "date" ? dayText(value as number) : undefined;
      const room = at + FIXED + (text === undefined ? 0 : 3 * text.length);
      if (room > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(room)]);
      at = bytes.writeUInt16LE(i, at);
      if (text !== undefined) {
        const length = bytes.write(text, at + 4);
        at = bytes.writeUInt32LE(length, at) + length;
      } else if (column.type === "boolean") at = bytes.writeUInt8(value ? 1 : 0, at);
      else if (column.type === "integer") at = bytes.writeInt32LE(value as number, at);
      else at = bytes.writeDoubleLE(value as number, at);
    }
    return bytes.subarray(0, at);
  };
}

/** Writes features one after the other, each with its length before it. */
export function featureWriter(columns: readonly Column[]) {
  const to = flatBuffer();
  const propertiesOf = propertiesWriter(columns);
  return ({ geometry, values }: { geometry: Buffer | null; values: readonly Value[] }): Buffer => {
    const properties = to.vector(1, [propertiesOf(values)]);
    const outline =
      geometry === null || isEmptyPoint(geometry) ? undefined : { to: geometryOf(to, geometry) };
    return to.finish(to.table([outline, { to: properties }]));
  };
}
