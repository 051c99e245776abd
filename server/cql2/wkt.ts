import { deeper, expect, isNext, listed, peek, type Reader, take, took, unexpected } from "./reader.ts";
import type { Geometry } from "./tree.ts";

/** Geometries as CQL2 texts write them (well-known text), read into GeoJSON. */

type Coordinates = readonly (number | Coordinates)[];

export function number(reader: Reader): number {
  const negative = took(reader, "-");
  if (!negative) took(reader, "+");
  const token = take(reader);
  if (token.kind !== "number") throw unexpected(token, "a number is expected");
  return negative ? -Number(token.value) : Number(token.value);
}

function position(reader: Reader): Coordinates {
  const numbers = [number(reader), number(reader)];
  if (!isNext(reader, ",") && !isNext(reader, ")")) numbers.push(number(reader));
  return numbers;
}

function single(reader: Reader): Coordinates {
  expect(reader, "(");
  const found = position(reader);
  expect(reader, ")");
  return found;
}

const line = (reader: Reader): Coordinates => listed(reader, position);
const polygon = (reader: Reader): Coordinates => listed(reader, line);
/** Points of many come with brackets of their own, or without. */
const points = (reader: Reader): Coordinates =>
  listed(reader, (inner) => (isNext(inner, "(") ? single(inner) : position(inner)));

const SHAPES: ReadonlyMap<string, readonly [type: string, read: (reader: Reader) => Coordinates]> = new Map([
  ["POINT", ["Point", single]],
  ["LINESTRING", ["LineString", line]],
  ["POLYGON", ["Polygon", polygon]],
  ["MULTIPOINT", ["MultiPoint", points]],
  ["MULTILINESTRING", ["MultiLineString", polygon]],
  ["MULTIPOLYGON", ["MultiPolygon", (reader) => listed(reader, polygon)]],
]);

/** The geometry that begins here; undefined where none does. */
export function geometry(reader: Reader): Geometry | undefined {
  const { kind, value } = peek(reader);
  const name = value.toUpperCase();
  const shape = SHAPES.get(name);
  const collection = name === "GEOMETRYCOLLECTION";
  const bracket = isNext(reader, "Z", 1) ? 2 : 1;
  if (kind !== "name" || !(shape || collection) || !isNext(reader, "(", bracket)) return undefined;
  reader.at += bracket;
  if (shape) return { type: shape[0], coordinates: shape[1](reader) };
  return { type: "GeometryCollection", geometries: listed(reader, member) };
}

function member(reader: Reader): Geometry {
  const found = deeper(reader, geometry);
  if (!found) throw unexpected(peek(reader), "a geometry is expected");
  return found;
}
