import { type Layer, queryables } from "../catalog/layer.ts";
import { LAYERS } from "../catalog.ts";
import { columnSchema } from "./describe.ts";
import { GEOJSON_TYPE, JSON_TYPE, MVT_TYPE, OPENAPI_TYPE, SCHEMA_TYPE } from "./links.ts";
import { LIMIT } from "./query.ts";

/** The API as an OpenAPI 3.0 document, made from the catalog. */

type Json = Record<string, unknown>;

const inQuery = (name: string, description: string, schema: Json, more: Json = {}) => ({
  name,
  in: "query",
  description,
  required: false,
  schema,
  ...more,
});
const inPath = (name: string, description: string, schema: Json) => ({
  name,
  in: "path",
  description,
  required: true,
  schema,
});
const shared = (name: string) => ({ $ref: `#/components/parameters/${name}` });
const model = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const failure = (name: string) => ({ $ref: `#/components/responses/${name}` });
const answer = (description: string, type: string, schema: Json) => ({
  description,
  content: { [type]: { schema } },
});

const FAILURES = { "400": failure("BadRequest"), "503": failure("Unavailable") };
const WITHIN = { ...FAILURES, "404": failure("NotFound") };

const get = (
  operationId: string,
  summary: string,
  tag: string,
  responses: Json,
  parameters: Json[] = [],
) => ({
  get: { operationId, summary, tags: [tag], parameters, responses },
});

const ok = (description: string, type: string, schema: Json, failures: Json = WITHIN) => ({
  "200": answer(description, type, schema),
  ...failures,
});

const general = () => ({
  "/": get(
    "getLandingPage",
    "Landing page",
    "General",
    ok("Links to everything", JSON_TYPE, model("LandingPage"), FAILURES),
    [shared("f")],
  ),
  "/conformance": get(
    "getConformance",
    "Conformance classes",
    "General",
    ok("The classes", JSON_TYPE, model("Conformance"), FAILURES),
    [shared("f")],
  ),
  "/api": get(
    "getApi",
    "This document",
    "General",
    ok("OpenAPI 3.0", OPENAPI_TYPE, { type: "object" }, FAILURES),
    [shared("f")],
  ),
  "/collections": get(
    "getCollections",
    "The layers",
    "General",
    ok("The layers", JSON_TYPE, model("Collections"), FAILURES),
    [shared("f")],
  ),
});

const camel = (id: string) => id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());

function featurePaths(layer: Layer) {
  const tag = layer.title.en;
  const name = camel(layer.id);
  const path = `/collections/${layer.id}`;
  const filters = queryables(layer).map((column) =>
    inQuery(
      column.name,
      `Only features whose ${column.title.en} (${column.title.zh}) equals this`,
      columnSchema(column),
    ),
  );
  const common = ["bbox", "datetime", "limit", "next", "f"].map(shared);
  const code = inPath("featureId", `Value of ${layer.code}`, { type: "string" });
  return {
    [path]: get(
      `describe${name}`,
      layer.description.en,
      tag,
      ok("The layer", JSON_TYPE, model("Collection")),
      [shared("f")],
    ),
    [`${path}/queryables`]: get(
      `queryables${name}`,
      "What items can be selected by",
      tag,
      ok("JSON Schema", SCHEMA_TYPE, { type: "object" }),
      [shared("f")],
    ),
    [`${path}/schema`]: get(
      `schema${name}`,
      "What a feature looks like",
      tag,
      ok("JSON Schema", SCHEMA_TYPE, { type: "object" }),
      [shared("f")],
    ),
    [`${path}/items`]: get(
      `get${name}`,
      `${layer.title.en} as features`,
      tag,
      ok("A page of features", GEOJSON_TYPE, model(`${name}Page`)),
      [...common, ...filters],
    ),
    [`${path}/items/{featureId}`]: get(
      `get${name}Item`,
      "One feature",
      tag,
      ok("The feature", GEOJSON_TYPE, model(`${name}Feature`)),
      [code, shared("f")],
    ),
  };
}

function tilePaths(layer: Layer) {
  const tag = layer.title.en;
  const name = camel(layer.id);
  const path = `/collections/${layer.id}/tiles`;
  const tileset = `${path}/WebMercatorQuad`;
  const zoom = { type: "integer", minimum: layer.zoom.min, maximum: layer.zoom.max };
  const place = { type: "integer", minimum: 0 };
  const tile = get(
    `tile${name}`,
    "A vector tile",
    tag,
    ok("The tile", MVT_TYPE, { type: "string", format: "binary" }),
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
  Object.assign(tile.get.responses, { "204": { description: "Nothing is there" } });
  return {
    [path]: get(
      `tilesets${name}`,
      "Tilesets of the layer",
      tag,
      ok("The tilesets", JSON_TYPE, { type: "object" }),
      [shared("f")],
    ),
    [tileset]: get(
      `tileset${name}`,
      "Metadata of the tileset",
      tag,
      ok("OGC metadata or TileJSON", JSON_TYPE, { type: "object" }),
      [
        inQuery("f", "json for OGC metadata, tilejson for TileJSON 3.0", {
          type: "string",
          enum: ["json", "tilejson"],
          default: "json",
        }),
      ],
    ),
    [`${tileset}/{tileMatrix}/{tileRow}/{tileCol}`]: tile,
  };
}

const parameters = {
  f: inQuery("f", "Format of the answer", { type: "string", enum: ["json"], default: "json" }),
  limit: inQuery("limit", "How many features a page holds at most", {
    type: "integer",
    minimum: 1,
    maximum: LIMIT.max,
    default: LIMIT.default,
  }),
  next: inQuery("next", "Where the page begins; comes from the link with rel=next", { type: "string" }),
  bbox: inQuery(
    "bbox",
    "West, south, east, north in degrees (or six numbers, with heights, which don't select); features that meet the box are selected. A west greater than its east crosses the antimeridian.",
    {
      type: "array",
      oneOf: [4, 6].map((size) => ({ minItems: size, maxItems: size })),
      items: { type: "number" },
    },
    { style: "form", explode: false },
  ),
  datetime: inQuery(
    "datetime",
    "A date or date-time, or an interval of two with .. for an open end. Layers without dates select all features.",
    {
      type: "string",
    },
  ),
};

const object = (properties: Json, required = Object.keys(properties)) => ({
  type: "object",
  required,
  properties,
});
const list = (items: Json) => ({ type: "array", items });
const texts = list({ type: "string" });
const counted = { type: "integer", minimum: 0 };

const models = {
  Link: object(
    {
      href: { type: "string" },
      rel: { type: "string" },
      type: { type: "string" },
      title: { type: "string" },
    },
    ["href", "rel"],
  ),
  LandingPage: object({
    title: { type: "string" },
    description: { type: "string" },
    links: list(model("Link")),
  }),
  Conformance: object({ conformsTo: texts }),
  Collection: object(
    {
      id: { type: "string" },
      title: { type: "string" },
      description: { type: "string" },
      itemType: { type: "string" },
      extent: { type: "object" },
      crs: texts,
      storageCrs: { type: "string" },
      links: list(model("Link")),
    },
    ["id", "links"],
  ),
  Collections: object({ links: list(model("Link")), collections: list(model("Collection")) }),
  Geometry: object({
    type: { type: "string", enum: ["Point", "Polygon", "MultiPolygon"] },
    coordinates: list({}),
  }),
  Problem: object(
    {
      type: { type: "string" },
      title: { type: "string" },
      status: { type: "integer" },
      detail: { type: "string" },
      instance: { type: "string" },
    },
    ["type", "title", "status"],
  ),
};

function layerModels(layer: Layer) {
  const name = camel(layer.id);
  const columns = layer.columns.map((column) => [column.name, { ...columnSchema(column), nullable: true }]);
  return {
    [`${name}Feature`]: object({
      type: { type: "string", enum: ["Feature"] },
      id: { type: "string" },
      geometry: { ...model("Geometry"), nullable: true },
      properties: { type: "object", properties: Object.fromEntries(columns) },
    }),
    [`${name}Page`]: object({
      type: { type: "string", enum: ["FeatureCollection"] },
      timeStamp: { type: "string", format: "date-time" },
      numberMatched: counted,
      numberReturned: counted,
      features: list(model(`${name}Feature`)),
      links: list(model("Link")),
    }),
  };
}

const problem = (description: string) => answer(description, "application/problem+json", model("Problem"));

export const openApi = (base: string) => ({
  openapi: "3.0.3",
  info: {
    title: "Mutu 亩图",
    version: "1.0.0",
    description: "Industrial land of Chengdu's seven emerging districts: features and vector tiles.",
  },
  servers: [{ url: base }],
  tags: [
    { name: "General" },
    ...LAYERS.map(({ title, description }) => ({ name: title.en, description: description.en })),
  ],
  paths: Object.assign(
    general(),
    ...LAYERS.flatMap((layer) => [featurePaths(layer), tilePaths(layer)]),
  ) as Json,
  components: {
    parameters,
    schemas: Object.assign({ ...models }, ...LAYERS.map(layerModels)) as Json,
    responses: {
      BadRequest: problem("A parameter is unknown or malformed; the answer says which"),
      NotFound: problem("Nothing is there"),
      Unavailable: problem("Too busy, or the database is away; try again"),
    },
  },
});
