import { useState } from "react";
import type { RatingRun, RunSummary } from "../../../../domain/api/ratings/runs.ts";
import { useText } from "../../../language/use-language.ts";
import { ChoiceField } from "../../../ui/fields.tsx";
import { Section } from "../../../ui/figure.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { goDesk } from "../go.ts";

/** Chooses the run that this one is held against: of the same size, those of the same year first. */
export function CompareWith({ run, runs }: { run: RatingRun; runs: RunSummary[] }) {
  const words = useDeskWords().runs;
  const text = useText();
  const [other, setOther] = useState<number | null>(null);
  const others = runs
    .filter(({ id, size }) => id !== run.id && size === run.size)
    .sort(
      (a, b) => Math.abs(a.year - run.year) - Math.abs(b.year - run.year) || b.year - a.year || b.id - a.id,
    );
  const chosen = others.find(({ id }) => id === other)?.id ?? others[0]?.id;
  if (chosen === undefined)
    return (
      <Section title={words.compare}>
        <p className="fine quiet">{words.compareNone}</p>
      </Section>
    );
  return (
    <Section title={words.compare}>
      <div className="choose">
        <ChoiceField
          label={words.compareWith}
          value={String(chosen)}
          change={(other) => setOther(Number(other))}
          choices={others.map(
            ({ id, year, scheme, state }) =>
              [String(id), words.name(id, year, text(scheme.name), words.states[state])] as const,
          )}
        />
        <button type="button" className="button" onClick={() => goDesk(`runs/${run.id}/with/${chosen}`)}>
          {words.compareNow}
        </button>
      </div>
    </Section>
  );
}
