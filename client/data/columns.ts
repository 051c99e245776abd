import type { Text } from "../../domain/api/text.ts";
import { type Answer, useAnswer } from "../state/answers.ts";
import { collectionPath } from "./addresses.ts";

/** What a layer's features say, as its queryables describe it. */

export const COLUMN_TYPES = ["text", "number", "truth", "day", "texts"] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

export type Column = Readonly<{
  name: string;
  title: Text;
  type: ColumnType;
  unit: string | null;
  /** Its values, where they are a closed list. */
  values: readonly string[] | null;
}>;

type Schema = {
  title: string;
  type?: "string" | "integer" | "number" | "boolean" | "array";
  format?: string;
  enum?: string[];
  "x-titles"?: Text;
  "x-ogc-unit"?: string;
  "x-ogc-role"?: string;
};

export type Queryables = { properties: Readonly<Record<string, Schema>> };

const typeOf = ({ type, format }: Schema): ColumnType => {
  if (type === "boolean") return "truth";
  if (type === "array") return "texts";
  if (type === "string") return format === "date" ? "day" : "text";
  return "number";
};

export const columnsOf = ({ properties }: Queryables): Column[] =>
  Object.entries(properties)
    .filter(([, schema]) => schema["x-ogc-role"] !== "primary-geometry")
    .map(([name, schema]) => ({
      name,
      title: schema["x-titles"] ?? { zh: schema.title, en: schema.title },
      type: typeOf(schema),
      unit: schema["x-ogc-unit"] ?? null,
      values: schema.enum ?? null,
    }));

export const useQueryables = (layer: string): Answer<Queryables> =>
  useAnswer<Queryables>(`${collectionPath(layer)}/queryables?f=json`);

/** What the collection itself says: whether its features have a time, and in which systems they come. */
export type Collection = {
  description: string;
  "x-descriptions"?: Text;
  crs: readonly string[];
  extent: { temporal?: { interval: readonly (readonly [string, string])[] } };
};

export const useCollection = (layer: string): Answer<Collection> =>
  useAnswer<Collection>(`${collectionPath(layer)}?f=json`);
