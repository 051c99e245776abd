import type { GradeLetter, Tallies } from "../../../domain/api/ratings/grades.ts";
import { LETTERS, RATED } from "../../../domain/rating/columns.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useDeskWords } from "../words/desk.ts";

/** Firms that have a grade from A to D: what shares and quotas are of. */
export const ratedFirms = (tallies: Tallies): number =>
  RATED.reduce((all, letter) => all + (tallies[letter]?.firms ?? 0), 0);

export const isRated = (letter: GradeLetter) => RATED.some((rated) => rated === letter);

/** Firms by grade as one thin bar. */
export function TallyBar({ tallies }: { tallies: Tallies }) {
  const words = useDeskWords();
  const amounts = useAmounts();
  const there = LETTERS.flatMap((letter) => {
    const firms = tallies[letter]?.firms ?? 0;
    return firms > 0 ? [{ letter, firms }] : [];
  });
  const told = there.map(({ letter, firms }) => `${letter} ${amounts.count(firms)}`).join(", ");
  return (
    <span className="tally-bar" role="img" aria-label={words.runs.tally(told)}>
      {there.map(({ letter, firms }) => (
        <i key={letter} data-grade={letter} style={{ flexGrow: firms }} />
      ))}
    </span>
  );
}
