import type { GradeLetter } from "../../../domain/api/ratings/grades.ts";
import { RATED } from "../../../domain/rating/columns.ts";

const ORDER: readonly GradeLetter[] = RATED;

export type Movement = "up" | "down" | "same" | null;

/** Which way a firm went; null where one of the two is no place in the order. */
export function movementOf(before: GradeLetter | null, after: GradeLetter | null): Movement {
  const from = before === null ? -1 : ORDER.indexOf(before);
  const to = after === null ? -1 : ORDER.indexOf(after);
  if (from < 0 || to < 0) return null;
  return to < from ? "up" : to > from ? "down" : "same";
}
