import { z } from "zod";
import { type Column, type Layer, queryables } from "../catalog/layer.ts";
import { LAYERS } from "../catalog.ts";
import { json, layerParam } from "../ogc/params.ts";
import { readCursor } from "./cursor.ts";

/** What requests for published layers may say. */

export const LIMIT = { default: 1_000, max: 10_000 };

export const ItemParams = z.strictObject({ layer: layerParam, code: z.string().max(200) });

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INT4 = 2_147_483_647;

const number = (message: string) =>
  z
    .string()
    .regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i, message)
    .transform(Number)
    .refine(Number.isFinite, message);

const day = (message: string) =>
  z
    .string()
    .regex(DATE, message)
    .refine((text) => isDay(text), message);

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  // PostgreSQL's calendar has no year 0.
  return (
    DATE.test(text) &&
    !text.startsWith("0000") &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text)
  );
};

function comparand({ type, values }: Column): z.ZodType {
  switch (type) {
    case "integer":
      return number("must be a whole number").pipe(
        z.number().int("must be a whole number").min(-INT4).max(INT4),
      );
    case "number":
      return number("must be a number");
    case "boolean":
      return z.enum(["true", "false"], "must be true or false").transform((text) => text === "true");
    case "date":
      return day("must be a date such as 2025-06-30");
    default:
      return values ? z.enum(values, `must be one of ${values.join(", ")}`) : z.string().max(200);
  }
}

const limit = number("must be a whole number")
  .refine((value) => Number.isInteger(value) && value >= 1, "must be a whole number from 1")
  .transform((value) => Math.min(value, LIMIT.max))
  .default(LIMIT.default);

const box = z
  .string()
  .transform((text) => text.split(","))
  .refine(
    (parts) => parts.length === 4 || parts.length === 6,
    "must be four numbers: west,south,east,north (or six, with heights)",
  )
  .pipe(z.array(number("must be four numbers: west,south,east,north")))
  .transform((numbers) => (numbers.length === 6 ? [0, 1, 3, 4] : [0, 1, 2, 3]).map((i) => numbers[i]!))
  .refine(([, south, , north]) => south! <= north!, "its south must not be north of its north")
  .transform(([west, south, east, north]) => ({
    west: clamp(west!, 180),
    south: clamp(south!, 90),
    east: clamp(east!, 180),
    north: clamp(north!, 90),
  }));
export type Box = z.output<typeof box>;

/** Map clients send what their window shows, which may be more than the world. */
const clamp = (degrees: number, most: number) => Math.max(-most, Math.min(most, degrees));

const INTERVAL_ERROR =
  "must be a date or date-time, or an interval such as 2025-01-01/2025-12-31 or 2025-01-01/..";
const MOMENT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/i;

/** The day of an instant as written; undefined for an open end, null where it is neither. */
function dayOf(text: string): string | undefined | null {
  if (text === "" || text === "..") return undefined;
  const written = MOMENT.exec(text)?.[1];
  return written && isDay(written) && !Number.isNaN(Date.parse(text)) ? written : null;
}

const datetime = z.string().transform((text, context) => {
  const parts = text.split("/");
  const from = dayOf(parts[0]!);
  const to = parts.length === 1 ? from : dayOf(parts[1]!);
  const open = from === undefined && to === undefined;
  const backwards = from && to && from > to;
  if (parts.length > 2 || from === null || to === null || open || backwards) {
    context.addIssue({ code: "custom", message: INTERVAL_ERROR });
    return z.NEVER;
  }
  return { from, to };
});
export type Interval = z.output<typeof datetime>;

const next = z.string().transform((text, context) => {
  const after = readCursor(text);
  if (after !== undefined) return after;
  context.addIssue({
    code: "custom",
    message: "is not a cursor of ours; follow the link with rel=next as it is",
  });
  return z.NEVER;
});

const own = z.strictObject({
  f: json,
  limit,
  next: next.optional(),
  bbox: box.optional(),
  datetime: datetime.optional(),
});

const withQueryables = (layer: Layer) =>
  own.extend(
    Object.fromEntries(queryables(layer).map((column) => [column.name, comparand(column).optional()])),
  );
/** Making a schema takes longer than most queries, so there is one for each layer from the start. */
const schemas = new Map(LAYERS.map((layer) => [layer, withQueryables(layer)]));

/** The parameters of a layer's items: ours, and each queryable of the layer by its name. */
export const itemsQuery = (layer: Layer) => schemas.get(layer)!;

export type ItemsQuery = z.output<typeof own> & Readonly<Record<string, unknown>>;
