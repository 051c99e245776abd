import type { Layer } from "../catalog/layer.ts";
import { condition } from "../cql2/compile.ts";
import type { Fragment } from "../cql2/fragment.ts";
import { readText } from "../cql2/text.ts";
import { Refused } from "../cql2/tree.ts";
import { invalidParameter } from "../http/problem.ts";
import type { Crs } from "../ogc/crs.ts";

/** The third is the first by the name it had in drafts: GDAL hands its conditions on only to a server that knows it so. */
export const LANGUAGES = ["cql2-text", "cql2-json", "cql-text"] as const;
export type FilterLanguage = (typeof LANGUAGES)[number];

/** What `filter` says, as SQL; whoever wrote it is told what it can't be. */
export function filtered(layer: Layer, filter: string, language: FilterLanguage, crs: Crs): Fragment {
  try {
    return condition(language === "cql2-json" ? readJson(filter) : readText(filter), { layer, crs });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw invalidParameter(`filter: ${error.message}`, {
      errors: [{ field: "filter", message: error.message }],
    });
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("is not JSON; with filter-lang=cql2-text it may be text");
  }
}
