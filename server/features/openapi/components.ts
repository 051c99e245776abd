import type { Layer } from "../../catalog/layer.ts";
import { columnSchema } from "../../ogc/column-schema.ts";
import { answer, camel, type Json, model } from "./words.ts";

/** What the paths of the API share: models and failures. */

const object = (properties: Json, required = Object.keys(properties)) => ({
  type: "object",
  required,
  properties,
});
const list = (items: Json) => ({ type: "array", items });
const texts = list({ type: "string" });
const counted = { type: "integer", minimum: 0 };

export const models = {
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

export function layerModels(layer: Layer) {
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

export const responses = {
  BadRequest: problem("A parameter is unknown or malformed; the answer says which"),
  NotFound: problem("Nothing is there"),
  TooMany: problem("The format holds fewer features than are selected; the answer says how many"),
  BeyondEnd: problem("The file ends before that part"),
  Unavailable: problem("Too busy, or the database is away; try again"),
};
