import { useMemo } from "react";
import type { CandidateMarks } from "../../domain/api/screening.ts";
import { toMu } from "../../domain/area.ts";
import { muIn } from "../language/mu.ts";
import { useAmounts } from "../language/use-language.ts";
import { useAnswer } from "../state/answers.ts";
import { goSlack, useView } from "../state/store.ts";
import { toggle } from "../state/toggle.ts";
import { Loaded } from "../ui/answer.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { classesOf, type SlackClass } from "./painting.ts";
import { marksPath } from "./query.ts";
import { SLACK_COLOURS, type SlackView } from "./state.ts";
import { usePanelWords } from "./words/panel.ts";
import type { PanelWords } from "./words/zh/panel.ts";

/** What candidates are coloured by, and what each colour means: the legend is the histogram, and a filter. */
export function ColourBy() {
  const words = usePanelWords();
  const { slack: view } = useView();
  const marks = useAnswer<CandidateMarks>(marksPath(view));
  return (
    <section className="section" aria-label={words.legend}>
      <Segmented
        label={words.colourBy}
        choices={SLACK_COLOURS.map((by) => [by, words.by[by]] as const)}
        value={view.by}
        choose={(by) => goSlack({ by })}
      />
      <Loaded answer={marks}>{(value) => <Legend marks={value} view={view} />}</Loaded>
      <p className="fine quiet hint">{words.hatched}</p>
    </section>
  );
}

/** The class in words, by what the view is coloured by. */
function nameOf(words: PanelWords, by: SlackView["by"], id: string): string {
  const names: Readonly<Record<string, string>> = {
    kind: words.kinds,
    urgency: words.urgencies,
    state: words.states,
  }[by];
  return names[id] ?? id;
}

/** Filters by a class, or takes it out of the filter. */
function press(view: SlackView, id: string) {
  if (view.by === "kind") goSlack({ kinds: toggle<string>(view.kinds, id) as SlackView["kinds"] });
  else if (view.by === "urgency")
    goSlack({ urgencies: toggle<string>(view.urgencies, id) as SlackView["urgencies"] });
  else goSlack({ states: toggle<string>(view.states, id) as SlackView["states"] });
}

function Legend({ marks, view }: { marks: CandidateMarks; view: SlackView }) {
  const words = usePanelWords();
  const { language } = useView();
  const amounts = useAmounts();
  const classes = useMemo(() => classesOf(marks, view), [marks, view]);
  const filtered = classes.some((one) => one.filtered);
  const most = Math.max(1, ...classes.map(({ parcels }) => parcels));
  const land = ({ area_m2 }: SlackClass) => {
    const { figure, unit } = muIn(language, toMu(area_m2));
    return `${figure} ${unit}`;
  };
  return (
    <ul className="slack-legend">
      {classes.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            aria-pressed={filtered && !one.filtered}
            className={one.filtered ? "off" : ""}
            title={land(one)}
            onClick={() => press(view, one.id)}
          >
            <i className="swatch" data-class={one.paint} style={{ backgroundColor: `var(--${one.paint})` }} />
            <span>{nameOf(words, view.by, one.id)}</span>
            <span className="firms-bar" aria-hidden="true">
              <i style={{ width: `${(one.parcels / most) * 100}%` }} />
            </span>
            <span className="count">{amounts.count(one.parcels)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
