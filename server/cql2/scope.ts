import type { Layer } from "../catalog/layer.ts";
import type { Crs } from "../ogc/crs.ts";
import type { Fragment } from "./fragment.ts";

/** What expressions are made of, once it is known what they mean. */

export type Type = "text" | "number" | "boolean" | "date" | "geometry" | "texts";

/** An expression in SQL, of a type. */
export type Typed = Readonly<{
  type: Type;
  fragment: Fragment;
  /** Geometries of different dimensions in one, which only some functions can compare. */
  mixed?: boolean;
  /** How many positions a geometry has that the filter writes. */
  positions?: number;
}>;

/** What a filter is about: the columns it may name, and the system its coordinates are in. */
export type Scope = Readonly<{ layer: Layer; crs: Crs }>;

export const IN_WORDS: Readonly<Record<Type, string>> = {
  text: "a text",
  number: "a number",
  boolean: "true or false",
  date: "a date",
  geometry: "a geometry",
  texts: "a list of texts",
};
