import type { GradeLetter } from "../../../domain/api/ratings/grades.ts";
import { GRADES } from "../../../domain/rating/columns.ts";
import { useAmounts, useWords } from "../../language/use-language.ts";
import { GradeChip } from "../grade-chip.tsx";

type Part = { grade: GradeLetter; land_mu: number; firms?: string };

const letters = GRADES.filter((letter) => letter !== "");

/** Land by grade as one bar, and in words beneath it. */
export function GradeBar({ land }: { land: Partial<Record<GradeLetter, number>> }) {
  const amounts = useAmounts();
  const { units } = useWords();
  const parts: Part[] = letters.flatMap((grade) => {
    const land_mu = land[grade];
    return land_mu ? [{ grade, land_mu }] : [];
  });
  const total = parts.reduce((sum, { land_mu }) => sum + land_mu, 0);
  if (total <= 0) return null;
  return (
    <>
      <div className="stack grades" aria-hidden="true">
        {parts.map(({ grade, land_mu }) => (
          <i key={grade} data-grade={grade} style={{ width: `${(land_mu / total) * 100}%` }} />
        ))}
      </div>
      <ul className="grade-legend">
        {parts.map(({ grade, land_mu }) => (
          <li key={grade}>
            <GradeChip grade={grade} /> {amounts.percent(land_mu / total)}{" "}
            <span className="quiet">
              {amounts.number(land_mu, land_mu < 100 ? 1 : 0)} {units.mu}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
