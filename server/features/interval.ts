import { z } from "zod";
import { columnNamed, type Layer } from "../catalog/layer.ts";
import type { Condition } from "./selection.ts";
import { isDay } from "./values.ts";

/** Times: what `datetime` says. */

const FORM = "must be a date or date-time, or an interval such as 2025-01-01/2025-12-31 or 2025-01-01/..";
const MOMENT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/i;

/** The day of an instant as written; undefined for an open end, null where it is neither. */
function dayOf(text: string): string | undefined | null {
  if (text === "" || text === "..") return undefined;
  const written = MOMENT.exec(text)?.[1];
  return written && isDay(written) && !Number.isNaN(Date.parse(text)) ? written : null;
}

export const interval = z.string().transform((text, context) => {
  const parts = text.split("/");
  const from = dayOf(parts[0]!);
  const to = parts.length === 1 ? from : dayOf(parts[1]!);
  const open = from === undefined && to === undefined;
  const backwards = from && to && from > to;
  if (parts.length > 2 || from === null || to === null || open || backwards) {
    context.addIssue({ code: "custom", message: FORM });
    return z.NEVER;
  }
  return { from, to };
});
type Interval = z.output<typeof interval>;

/** Things without a date are not in any interval, but the standard wants them selected by every one. */
export function during(layer: Layer, { from, to }: Interval): Condition[] {
  if (!layer.time) return [];
  const column = columnNamed(layer, layer.time);
  const bounds = [
    ...(from ? [{ sql: `${column.sql} >= ?::date`, value: from }] : []),
    ...(to ? [{ sql: `${column.sql} <= ?::date`, value: to }] : []),
  ];
  const sql = `(${column.sql} is null or (${bounds.map((bound) => bound.sql).join(" and ")}))`;
  return [{ sql, values: bounds.map(({ value }) => value), columns: [column] }];
}
