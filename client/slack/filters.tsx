import type { ScreeningRule, ScreeningSummary } from "../../domain/api/screening.ts";
import { useText } from "../language/use-language.ts";
import { goSlack, useSlack } from "../state/store.ts";
import { FilterChips } from "../ui/filter-chips.tsx";
import { DEFAULT_SLACK, type SlackView } from "./state.ts";
import { usePanelWords } from "./words/panel.ts";
import { useSheetWords } from "./words/sheet.ts";

const LISTS = ["kinds", "districts", "rules", "urgencies", "states"] as const;
type List = (typeof LISTS)[number];

export function isFiltered(view: SlackView): boolean {
  return (
    view.mine ||
    view.overdue ||
    view.due !== null ||
    view.unfound ||
    view.q.trim() !== "" ||
    LISTS.some((list) => view[list].length > 0)
  );
}

export function clearFilters() {
  const { kinds, unfound, districts, rules, urgencies, states, mine, overdue, due, q } = DEFAULT_SLACK;
  goSlack({ kinds, unfound, districts, rules, urgencies, states, mine, overdue, due, q });
}

/** What is filtered by, wherever it was chosen, and the way back. */
export function ActiveFilters(props: { summary: ScreeningSummary; rules: readonly ScreeningRule[] }) {
  const { summary, rules } = props;
  const words = usePanelWords();
  const { number } = useSheetWords();
  const text = useText();
  const view = useSlack();
  const names: { [L in List]: (value: SlackView[L][number]) => string } = {
    kinds: (kind) => words.kinds[kind],
    districts: (code) => {
      const district = summary.districts.find((one) => one.code === code);
      return district ? text(district.name) : code;
    },
    rules: (name) => {
      const rule = rules.find((one) => one.name === name);
      return rule ? `${number(rule.number)} ${text(rule.title)}` : name;
    },
    urgencies: (urgency) => words.urgencies[urgency],
    states: (state) => words.caseOf(words.states[state]),
  };
  const chipsOf = <L extends List>(list: L) =>
    (view[list] as readonly SlackView[L][number][]).map((value) => ({
      key: `${list} ${value}`,
      name: names[list](value),
      remove: () =>
        goSlack({ [list]: (view[list] as readonly SlackView[L][number][]).filter((one) => one !== value) }),
    }));
  const chips = LISTS.flatMap((list) => chipsOf(list));
  if (view.unfound)
    chips.push({ key: "unfound", name: words.unfound, remove: () => goSlack({ unfound: false }) });
  if (view.mine) chips.push({ key: "mine", name: words.mine, remove: () => goSlack({ mine: false }) });
  if (view.overdue)
    chips.push({ key: "overdue", name: words.overdue, remove: () => goSlack({ overdue: false }) });
  if (view.due !== null)
    chips.push({ key: "due", name: words.due(view.due), remove: () => goSlack({ due: null }) });
  if (view.q.trim())
    chips.push({ key: "q", name: words.searched(view.q.trim()), remove: () => goSlack({ q: "" }) });
  return (
    <FilterChips
      chips={chips}
      words={{ filters: words.filters, remove: words.remove, clear: words.clear }}
      clear={clearFilters}
    />
  );
}
