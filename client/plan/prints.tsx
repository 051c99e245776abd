import type { Layout } from "../../domain/api/layout.ts";
import { today } from "../language/days.ts";
import { useText } from "../language/use-language.ts";
import { usePlan, useView } from "../state/store.ts";
import { Section } from "../ui/figure.tsx";
import { briefingAddress, EVALUATIONS, evaluationAddress } from "./print/address.ts";
import { usePanelWords } from "./words/panel.ts";

/** What can be printed; each opens a page of its own, so that the map stays as it is. */
export function Prints({ districts }: { districts: Layout["districts"] }) {
  const words = usePanelWords();
  const text = useText();
  const { language } = useView();
  const { asOf } = usePlan();
  const year = asOf ?? Number(today().slice(0, 4)) - 1;
  return (
    <Section title={words.prints}>
      <h3 className="print-head">
        {words.evaluations} <span className="quiet">{words.asOfYear(year)}</span>
      </h3>
      <ul className="print-links">
        {EVALUATIONS.map((kind) => (
          <li key={kind}>
            <a target="_blank" rel="noopener" href={evaluationAddress(year, kind, language)}>
              {words.kinds[kind]}
            </a>
          </li>
        ))}
      </ul>
      <h3 className="print-head">{words.briefings}</h3>
      <ul className="print-links">
        {districts.map(({ code, name }) => (
          <li key={code}>
            <a
              target="_blank"
              rel="noopener"
              title={words.briefingOf(text(name))}
              href={briefingAddress(code, language)}
            >
              {text(name)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
