import type { ParcelScreening } from "../../../domain/api/screening.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { go } from "../../state/store.ts";
import { useSheetWords } from "../words/sheet.ts";
import { screeningPath } from "./paths.ts";

/** In other themes one line: what the parcel was found to be, and where to read on. */
export default function SlackLine({ code }: { code: string }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const answer = useAnswer<ParcelScreening>(screeningPath(code));
  if (answer.state !== "ready" || answer.value.findings.length === 0) return null;
  const { findings } = answer.value;
  const days = findings.find((finding) => finding.days !== null)?.days;
  const kinds = findings.map(({ kind }) => words.kinds[kind]).join(words.separator);
  return (
    <p className="notice">
      {words.line(kinds, days == null ? "" : words.lineDays(amounts.count(days)))}{" "}
      <button type="button" className="link" onClick={() => go({ theme: "slack" })}>
        {words.open}
      </button>
    </p>
  );
}
