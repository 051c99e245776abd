import type { ReactNode } from "react";
import type { PlanTask } from "../../../domain/api/plan.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useAmounts } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import type { TaskListName, TaskState } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import "./tasks.css";

/** The columns of a task, and what each of the three lists shows of them. */

export type TaskColumn =
  | "year"
  | "district"
  | "points"
  | "source"
  | "responsible"
  | "cooperating"
  | "term"
  | "state"
  | "progress"
  | "note";

/** The name of the task stands first in every list. */
export const COLUMNS: Readonly<Record<TaskListName, readonly TaskColumn[]>> = {
  all: ["year", "district", "responsible", "term", "state", "progress"],
  points: ["year", "district", "points", "source"],
  responsible: ["year", "district", "responsible", "cooperating"],
  progress: ["year", "district", "term", "state", "progress", "note"],
};

export function useCell(): (task: PlanTask, column: TaskColumn) => ReactNode {
  const { tasks: words } = useDrawerWords();
  const districtName = useDistrictName();
  return (task, column) => {
    switch (column) {
      case "district":
        return task.district_code === null ? words.city : districtName(task.district_code);
      case "source":
        return task.source ? (
          <>
            {task.source.section}
            <Citation source={task.source} />
          </>
        ) : (
          "–"
        );
      case "term":
        return <Term of={task} />;
      case "state":
        return <TaskStateMark state={task.state} />;
      case "progress":
        return <Progress percent={task.progress} />;
      default:
        return task[column] || "–";
    }
  };
}

function Term({ of }: { of: PlanTask }) {
  const { tasks: words } = useDrawerWords();
  return (
    <>
      {words.term(of.begins_on, of.due_on)}
      {of.overdue && <b className="task-late"> {words.overdue}</b>}
    </>
  );
}

const SHAPES: Readonly<Record<TaskState, string>> = {
  planned: "○",
  under_way: "◐",
  done: "●",
  delayed: "▼",
  dropped: "✕",
};

/** The state of a task by hue, shape and word. */
function TaskStateMark({ state }: { state: TaskState }) {
  const { tasks: words } = useDrawerWords();
  return (
    <span className="task-state" data-task={state}>
      <i aria-hidden="true">{SHAPES[state]}</i> {words.states[state]}
    </span>
  );
}

function Progress({ percent }: { percent: number }) {
  const { tasks: words } = useDrawerWords();
  const amounts = useAmounts();
  const told = amounts.percent(percent / 100, 0);
  return (
    <span className="task-progress">
      <span className="meter" role="img" aria-label={words.progressOf(told)}>
        <i style={{ width: `${percent}%` }} />
      </span>
      <span aria-hidden="true">{told}</span>
    </span>
  );
}
