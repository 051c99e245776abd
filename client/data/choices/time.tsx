import { useTaking } from "../../state/store.ts";
import { DayField } from "../../ui/fields.tsx";
import { Section } from "../../ui/figure.tsx";
import { usePanelWords } from "../words/panel.ts";
import { changeWork, type Work } from "../work.ts";

/** From when until when, where a layer's features have a day. */
export function TimeChoice({
  interval,
  work,
}: {
  interval: readonly (string | null)[] | undefined;
  work: Work;
}) {
  const words = usePanelWords();
  const { layer } = useTaking();
  const backwards = work.from !== "" && work.until !== "" && work.from > work.until;
  const told = interval?.map((moment) => moment?.slice(0, 10) ?? "…").join(" – ");
  return (
    <Section title={words.time} aside={told}>
      <div className="taking-two">
        <DayField label={words.from} value={work.from} change={(from) => changeWork(layer, { from })} />
        <DayField
          label={words.until}
          value={work.until}
          error={backwards ? words.backwards : undefined}
          change={(until) => changeWork(layer, { until })}
        />
      </div>
      {(work.from || work.until) && <p className="fine quiet taking-note">{words.timeNote}</p>}
    </Section>
  );
}
