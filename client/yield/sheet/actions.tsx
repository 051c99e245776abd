import { useId } from "react";
import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { NeedsRight } from "../../account/needs-right.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { PrintLink } from "./print-link.tsx";
import { isOnNotice, type Responding } from "./responding.ts";

type Props = { of: RatingExplanation; year: number; responding: Responding };

/** What can be done with a rating; it stays at the foot of the sheet, however far the reader has come. */
export function Actions({ of, year, responding }: Props) {
  return (
    <div className="sheet-foot">
      <PrintLink of={of} year={year} />
      {of.run.state === "published" && <Respond of={of} responding={responding} />}
    </div>
  );
}

/** A firm confirms once; it may object more than once, as long as the notice lasts. */
function Respond({ of, responding: { kind, start } }: Omit<Props, "year">) {
  const { responses: words } = useSheetWords();
  const id = useId();
  const open = isOnNotice(of.run);
  const confirmed = of.responses.some((one) => one.kind === "confirmation" && one.run === of.run.id);
  if (open)
    return (
      <NeedsRight right="responses" district={of.district_code}>
        {!confirmed && (
          <button
            type="button"
            className="button"
            aria-expanded={kind === "confirmation"}
            onClick={() => start("confirmation")}
          >
            {words.confirm}
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-expanded={kind === "objection"}
          onClick={() => start("objection")}
        >
          {words.object}
        </button>
      </NeedsRight>
    );
  return (
    <>
      <button type="button" className="button" disabled aria-describedby={id}>
        {words.object}
      </button>
      <p id={id} className="fine quiet">
        {of.run.noticeUntil ? words.over(of.run.noticeUntil) : words.closed}
      </p>
    </>
  );
}
