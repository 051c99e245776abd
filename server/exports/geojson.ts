import type { Ask } from "../features/ask.ts";
import { SYNTHETIC } from "./about.ts";
import type { Chunk, Format, Making } from "./format.ts";
import {
  codeField,
  dayIn,
  dayText,
  fieldOf,
  figureIn,
  geometryOf,
  integerIn,
  isNull,
  type Kind,
  kindsOf,
  type Row,
  recordOf,
  rowsTaken,
  truthIn,
} from "./record.ts";
import { createWriter, type Writer } from "./writer.ts";
import { writeGeoJson } from "./written-geometry.ts";

/** GeoJSON: one document (RFC 7946), or a sequence of features (RFC 8142). */

/** Lists stay lists. */
const several = (values: string) => `to_json(${values})::text`;
const asJson = recordOf({ several });

/** Axes in the order of the system's authority, as pages of features have them; files have x first. */
export const inOrder = recordOf({
  several,
  outline: (geometry, { axes }) => (axes === "xy" ? geometry : `ST_FlipCoordinates(${geometry})`),
});

/** Numbers keep their decimals even where these are zero: readers such as GDAL take the type of a field from its first values. */
function writeValue(to: Writer, row: Row, field: number, { type, decimals }: Kind) {
  if (isNull(row, field)) return to.ascii("null");
  const start = row.starts[field]!;
  const end = start + row.lengths[field]!;
  switch (type) {
    case "number": {
      const value = figureIn(row, field);
      return Number.isFinite(value) ? to.figure(value, decimals, decimals) : to.ascii("null");
    }
    case "integer":
      return to.decimal(integerIn(row, field), 0, 0);
    case "boolean":
      return to.ascii(truthIn(row, field) ? "true" : "false");
    case "date":
      return to.ascii(`"${dayText(dayIn(row, field))}"`);
    case "strings":
      return to.part(row.bytes, start, end);
    default:
      return to.quoted(row.bytes, start, end);
  }
}

const [OPENING, GEOMETRY, PROPERTIES, CLOSING] = [
  '{"type":"Feature","id":',
  ',"geometry":',
  ',"properties":{',
  "}}",
].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer, Buffer];

/** A number of eight bytes may take thirty, a sign of one byte six. */
const ROOM_FOR_BYTE = 8;

export function featureWriter({ columns, crs }: Pick<Ask, "columns" | "crs">, to: Writer) {
  const names = columns.map(({ name }, i) => Buffer.from(`${i === 0 ? "" : ","}${JSON.stringify(name)}:`));
  const kinds = kindsOf(columns);
  const room = names.reduce((sum, { length }) => sum + length, 256);
  return (row: Row) => {
    const { bytes, starts, lengths } = row;
    to.ensure(room + ROOM_FOR_BYTE * bytes.length);
    to.all(OPENING);
    to.quoted(bytes, starts[codeField]!, starts[codeField]! + lengths[codeField]!);
    to.all(GEOMETRY);
    writeGeoJson(to, geometryOf(row), crs.decimals);
    to.all(PROPERTIES);
    for (let i = 0; i < kinds.length; i++) {
      to.all(names[i]!);
      writeValue(to, row, fieldOf(i), kinds[i]!);
    }
    to.all(CLOSING);
  };
}

/** RFC 7946 knows longitude and latitude only; for other systems, readers know the member `crs` of what came before it. */
function head({ about: { layer, licence, revision, changed, synthetic, srid } }: Making): string {
  const members = {
    type: "FeatureCollection",
    name: layer.id,
    ...(srid !== 4326 && { crs: { type: "name", properties: { name: `urn:ogc:def:crs:EPSG::${srid}` } } }),
    title: `${layer.title.zh} ${layer.title.en}`,
    licence,
    revision,
    changed,
    ...(synthetic && { synthetic: SYNTHETIC }),
  };
  return `${JSON.stringify(members).slice(0, -1)},"features":[\n`;
}

async function* writeDocument(making: Making): AsyncGenerator<Chunk> {
  yield head(making);
  const to = createWriter();
  const feature = featureWriter(making.ask, to);
  let between = "";
  const next = (row: Row) => {
    to.ascii(between);
    between = ",\n";
    feature(row);
  };
  for await (const _ of rowsTaken(making, next, asJson)) yield to.taken();
  yield "\n]}\n";
}

/** A feature begins where a reader looks for it, even after one that was cut off. */
const RECORD_SEPARATOR = "\x1e";

async function* writeSequence(making: Making): AsyncGenerator<Chunk> {
  const to = createWriter();
  const feature = featureWriter(making.ask, to);
  const line = (row: Row) => {
    to.ascii(RECORD_SEPARATOR);
    feature(row);
    to.ascii("\n");
  };
  for await (const _ of rowsTaken(making, line, asJson)) yield to.taken();
}

export const geojson: Format = {
  title: { zh: "GeoJSON 文件", en: "GeoJSON" },
  extension: "geojson",
  type: "application/geo+json",
  grows: true,
  compresses: true,
  write: writeDocument,
};

export const geojsonSequence: Format = {
  title: { zh: "GeoJSON 序列", en: "GeoJSON sequence" },
  extension: "geojsons",
  type: "application/geo+json-seq",
  grows: true,
  compresses: true,
  write: writeSequence,
};
