import type { GradeLetter } from "../../../domain/api/ratings/grades.ts";

/** Grades from best to lowest; T and N stand beside them and are neither. */
const ORDER: readonly GradeLetter[] = ["A", "B", "C", "D"];

export type Movement = "up" | "down" | "same" | null;

/** Which way a firm went; null where one of the two is no place in the order. */
export function movementOf(before: GradeLetter | null, after: GradeLetter | null): Movement {
  const from = before === null ? -1 : ORDER.indexOf(before);
  const to = after === null ? -1 : ORDER.indexOf(after);
  if (from < 0 || to < 0) return null;
  return to < from ? "up" : to > from ? "down" : "same";
}
