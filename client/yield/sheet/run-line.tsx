import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import { today } from "../../language/days.ts";
import { useText } from "../../language/use-language.ts";
import { go, useView } from "../../state/store.ts";
import { useSheetWords } from "../words/sheet.ts";

/** By which scheme and in which run, and how sure the scheme is; the way to the scheme itself. */
export function RunLine({ of }: { of: RatingExplanation }) {
  const words = useSheetWords();
  const text = useText();
  const { yield: shown } = useView();
  const { key, version, name, certainty } = of.scheme;
  const notice = of.run.noticeUntil;
  return (
    <p className="fine quiet run-line">
      {words.scheme(text(name), version)} · {words.certainty[certainty]}
      <br />
      {words.runState[of.run.state]}
      {notice && ` · ${notice >= today() ? words.notice(notice) : words.noticeOver(notice)}`}{" "}
      <button
        type="button"
        className="link"
        onClick={() => go({ theme: "yield", yield: { ...shown, desk: `schemes/${key}/${version}` } })}
      >
        {words.openScheme}
      </button>
    </p>
  );
}
