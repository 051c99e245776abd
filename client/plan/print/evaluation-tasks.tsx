import type { PlanTask } from "../../../domain/api/plan.ts";
import { TASK_STATES } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { usePrintWords } from "../words/print.ts";

/** 三张清单 of the year in a sentence, and what of them is late. */
export function EvaluationTasks({ year, tasks }: { year: number; tasks: readonly PlanTask[] }) {
  const { evaluation: words } = usePrintWords();
  const { states } = useDrawerWords().tasks;
  const late = tasks.filter(({ overdue, state }) => overdue || state === "delayed");
  const counts = TASK_STATES.map((state) => ({
    state,
    count: tasks.filter((task) => task.state === state).length,
  })).filter(({ count }) => count > 0);
  return (
    <section>
      <h2>{words.tasks}</h2>
      {tasks.length === 0 ? (
        <p>{words.noTasks}</p>
      ) : (
        <p>
          {words.tasksOf(year, tasks.length)}{" "}
          {counts.map(({ state, count }) => words.taskState(states[state], count)).join(" · ")}
        </p>
      )}
      {late.length > 0 && (
        <>
          <h3>{words.lateTitle}</h3>
          <ul className="late-tasks">
            {late.map(({ id, title, responsible, due_on, progress }) => (
              <li key={id}>{words.late(title, responsible, due_on, progress)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
