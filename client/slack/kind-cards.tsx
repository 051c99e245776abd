import type { ScreeningSummary } from "../../domain/api/screening.ts";
import { toMu } from "../../domain/area.ts";
import { KINDS } from "../../domain/screening/facts.ts";
import { muIn } from "../language/mu.ts";
import { useAmounts } from "../language/use-language.ts";
import { goSlack, useView } from "../state/store.ts";
import { toggle } from "../state/toggle.ts";
import { Section } from "../ui/figure.tsx";
import { usePanelWords } from "./words/panel.ts";

/** What was found, in parcels and land; a press leaves only that kind. */
export function KindCards({ summary }: { summary: ScreeningSummary }) {
  const words = usePanelWords();
  const amounts = useAmounts();
  const { language, slack: view } = useView();
  return (
    <Section title={words.found}>
      <div className={`grade-cards kind-cards${view.kinds.length > 0 ? " chosen" : ""}`}>
        {KINDS.map((kind) => {
          const { parcels, area_m2 } = summary.total[kind];
          const land = muIn(language, toMu(area_m2));
          return (
            <button
              key={kind}
              type="button"
              className="grade-card"
              data-slack={kind}
              aria-pressed={view.kinds.includes(kind)}
              title={words.filterBy(words.kinds[kind])}
              onClick={() => goSlack({ kinds: toggle(view.kinds, kind) })}
            >
              <small>{words.kindShort[kind]}</small>
              <b>{amounts.count(parcels)}</b>
              <small>
                {land.figure} {land.unit}
              </small>
            </button>
          );
        })}
      </div>
    </Section>
  );
}
