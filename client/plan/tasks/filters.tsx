import type { Layout } from "../../../domain/api/layout.ts";
import type { TaskList } from "../../../domain/api/plan.ts";
import { useText } from "../../language/use-language.ts";
import { Pick, Search, Tick } from "../../slack/drawer/filter-fields.tsx";
import { useAnswer } from "../../state/answers.ts";
import { adjust, goPlan, usePlan, useView } from "../../state/store.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { TASKS } from "../paths.ts";
import { DEFAULT_PLAN, type PlanView, TASK_LISTS, TASK_STATES } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";

export const isFiltered = ({ taskYear, districts, states, late, q }: PlanView): boolean =>
  taskYear !== null || districts.length > 0 || states.length > 0 || late || q.trim() !== "";

export function clearFilters() {
  const { taskYear, districts, states, late, q } = DEFAULT_PLAN;
  goPlan({ taskYear, districts, states, late, q });
}

/** What the tasks are narrowed to, and which of the three lists is shown. */
export function TaskFilters() {
  const { tasks: words } = useDrawerWords();
  const text = useText();
  const { plan: view } = useView();
  const layout = useAnswer<Layout>("/api/layout");
  // Of all tasks, so that no year goes from the list while another is read.
  const all = useAnswer<TaskList>(TASKS);
  const years = all.state === "ready" ? all.value.years : [];
  const districts = layout.state === "ready" ? layout.value.districts.filter(({ emerging }) => emerging) : [];
  return (
    <search className="list-filters" aria-label={words.filters}>
      <ListChoice />
      <Search label={words.search} q={view.q} ask={(q) => adjust({ plan: { ...view, q } })} />
      <Pick
        label={words.allYears}
        values={view.taskYear === null ? [] : [String(view.taskYear)]}
        choices={years.map((year) => [String(year), String(year)] as const)}
        pick={([year]) => goPlan({ taskYear: year === undefined ? null : Number(year) })}
      />
      <Pick
        label={words.allDistricts}
        values={view.districts}
        choices={[["city", words.city], ...districts.map(({ code, name }) => [code, text(name)] as const)]}
        pick={(codes) => goPlan({ districts: codes })}
      />
      <Pick
        label={words.allStates}
        values={view.states}
        choices={TASK_STATES.map((state) => [state, words.states[state]] as const)}
        pick={(states) => goPlan({ states })}
      />
      <Tick label={words.late} on={view.late} turn={(late) => goPlan({ late })} />
    </search>
  );
}

/** 任务要点、责任主体、实施进度: the same tasks, each list with what it is for. */
function ListChoice() {
  const { tasks: words } = useDrawerWords();
  const { list } = usePlan();
  return (
    <Segmented
      label={words.listsOf}
      choices={TASK_LISTS.map((one) => [one, words.lists[one]] as const)}
      value={list}
      choose={(one) => goPlan({ list: one })}
    />
  );
}
