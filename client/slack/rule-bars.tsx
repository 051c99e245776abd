import type { ScreeningRule, ScreeningSummary } from "../../domain/api/screening.ts";
import { useAmounts, useText } from "../language/use-language.ts";
import { goSlack, useSlack } from "../state/store.ts";
import { toggle } from "../state/toggle.ts";
import { Section } from "../ui/figure.tsx";
import { usePanelWords } from "./words/panel.ts";
import { useSheetWords } from "./words/sheet.ts";

/** How many parcels each rule fired on; a press leaves only those. */
export function RuleBars({ summary, rules }: { summary: ScreeningSummary; rules: readonly ScreeningRule[] }) {
  const words = usePanelWords();
  const { number: numbered } = useSheetWords();
  const text = useText();
  const amounts = useAmounts();
  const view = useSlack();
  const tallies = new Map(summary.byRule.map((one) => [one.rule, one.parcels]));
  const found = rules.filter(({ kind }) => kind !== "scattered");
  const most = Math.max(1, ...found.map(({ name }) => tallies.get(name) ?? 0));
  return (
    <Section title={words.rules} aside={words.rulesUnit}>
      <ul className={view.rules.length > 0 ? "rule-bars chosen" : "rule-bars"}>
        {found.map(({ name, number, kind, title, test, weight }) => {
          const parcels = tallies.get(name) ?? 0;
          return (
            <li key={name}>
              <button
                type="button"
                aria-pressed={view.rules.includes(name)}
                title={text(test)}
                onClick={() => goSlack({ rules: toggle(view.rules, name) })}
              >
                <span className="rule-number" data-slack={kind}>
                  {numbered(number)}
                </span>
                <span className="rule-title">
                  {text(title)} <small className="quiet">{words.weights[weight]}</small>
                </span>
                <span className="value">{amounts.count(parcels)}</span>
                <span className="firms-bar" aria-hidden="true">
                  <i data-slack={kind} style={{ width: `${(parcels / most) * 100}%` }} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className="fine quiet hint">{words.rulesHint}</p>
    </Section>
  );
}
