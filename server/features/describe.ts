import type { Text } from "../../domain/api/text.ts";
import { COUNTED_UP_TO } from "../../domain/open-data.ts";
import type { LayerFacts } from "../catalog/facts.ts";
import { type Layer, queryables } from "../catalog/layer.ts";
import { LAYERS } from "../catalog.ts";
import { columnSchema } from "../ogc/column-schema.ts";
import { CRS84, CRSS } from "../ogc/crs.ts";
import { collectionAddress, collectionLinks, collectionsLinks, landingLinks } from "../ogc/links.ts";

/** The documents that describe what is published. */

export const ABOUT: Text = {
  zh: "成都市新兴七区工业用地：行政区、园区、宗地、企业、土地出让、闲置低效用地与标准厂房，供查询、下载和制图。",
  en: "Industrial land of Chengdu's seven emerging districts as features, files and vector tiles.",
};

export const COUNTING: Text = {
  zh: `整个图层的 numberMatched 总是准确的；有条件的查询在 ${COUNTED_UP_TO.toLocaleString("en-US")} 条以内准确，超过时不写，除非请求 count=exact。`,
  en: `numberMatched of a whole layer is always exact; of a selection it is exact up to ${COUNTED_UP_TO.toLocaleString("en-US")} features and left out beyond, unless count=exact asks for it.`,
};

export const landing = (base: string) => ({
  title: "Mutu 亩图",
  description: `${ABOUT.zh} ${ABOUT.en} ${COUNTING.zh} ${COUNTING.en}`,
  links: landingLinks(base),
});

export const collection = (base: string, layer: Layer, facts: LayerFacts) => ({
  id: layer.id,
  title: `${layer.title.zh} ${layer.title.en}`,
  description: `${layer.description.zh} ${layer.description.en}${facts.synthetic ? " 含演示数据 (synthetic records)." : ""}`,
  "x-titles": layer.title,
  "x-descriptions": layer.description,
  itemType: "feature",
  extent: {
    ...(facts.extent && { spatial: { bbox: [facts.extent], crs: CRS84.uri } }),
    ...(facts.interval && { temporal: { interval: [facts.interval.map((day) => `${day}T00:00:00Z`)] } }),
  },
  crs: CRSS.map(({ uri }) => uri),
  storageCrs: CRS84.uri,
  links: collectionLinks(base, layer),
});

export const collections = (base: string, described: readonly ReturnType<typeof collection>[]) => ({
  links: collectionsLinks(base),
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
