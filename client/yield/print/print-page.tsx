import { useLayoutEffect } from "react";
import type { RatingExplanation } from "../../../domain/api/ratings/explanation.ts";
import type { EnterpriseSheet } from "../../../domain/api/sheets.ts";
import { ProblemError, useAnswer } from "../../state/answers.ts";
import { useView } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { explanationPath } from "../sheet/which-rating.ts";
import { useSheetWords } from "../words/sheet.ts";
import { type Printed, printAddress, readPrint } from "./address.ts";
import { Paper } from "./paper.tsx";
import { PrintBar } from "./print-bar.tsx";
import "./print.css";

const asked = readPrint(location.search);

/** 一企一单: a firm's rating on one page of A4, for its signature. */
export default function PrintPage() {
  const words = useSheetWords();
  const { language } = useView();
  const other = language === "zh" ? "en" : "zh";
  const map = asked ? `?theme=yield&select=enterprise:${asked.code}&lang=${language}` : `?lang=${language}`;
  useLayoutEffect(() => {
    // Paper is white, whatever the reader's screen is.
    document.documentElement.dataset.mode = "light";
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = `${words.print.title} · ${asked?.code ?? ""}`;
  }, [language, words]);
  return (
    <div className="print-page">
      <PrintBar map={map} hint={words.print.hint} other={asked && printAddress(asked, other)} />
      <main>{asked ? <Asked {...asked} /> : <p className="print-problem">{words.print.malformed}</p>}</main>
    </div>
  );
}

function Asked({ code, year, run }: Printed) {
  const words = useSheetWords();
  const explanation = useAnswer<RatingExplanation>(explanationPath(year, code, run));
  const firm = useAnswer<EnterpriseSheet>(`/api/enterprises/${code}`);
  const missing =
    explanation.state === "failed" &&
    explanation.error instanceof ProblemError &&
    explanation.error.problem.status === 404;
  if (missing) return <p className="print-problem">{words.print.noRating(String(year))}</p>;
  return (
    <Loaded answer={explanation}>
      {(rated) => <Loaded answer={firm}>{(sheet) => <Paper of={rated} firm={sheet} year={year} />}</Loaded>}
    </Loaded>
  );
}
