import { type ReactNode, useLayoutEffect } from "react";
import { useView } from "../../state/store.ts";
import { PrintBar } from "../../yield/print/print-bar.tsx";
import { usePanelWords } from "../words/panel.ts";
import { usePrintWords } from "../words/print.ts";
import { EVALUATIONS, evaluationAddress, printedAddress, readPlanPrint } from "./address.ts";
import { BriefingPage } from "./briefing-page.tsx";
import { EvaluationPage } from "./evaluation-page.tsx";
import "../../yield/print/print.css";
import "./print.css";

const asked = readPlanPrint(location.search);

/** What the plan prints: an evaluation of a year, or the briefing on a district. */
export default function PlanPrint() {
  const words = usePrintWords();
  const { language } = useView();
  const other = language === "zh" ? "en" : "zh";
  const title = asked?.page === "evaluation" ? words.evaluation.titles[asked.kind] : words.briefing.title;
  useLayoutEffect(() => {
    // Paper is white, whatever the reader's screen is.
    document.documentElement.dataset.mode = "light";
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = asked ? `${title} · ${asked.page === "briefing" ? asked.district : asked.year}` : title;
  }, [language, title]);
  const hint = asked?.page === "evaluation" ? words.evaluation.hint : words.briefing.hint;
  return (
    <div className="print-page">
      <PrintBar
        map={`?theme=plan&lang=${language}`}
        hint={hint}
        other={asked && printedAddress(asked, other)}
      />
      {asked?.page === "evaluation" && <Kinds year={asked.year} />}
      <main>{contents() ?? <p className="print-problem">{words.malformed}</p>}</main>
    </div>
  );
}

function contents(): ReactNode {
  if (asked === null) return null;
  return asked.page === "evaluation" ? (
    <EvaluationPage year={asked.year} kind={asked.kind} />
  ) : (
    <BriefingPage district={asked.district} />
  );
}

/** The same year as monitored, or as evaluated half way or at the end. */
function Kinds({ year }: { year: number }) {
  const { evaluation: words } = usePrintWords();
  const { kinds } = usePanelWords();
  const { language } = useView();
  return (
    <nav className="print-kinds" aria-label={words.kinds}>
      {EVALUATIONS.map((kind) => (
        <a
          key={kind}
          href={evaluationAddress(year, kind, language)}
          {...(asked?.page === "evaluation" && asked.kind === kind
            ? { "aria-current": "page" as const }
            : {})}
        >
          {kinds[kind]}
        </a>
      ))}
    </nav>
  );
}
