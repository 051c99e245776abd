import { useLayoutEffect } from "react";
import type { CasePage } from "../../../domain/api/cases.ts";
import type { ParcelScreening, RuleList } from "../../../domain/api/screening.ts";
import type { ParcelSheet } from "../../../domain/api/sheets.ts";
import { type Answer, useAnswer } from "../../state/answers.ts";
import { useView } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { PrintBar } from "../../yield/print/print-bar.tsx";
import { casesPath } from "../case/paths.ts";
import { RULES, screeningPath } from "../sheet/paths.ts";
import { useDossierWords } from "../words/dossier.ts";
import { dossierAddress, readDossier } from "./address.ts";
import { Dossier } from "./dossier.tsx";
import "../../yield/print/print.css";
import "./dossier.css";

const asked = readDossier(location.search);

/** 一地一档: all that is known of a parcel and was done about it, on A4. */
export default function DossierPage() {
  const words = useDossierWords();
  const { language } = useView();
  const other = language === "zh" ? "en" : "zh";
  useLayoutEffect(() => {
    // Paper is white, whatever the reader's screen is.
    document.documentElement.dataset.mode = "light";
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = `${words.title} · ${asked ?? ""}`;
  }, [language, words]);
  const map = asked ? `?theme=slack&select=parcel:${asked}&lang=${language}` : `?lang=${language}`;
  return (
    <div className="print-page">
      <PrintBar map={map} hint={words.hint} other={asked && dossierAddress(asked, other)} />
      <main>{asked ? <Asked code={asked} /> : <p className="print-problem">{words.malformed}</p>}</main>
    </div>
  );
}

function Asked({ code }: { code: string }) {
  const sheet = useAnswer<ParcelSheet>(`/api/parcels/${code}`);
  const screening = useAnswer<ParcelScreening>(screeningPath(code));
  const rules = useAnswer<RuleList>(RULES);
  const cases = useAnswer<CasePage>(casesPath(code));
  return (
    <Loaded answer={all(sheet, screening, rules, cases)}>
      {([sheet, screening, { rules }, { cases }]) => (
        <Dossier sheet={sheet} screening={screening} rules={rules} cases={cases.map(({ id }) => id)} />
      )}
    </Loaded>
  );
}

/** Paper waits for everything that stands on it. */
function all<A, B, C, D>(...answers: [Answer<A>, Answer<B>, Answer<C>, Answer<D>]): Answer<[A, B, C, D]> {
  const waiting = answers.find(({ state }) => state !== "ready");
  if (waiting && waiting.state !== "ready") return waiting;
  const values = answers.map((answer) => (answer.state === "ready" ? answer.value : null));
  return { state: "ready", value: values as [A, B, C, D] };
}
