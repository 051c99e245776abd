import type { PlanTarget } from "../api/plan.ts";
import type { Refusal } from "../refusal.ts";

/** Where a target stands and whose it is, both of which its short name tells. */

const BOARDS: readonly (readonly [beginning: string, board: PlanTarget["board"]])[] = [
  ["plan-155-", "plan_155"],
  ["plan-145-", "plan_145"],
  ["city-2030-", "city_2030"],
  ["revenue-2030-", "districts_2030"],
  ["text-155-", "text_155"],
  ["LT-", "land"],
];

export const boardOf = (id: string): PlanTarget["board"] =>
  BOARDS.find(([beginning]) => id.startsWith(beginning))?.[1] ?? "land";

/** The district whose officers report on it; null where those of the city do. */
export const districtOfTarget = (id: string): string | null => /^revenue-2030-(\d{6})$/.exec(id)?.[1] ?? null;

/** By board, then as the document numbers them: 5 before 5a before 10. */
export function inOrder(a: string, b: string): number {
  const place = (id: string) => BOARDS.findIndex(([, board]) => board === boardOf(id));
  return place(a) - place(b) || a.localeCompare(b, "en", { numeric: true });
}

/** What was reached can only be known of a year that has begun. */
export const actualRefusals = ({ year }: { year: number }, thisYear: number): Refusal[] =>
  year > thisYear
    ? [{ field: "year", message: `lies ahead: it is ${thisYear}`, zh: `年份不能晚于今年（${thisYear} 年）` }]
    : [];
