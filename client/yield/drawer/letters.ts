import type { GradeLetter } from "../../../domain/api/ratings/grades.ts";

/** Best first; T and N stand beside the order. */
export const LETTERS: readonly GradeLetter[] = ["A", "B", "C", "D", "T", "N"];
