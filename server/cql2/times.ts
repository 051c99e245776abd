import { isDay } from "../features/values.ts";
import { bound, type Fragment, plain, sql } from "./fragment.ts";
import type { Typed } from "./scope.ts";
import { Refused } from "./tree.ts";

/** Days, and spans of days. What is published here has days and no hours, so an instant stands for its day. */

const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

const refused = (text: unknown) =>
  new Refused(`has no date such as 2025-06-30 or 2025-06-30T00:00:00Z: ${String(text).slice(0, 40)}`);

function dayIn(text: unknown): string {
  if (typeof text !== "string") throw refused(text);
  const day = MOMENT.exec(text)?.[1] ?? text;
  if (!isDay(day) || Number.isNaN(Date.parse(text))) throw refused(text);
  return day;
}

export const day = (text: unknown): Typed => ({ type: "date", fragment: bound(dayIn(text), "date") });

export type Span = Readonly<{ start: Fragment; end: Fragment }>;

/** A span from one date to another; two points stand for no end on that side. */
export function span(from: unknown, to: unknown, read: (node: unknown) => Typed): Span {
  const end = (node: unknown, open: string): Fragment => {
    if (node === "..") return plain(`'${open}'::date`);
    const found = typeof node === "string" ? day(node) : read(node);
    if (found.type !== "date") throw refused("an end of an interval");
    return found.fragment;
  };
  return { start: end(from, "-infinity"), end: end(to, "infinity") };
}

export const instant = ({ fragment }: Typed): Span => ({ start: fragment, end: fragment });

type Relation = (a: Span, b: Span) => Fragment;

const RELATIONS: Readonly<Record<string, Relation>> = {
  t_after: (a, b) => sql`(${a.start} > ${b.end})`,
  t_before: (a, b) => sql`(${a.end} < ${b.start})`,
  t_contains: (a, b) => sql`(${a.start} < ${b.start} and ${a.end} > ${b.end})`,
  t_disjoint: (a, b) => sql`(${a.start} > ${b.end} or ${a.end} < ${b.start})`,
  t_during: (a, b) => sql`(${a.start} > ${b.start} and ${a.end} < ${b.end})`,
  t_equals: (a, b) => sql`(${a.start} = ${b.start} and ${a.end} = ${b.end})`,
  t_finishedBy: (a, b) => sql`(${a.start} < ${b.start} and ${a.end} = ${b.end})`,
  t_finishes: (a, b) => sql`(${a.start} > ${b.start} and ${a.end} = ${b.end})`,
  t_intersects: (a, b) => sql`(${a.start} <= ${b.end} and ${a.end} >= ${b.start})`,
  t_meets: (a, b) => sql`(${a.end} = ${b.start})`,
  t_metBy: (a, b) => sql`(${a.start} = ${b.end})`,
  t_overlappedBy: (a, b) => sql`(${a.start} > ${b.start} and ${a.start} < ${b.end} and ${a.end} > ${b.end})`,
  t_overlaps: (a, b) => sql`(${a.start} < ${b.start} and ${a.end} > ${b.start} and ${a.end} < ${b.end})`,
  t_startedBy: (a, b) => sql`(${a.start} = ${b.start} and ${a.end} > ${b.end})`,
  t_starts: (a, b) => sql`(${a.start} = ${b.start} and ${a.end} < ${b.end})`,
};

export const temporal = (name: string, a: Span, b: Span): Typed => ({
  type: "boolean",
  fragment: RELATIONS[name]!(a, b),
});
