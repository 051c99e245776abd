import { type Layer, queryables } from "../../catalog/layer.ts";
import { columnSchema } from "../../ogc/column-schema.ts";
import { GEOJSON_TYPE, JSON_TYPE, MVT_TYPE, OPENAPI_TYPE, SCHEMA_TYPE } from "../../ogc/links.ts";
import { fileParameters, pageOrFile } from "./files.ts";
import {
  answer,
  camel,
  FAILURES,
  get,
  inPath,
  inQuery,
  model,
  ok,
  shared,
  UNCHANGED,
  WITHIN,
} from "./words.ts";

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
    "Landing page",
    "General",
    ok("Links to everything", JSON_TYPE, model("LandingPage"), FAILURES),
    FORM,
  ),
  "/conformance": get(
    "getConformance",
    "Conformance classes",
    "General",
    ok("The classes", JSON_TYPE, model("Conformance"), FAILURES),
    FORM,
  ),
  "/api": get(
    "getApi",
    "This document",
    "General",
    ok("OpenAPI 3.0", OPENAPI_TYPE, { type: "object" }, FAILURES),
    FORM,
  ),
  "/collections": get(
    "getCollections",
    "The layers",
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
      `Only features whose ${column.title.en} (${column.title.zh}) ${column.type === "strings" ? "has this among them" : "equals this"}`,
      column.type === "strings"
        ? { ...columnSchema(column), type: "string", items: undefined }
        : columnSchema(column),
    ),
  );
  const common = ITEMS.map(shared);
  const code = inPath("featureId", `Value of ${layer.code}`, { type: "string" });
  return {
    [path]: get(
      `describe${name}`,
      layer.description.en,
      tag,
      ok("The layer", JSON_TYPE, model("Collection")),
      FORM,
    ),
    [`${path}/queryables`]: get(
      `queryables${name}`,
      "What items can be selected by",
      tag,
      ok("JSON Schema", SCHEMA_TYPE, { type: "object" }),
      FORM,
    ),
    [`${path}/schema`]: get(
      `schema${name}`,
      "What a feature looks like",
      tag,
      ok("JSON Schema", SCHEMA_TYPE, { type: "object" }),
      FORM,
    ),
    [`${path}/items`]: get(`get${name}`, `${layer.title.en} as features`, tag, pageOrFile(`${name}Page`), [
      ...common,
      ...fileParameters,
      ...filters,
    ]),
    [`${path}/items/{featureId}`]: get(
      `get${name}Item`,
      "One feature",
      tag,
      { ...ok("The feature", GEOJSON_TYPE, model(`${name}Feature`)), ...UNCHANGED },
      [code, shared("crs"), ...FORM],
    ),
  };
}

/** What its tiles hold beside its features. */
const toldOf = ({ id, cells, labelsFromZoom }: Layer): string =>
  [
    cells &&
      `Up to zoom ${cells.upToZoom}, features below a pixel are summed in a layer ${id}-cells: squares of their area.`,
    labelsFromZoom !== undefined &&
      `From zoom ${labelsFromZoom} on, ${id}-labels has a point for the label of each feature.`,
  ]
    .filter(Boolean)
    .join(" ");

export function tilePaths(layer: Layer) {
  const tag = layer.title.en;
  const name = camel(layer.id);
  const path = `/collections/${layer.id}/tiles`;
  const tileset = `${path}/WebMercatorQuad`;
  const zoom = { type: "integer", minimum: layer.zoom.min, maximum: layer.zoom.max };
  const place = { type: "integer", minimum: 0 };
  const tile = get(
    `tile${name}`,
    `A vector tile. ${toldOf(layer)}`.trim(),
    tag,
    {
      "200": answer("The tile", MVT_TYPE, { type: "string", format: "binary" }),
      "204": { description: "Nothing is there" },
      ...UNCHANGED,
      ...WITHIN,
    },
    [
      inPath("tileMatrix", "Zoom", zoom),
      inPath("tileRow", "Row, from the north", place),
      inPath("tileCol", "Column, from the west", place),
      inQuery("rev", "The version from TileJSON; with the current one the tile may be kept for a year", {
        type: "string",
      }),
      inQuery("f", "Only mvt is offered", { type: "string", enum: ["mvt"], default: "mvt" }),
    ],
  );
  return {
    [path]: get(
      `tilesets${name}`,
      "Tilesets of the layer",
      tag,
      ok("The tilesets", JSON_TYPE, { type: "object" }),
      FORM,
    ),
    [tileset]: get(
      `tileset${name}`,
      "Metadata of the tileset",
      tag,
      ok("OGC metadata or TileJSON", JSON_TYPE, { type: "object" }),
      [
        inQuery("f", "json for OGC metadata, tilejson for TileJSON 3.0, html for people", {
          type: "string",
          enum: ["json", "html", "tilejson"],
        }),
        shared("lang"),
      ],
    ),
    [`${tileset}/{tileMatrix}/{tileRow}/{tileCol}`]: tile,
  };
}
