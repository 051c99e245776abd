import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { today } from "../../language/days.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { PaperHead } from "../../ui/paper-head.tsx";
import { GradeChip } from "../grade-chip.tsx";
import { useSheetWords } from "../words/sheet.ts";

/** Whose paper it is, of which year and run, by which scheme; and the outcome, large. */
export function Head({ of, year }: { of: RatingExplanation; year: number }) {
  const words = useSheetWords();
  const text = useText();
  const amounts = useAmounts();
  const notice = of.run.noticeUntil;
  const lines = [
    words.scheme(text(of.scheme.name), of.scheme.version),
    words.certainty[of.scheme.certainty],
    words.print.run(of.run.id, words.runState[of.run.state]),
    notice && (notice >= today() ? words.notice(notice) : words.noticeOver(notice)),
  ];
  return (
    <PaperHead
      title={words.print.heading(year)}
      sub={lines.filter(Boolean).join(" · ")}
      stamp={of.synthetic && words.print.synthetic}
    >
      <div className="paper-grade">
        <GradeChip grade={of.grade} large />
        {of.score !== null && (
          <p>
            <b>{amounts.number(of.score, 1)}</b> <span className="quiet">/ 100</span>
          </p>
        )}
      </div>
    </PaperHead>
  );
}
