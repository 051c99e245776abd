import type { ScreeningSummary } from "../../../domain/api/screening.ts";
import { KINDS } from "../../../domain/screening/facts.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { adjustSlack, goSlack, useSlack } from "../../state/store.ts";
import { Pick, Search } from "../drawer/filter-fields.tsx";
import { SUMMARY } from "../query.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";
import { usePotentialWords } from "../words/potential.ts";
import { potentialKinds } from "./paths.ts";

/** What the list of potential is narrowed to. */
export function PotentialFilters() {
  const words = usePotentialWords();
  const { all } = useDrawerWords();
  const named = usePanelWords();
  const text = useText();
  const view = useSlack();
  const summary = useAnswer<ScreeningSummary>(SUMMARY);
  const districts = summary.state === "ready" ? summary.value.districts : [];
  return (
    <search className="list-filters" aria-label={words.filters}>
      <Search label={words.search} q={view.q} ask={(q) => adjustSlack({ q })} />
      <Pick
        label={all.kind}
        values={potentialKinds(view)}
        choices={[
          ...KINDS.map((kind) => [kind, named.kinds[kind]] as const),
          ["none", named.unfound] as const,
        ]}
        pick={(kinds) =>
          goSlack({ kinds: kinds.filter((kind) => kind !== "none"), unfound: kinds.includes("none") })
        }
      />
      <Pick
        label={all.district}
        values={view.districts}
        choices={districts.map(({ code, name }) => [code, text(name)])}
        pick={(codes) => goSlack({ districts: codes })}
      />
    </search>
  );
}
