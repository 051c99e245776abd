import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { useAmounts, useText, useWords } from "../../language/use-language.ts";
import { Mark } from "../../ui/icon.tsx";
import { GradeChip } from "../grade-chip.tsx";
import { today } from "../sheet/today.ts";
import { useSheetWords } from "../words/sheet.ts";

/** Whose paper it is, of which year and run, by which scheme; and the outcome, large. */
export function PaperHead({ of, year }: { of: RatingExplanation; year: number }) {
  const words = useSheetWords();
  const all = useWords();
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
    <header className="paper-head">
      <Mark />
      <div>
        <p className="paper-brand">
          {all.title} · {all.subtitle}
        </p>
        <h1>{words.print.heading(year)}</h1>
        <p className="quiet">{lines.filter(Boolean).join(" · ")}</p>
      </div>
      {of.synthetic && <span className="paper-stamp">{words.print.synthetic}</span>}
      <div className="paper-grade">
        <GradeChip grade={of.grade} large />
        {of.score !== null && (
          <p>
            <b>{amounts.number(of.score, 1)}</b> <span className="quiet">/ 100</span>
          </p>
        )}
      </div>
    </header>
  );
}
