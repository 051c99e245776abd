import type { PlanTask, TaskList } from "../../../domain/api/plan.ts";
import { useAnswer } from "../../state/answers.ts";
import { goPlan, usePlan } from "../../state/store.ts";
import { Pending } from "../../ui/answer.tsx";
import { TableScroll } from "../../ui/table-scroll.tsx";
import { DemoMark } from "../demo-mark.tsx";
import { tasksPath } from "../paths.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { COLUMNS, useCell } from "./cells.tsx";
import { clearFilters, isFiltered, TaskFilters } from "./filters.tsx";
import "../table.css";

/** 三张清单: what is to be done, by whom, and how far it is. */
export default function TaskTab() {
  const view = usePlan();
  const answer = useAnswer<TaskList>(tasksPath(view));
  return (
    <>
      <TaskFilters />
      {answer.state !== "ready" ? (
        <div className="drawer-message">
          <Pending answer={answer} />
        </div>
      ) : answer.value.tasks.length === 0 ? (
        <None />
      ) : (
        <Table tasks={answer.value.tasks} />
      )}
    </>
  );
}

function None() {
  const { tasks: words } = useDrawerWords();
  const view = usePlan();
  return (
    <div className="drawer-message" role="status">
      <p>{words.none}</p>
      {isFiltered(view) && (
        <button type="button" className="button" onClick={clearFilters}>
          {words.clear}
        </button>
      )}
    </div>
  );
}

function Table({ tasks }: { tasks: readonly PlanTask[] }) {
  const { tasks: words } = useDrawerWords();
  const { list } = usePlan();
  const cell = useCell();
  const columns = COLUMNS[list];
  return (
    <TableScroll label={words.name}>
      <table className="plan-table task-table stacks">
        <caption className="visually-hidden">{words.lists[list]}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.title}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={column}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row">
                <button
                  type="button"
                  title={words.open(task.title)}
                  onClick={() => goPlan({ form: `task:${task.id}` })}
                >
                  {task.title}
                </button>{" "}
                <DemoMark of={task} />
              </th>
              {columns.map((column) => (
                <td key={column} className={column} data-label={words.columns[column]}>
                  {cell(task, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
