import { z } from "zod";
import { FORMAT_NAMES } from "../../domain/open-data.ts";
import { type Layer, queryables } from "../catalog/layer.ts";
import { LAYERS } from "../catalog.ts";
import { exportParameters } from "../exports/parameters.ts";
import { CRSS, crsNamed } from "../ogc/crs.ts";
import { layerParam, page } from "../ogc/params.ts";
import { corners } from "./box.ts";
import { chosenColumns } from "./columns.ts";
import { readCursor } from "./cursor.ts";
import { LANGUAGES } from "./filter.ts";
import { interval } from "./interval.ts";
import { sortable } from "./sorting.ts";
import { comparand, number } from "./values.ts";

/** What requests for published layers may say. */

export const LIMIT = { default: 1_000, max: 10_000 };

export const ItemParams = z.strictObject({ layer: layerParam, code: z.string().max(200) });

const crs = z.string().transform((uri, context) => {
  const known = crsNamed(uri);
  if (known) return known;
  context.addIssue({ code: "custom", message: `must be one of ${CRSS.map((one) => one.uri).join(", ")}` });
  return z.NEVER;
});

export const ItemQuery = z.strictObject({ ...page, crs: crs.optional() });

const limit = number("must be a whole number").refine(
  (value) => Number.isInteger(value) && value >= 1,
  "must be a whole number from 1",
);

const next = z.string().transform((text, context) => {
  const after = readCursor(text);
  if (after !== undefined) return after;
  context.addIssue({
    code: "custom",
    message: "is not a cursor of ours; follow the link with rel=next as it is",
  });
  return z.NEVER;
});

const truth = z.enum(["true", "false"], "must be true or false").transform((text) => text === "true");

const FORMS = ["json", "html", ...FORMAT_NAMES] as const;

const own = z.strictObject({
  ...page,
  f: z.enum(FORMS, `must be one of ${FORMS.join(", ")}`).optional(),
  ...exportParameters,
  limit: limit.optional(),
  next: next.optional(),
  bbox: corners.optional(),
  "bbox-crs": crs.optional(),
  crs: crs.optional(),
  datetime: interval.optional(),
  filter: z.string().optional(),
  "filter-lang": z.enum(LANGUAGES, `must be ${LANGUAGES.join(" or ")}`).optional(),
  "filter-crs": crs.optional(),
  skipGeometry: truth.optional(),
  count: z.literal("exact", { error: "must be exact, or left out" }).optional(),
});

const ofLayer = (layer: Layer) => ({
  properties: chosenColumns(layer).optional(),
  sortby: sortable(layer).optional(),
});
type OfLayer = z.ZodObject<ReturnType<typeof ofLayer>>;

const withQueryables = (layer: Layer) =>
  own
    .extend(ofLayer(layer))
    .extend(
      Object.fromEntries(queryables(layer).map((column) => [column.name, comparand(column).optional()])),
    );
/** Making a schema takes longer than most queries, so there is one for each layer from the start. */
const schemas = new Map(LAYERS.map((layer) => [layer, withQueryables(layer)]));

/** The parameters of a layer's items: ours, and each queryable of the layer by its name. */
export const itemsQuery = (layer: Layer) => schemas.get(layer)!;

export type ItemsQuery = z.output<typeof own> & z.output<OfLayer> & Readonly<Record<string, unknown>>;
