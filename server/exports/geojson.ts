import type { Column } from "../catalog/layer.ts";
import { SYNTHETIC } from "./about.ts";
import type { Chunk, Format, Making } from "./format.ts";
import { DECIMALS, dayText, type Fields, recordOf, type Value, written } from "./record.ts";
import { geoJson } from "./written-geometry.ts";

/** GeoJSON: one document (RFC 7946), or a sequence of features (RFC 8142). */

/** Lists stay lists. */
const asJson = recordOf({ several: (values) => `to_json(${values})::text` });

/** Numbers keep their decimals even where these are zero: readers such as GDAL take the type of a field from its first values. */
function valueText(value: Value, { type, decimals }: Column): string {
  if (value === null) return "null";
  if (type === "number") return (value as number).toFixed(decimals ?? DECIMALS);
  if (type === "date") return `"${dayText(value as number)}"`;
  return type === "string" ? JSON.stringify(value) : String(value);
}

function featureWriter({ ask: { columns, crs } }: Making) {
  const names = columns.map(({ name }, i) => `${i === 0 ? "" : ","}${JSON.stringify(name)}:`);
  return ({ code, geometry, values }: Fields): string => {
    let properties = "";
    for (const [i, column] of columns.entries())
      properties += names[i] + valueText(values[i] ?? null, column);
    return `{"type":"Feature","id":${JSON.stringify(code)},"geometry":${geoJson(geometry, crs.decimals)},"properties":{${properties}}}`;
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
  let between = "";
  for await (const batch of written(making, featureWriter(making), asJson)) {
    yield between + batch.join(",\n");
    between = ",\n";
  }
  yield "\n]}\n";
}

/** A feature begins where a reader looks for it, even after one that was cut off. */
const RECORD_SEPARATOR = "\x1e";

async function* writeSequence(making: Making): AsyncGenerator<Chunk> {
  const feature = featureWriter(making);
  const line = (fields: Fields) => `${RECORD_SEPARATOR}${feature(fields)}\n`;
  for await (const batch of written(making, line, asJson)) yield batch.join("");
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
