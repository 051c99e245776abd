import type { LayerFacts } from "../catalog/facts.ts";
import { type Layer, queryables } from "../catalog/layer.ts";
import { LAYERS } from "../catalog.ts";
import { columnSchema } from "../ogc/column-schema.ts";
import { collectionAddress, collectionLinks, JSON_TYPE, landingLinks } from "../ogc/links.ts";

/** The documents that describe what is published. */

const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

export const CONFORMANCE = [
  "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
  "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
  "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
  "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
  "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30",
];

export const landing = (base: string) => ({
  title: "Mutu 亩图",
  description:
    "成都市新兴七区工业用地：行政区、园区、宗地、企业与土地出让。Industrial land of Chengdu's seven emerging districts as features and vector tiles.",
  links: landingLinks(base),
});

export const collection = (base: string, layer: Layer, facts: LayerFacts) => ({
  id: layer.id,
  title: `${layer.title.zh} ${layer.title.en}`,
  description: `${layer.description.zh} ${layer.description.en}${facts.synthetic ? " 含演示数据 (synthetic records)." : ""}`,
  itemType: "feature",
  extent: {
    ...(facts.extent && { spatial: { bbox: [facts.extent], crs: CRS84 } }),
    ...(facts.interval && { temporal: { interval: [facts.interval.map((day) => `${day}T00:00:00Z`)] } }),
  },
  crs: [CRS84],
  storageCrs: CRS84,
  links: collectionLinks(base, layer),
});

export const collections = (base: string, described: readonly ReturnType<typeof collection>[]) => ({
  links: [{ href: `${base}/collections`, rel: "self", type: JSON_TYPE, title: "The layers" }],
  numberMatched: LAYERS.length,
  numberReturned: described.length,
  collections: described,
});

export const queryablesSchema = (base: string, layer: Layer) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: `${collectionAddress(base, layer)}/queryables`,
  type: "object",
  title: `${layer.title.zh} ${layer.title.en}`,
  properties: {
    geom: {
      title: "几何 Geometry",
      "x-ogc-role": "primary-geometry",
      format: `geometry-${layer.geometry}-any`,
    },
    ...Object.fromEntries(queryables(layer).map((column) => [column.name, columnSchema(column)])),
  },
  additionalProperties: false,
});

const geometrySchema = ({ geometry }: Layer) => ({
  type: ["object", "null"],
  properties: {
    type: { enum: [geometry === "point" ? "Point" : "MultiPolygon"] },
    coordinates: {
      type: "array",
      items: geometry === "point" ? { type: "number" } : { type: "array", items: {} },
    },
  },
});

/** A feature of the layer as JSON Schema, from which clients such as GDAL take the types of the fields. */
export const featureSchema = (base: string, layer: Layer) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: `${collectionAddress(base, layer)}/schema`,
  type: "object",
  title: `${layer.title.zh} ${layer.title.en}`,
  required: ["type", "id", "geometry", "properties"],
  properties: {
    type: { type: "string", enum: ["Feature"] },
    id: { type: "string" },
    geometry: geometrySchema(layer),
    properties: {
      type: "object",
      properties: Object.fromEntries(layer.columns.map((column) => [column.name, columnSchema(column)])),
    },
  },
});
