import type { Text } from "../../../domain/api/text.ts";
import { type Layer, queryables } from "../../catalog/layer.ts";
import { columnSchema } from "../../ogc/column-schema.ts";
import { GEOJSON_TYPE, JSON_TYPE, MVT_TYPE, OPENAPI_TYPE, SCHEMA_TYPE } from "../../ogc/links.ts";
import { fileParameters, pageOrFile } from "./files.ts";
import { camel, FAILURES, get, inPath, inQuery, model, ok, shared, UNCHANGED, WITHIN } from "./words.ts";

/** The paths of the API: what is there once, and what every layer has. */

const FORM = ["f", "lang"].map(shared);

const ITEMS = [
  "bbox",
  "bboxCrs",
  "crs",
  "datetime",
  "filter",
  "filterLang",
  "filterCrs",
  "properties",
  "sortby",
  "skipGeometry",
  "count",
  "limit",
  "next",
  "lang",
];

export const general = () => ({
  "/": get(
    "getLandingPage",
    { zh: "首页", en: "Landing page" },
    "General",
    ok("Links to everything", JSON_TYPE, model("LandingPage"), FAILURES),
    FORM,
  ),
  "/conformance": get(
    "getConformance",
    { zh: "遵循的标准", en: "Conformance classes" },
    "General",
    ok("The classes", JSON_TYPE, model("Conformance"), FAILURES),
    FORM,
  ),
  "/api": get(
    "getApi",
    { zh: "本说明", en: "This document" },
    "General",
    ok("OpenAPI 3.0", OPENAPI_TYPE, { type: "object" }, FAILURES),
    FORM,
  ),
  "/collections": get(
    "getCollections",
    { zh: "图层", en: "The layers" },
    "General",
    ok("The layers", JSON_TYPE, model("Collections"), FAILURES),
    FORM,
  ),
});

export function featurePaths(layer: Layer) {
  const tag = layer.title.en;
  const name = camel(layer.id);
  const path = `/collections/${layer.id}`;
  const filters = queryables(layer).map((column) =>
    inQuery(
      column.name,
      {
        zh: `只要${column.title.zh}${column.type === "strings" ? "含此值" : "等于此值"}的`,
        en: `Only features whose ${column.title.en} (${column.title.zh}) ${column.type === "strings" ? "has this among them" : "equals this"}`,
      },
      column.type === "strings"
        ? { ...columnSchema(column), type: "string", items: undefined }
        : columnSchema(column),
    ),
  );
  const common = ITEMS.map(shared);
  const code = inPath(
    "featureId",
    { zh: `${layer.code} 的值`, en: `Value of ${layer.code}` },
    { type: "string" },
  );
  return {
    [path]: get(
      `describe${name}`,
      { zh: "图层说明", en: "What the layer is" },
      tag,
      ok("The layer", JSON_TYPE, model("Collection")),
      FORM,
    ),
    [`${path}/queryables`]: get(
      `queryables${name}`,
      { zh: "查询条件", en: "What items can be selected by" },
      tag,
      ok("JSON Schema", SCHEMA_TYPE, { type: "object" }),
      FORM,
    ),
    [`${path}/schema`]: get(
      `schema${name}`,
      { zh: "要素结构", en: "What a feature looks like" },
      tag,
      ok("JSON Schema", SCHEMA_TYPE, { type: "object" }),
      FORM,
    ),
    [`${path}/items`]: get(
      `get${name}`,
      { zh: `${layer.title.zh}：数据`, en: `${layer.title.en} as features` },
      tag,
      pageOrFile(`${name}Page`),
      [...common, ...fileParameters, ...filters],
    ),
    [`${path}/items/{featureId}`]: get(
      `get${name}Item`,
      { zh: "一条数据", en: "One feature" },
      tag,
      ok("The feature", GEOJSON_TYPE, model(`${name}Feature`)),
      [code, shared("crs"), ...FORM],
    ),
  };
}

/** What its tiles hold beside its features. */
function toldOf({ id, cells, labelsFromZoom }: Layer): Text {
  const told: Text[] = [{ zh: "一张矢量瓦片。", en: "A vector tile." }];
  if (cells)
    told.push({
      zh: `第 ${cells.upToZoom} 级及以下，不足一个像素的要素汇总在 ${id}-cells 层：与其面积相等的方格。`,
      en: `Up to zoom ${cells.upToZoom}, features below a pixel are summed in a layer ${id}-cells: squares of their area.`,
    });
  if (labelsFromZoom !== undefined)
    told.push({
      zh: `自第 ${labelsFromZoom} 级起，${id}-labels 层为每个要素备有注记点。`,
      en: `From zoom ${labelsFromZoom} on, ${id}-labels has a point for the label of each feature.`,
    });
  return { zh: told.map(({ zh }) => zh).join(""), en: told.map(({ en }) => en).join(" ") };
}

export function tilePaths(layer: Layer) {
  const tag = layer.title.en;
  const name = camel(layer.id);
  const path = `/collections/${layer.id}/tiles`;
  const tileset = `${path}/WebMercatorQuad`;
  const zoom = { type: "integer", minimum: layer.zoom.min, maximum: layer.zoom.max };
  const place = { type: "integer", minimum: 0 };
  const tile = get(
    `tile${name}`,
    toldOf(layer),
    tag,
    {
      "200": {
        description: "The tile",
        content: {
          [MVT_TYPE]: { schema: { type: "string", format: "binary" } },
          [GEOJSON_TYPE]: { schema: { type: "object" } },
        },
      },
      "204": { description: "Nothing is there" },
      ...UNCHANGED,
      ...WITHIN,
    },
    [
      inPath("tileMatrix", { zh: "级别", en: "Zoom" }, zoom),
      inPath("tileRow", { zh: "行，自北起", en: "Row, from the north" }, place),
      inPath("tileCol", { zh: "列，自西起", en: "Column, from the west" }, place),
      inQuery(
        "rev",
        {
          zh: "TileJSON 中的版本；写当前版本的瓦片可存用一年",
          en: "The version from TileJSON; with the current one the tile may be kept for a year",
        },
        { type: "string" },
      ),
      inQuery(
        "f",
        {
          zh: "mvt 为 Mapbox 矢量瓦片；json 为同一内容的 GeoJSON，以度为单位，不含注记点",
          en: "mvt is a Mapbox vector tile; json is the same in GeoJSON, in degrees, without the points for labels",
        },
        { type: "string", enum: ["mvt", "json"], default: "mvt" },
      ),
    ],
  );
  return {
    [path]: get(
      `tilesets${name}`,
      { zh: "图层的瓦片集", en: "Tilesets of the layer" },
      tag,
      ok("The tilesets", JSON_TYPE, { type: "object" }),
      FORM,
    ),
    [tileset]: get(
      `tileset${name}`,
      { zh: "瓦片集元数据", en: "Metadata of the tileset" },
      tag,
      ok("OGC metadata or TileJSON", JSON_TYPE, { type: "object" }),
      [
        inQuery(
          "f",
          {
            zh: "json 为 OGC 元数据，tilejson 为 TileJSON 3.0，html 为网页",
            en: "json for OGC metadata, tilejson for TileJSON 3.0, html for people",
          },
          { type: "string", enum: ["json", "html", "tilejson"] },
        ),
        shared("lang"),
      ],
    ),
    [`${tileset}/{tileMatrix}/{tileRow}/{tileCol}`]: tile,
  };
}
