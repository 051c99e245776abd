import type { TaskList } from "../../../domain/api/plan.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { goPlan, usePlan } from "../../state/store.ts";
import { taskListPath, tasksPath } from "../paths.ts";
import { useDrawerWords } from "../words/drawer.ts";

/** How many tasks are listed, done and late; a new one, and the same for a spreadsheet. */
export default function TaskAside() {
  const { tasks: words, targets } = useDrawerWords();
  const { count } = useAmounts();
  const view = usePlan();
  const answer = useAnswer<TaskList>(tasksPath(view));
  const tasks = answer.state === "ready" ? answer.value.tasks : null;
  return (
    <>
      <p className="drawer-totals quiet" role="status">
        {tasks ? (
          <>
            <span>
              <b>{words.count(count(tasks.length))}</b>
            </span>
            <span>{words.doneCount(count(tasks.filter(({ state }) => state === "done").length))}</span>
            <span>{words.lateCount(count(tasks.filter(({ overdue }) => overdue).length))}</span>
          </>
        ) : answer.state === "failed" ? (
          targets.failed
        ) : (
          targets.loading
        )}
      </p>
      <p className="drawer-links">
        <button type="button" className="link" onClick={() => goPlan({ form: "task:new" })}>
          {words.add}
        </button>
        {(["csv", "xlsx"] as const).map((f) => (
          <a key={f} href={taskListPath(view, f)} download aria-label={words.export(f.toUpperCase())}>
            {f.toUpperCase()}
          </a>
        ))}
      </p>
    </>
  );
}
