import type { Column } from "../catalog/layer.ts";

const JSON_SCHEMA = {
  string: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  date: { type: "string", format: "date" },
  strings: { type: "array", items: { type: "string" } },
} as const;

/** A column as JSON Schema: for queryables, tiles and the OpenAPI document alike. */
export const columnSchema = ({ type, title, unit, values }: Column) => ({
  title: `${title.zh} ${title.en}${unit ? ` (${unit})` : ""}`,
  "x-titles": title,
  ...JSON_SCHEMA[type],
  ...(values && { enum: values }),
  ...(unit && { "x-ogc-unit": unit }),
});
