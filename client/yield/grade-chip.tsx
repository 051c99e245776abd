import type { GradeLetter } from "../../domain/api/ratings/grades.ts";
import "./grades.css";

/** The letter of a grade on its colour. */
export const GradeChip = ({ grade, large = false }: { grade: GradeLetter; large?: boolean }) => (
  <span className={large ? "grade-chip large" : "grade-chip"} data-grade={grade}>
    {grade}
  </span>
);
