import type { PlanTask } from "../../../domain/api/plan.ts";
import { NeedsRight } from "../../account/needs-right.tsx";
import { useRight } from "../../account/session.ts";
import { dayOf } from "../../language/days.ts";
import { Citation } from "../../sources/citation.tsx";
import { useAnswer } from "../../state/answers.ts";
import { goPlan } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Facts } from "../../ui/figure.tsx";
import { DemoMark } from "../demo-mark.tsx";
import { taskPath } from "../paths.ts";
import { type TaskColumn, useCell } from "../tasks/cells.tsx";
import { useDrawerWords } from "../words/drawer.ts";
import { useFormWords } from "../words/form.ts";
import { CITY } from "./city.ts";
import { TaskForm } from "./task-form.tsx";

const close = () => goPlan({ form: null });

export const NewTask = () => (
  <NeedsRight right="plan">
    <TaskForm record={null} saved={close} removed={close} />
  </NeedsRight>
);

/** A task as it stands, and the form for whoever may change it. */
export function Task({ id }: { id: number }) {
  const answer = useAnswer<PlanTask>(taskPath(id));
  return <Loaded answer={answer}>{(task) => <OneTask key={task.id} of={task} />}</Loaded>;
}

function OneTask({ of }: { of: PlanTask }) {
  const words = useFormWords();
  const district = of.district_code ?? CITY;
  const mayChange = useRight("plan", district);
  return (
    <>
      <h2 className="detail-title">
        {of.title} <DemoMark of={of} />
        {of.source && <Citation source={of.source} />}
      </h2>
      <p className="quiet fine">{words.by(of.changedBy ?? words.somebody, dayOf(of.changedAt))}</p>
      {!mayChange && <About of={of} />}
      <NeedsRight right="plan" district={district}>
        <TaskForm record={of} saved={close} removed={close} />
      </NeedsRight>
    </>
  );
}

const SHOWN: readonly TaskColumn[] = [
  "year",
  "district",
  "responsible",
  "cooperating",
  "term",
  "state",
  "progress",
  "points",
  "note",
];

function About({ of }: { of: PlanTask }) {
  const { tasks: words } = useDrawerWords();
  const cell = useCell();
  return <Facts items={SHOWN.map((column) => [words.columns[column], cell(of, column)])} />;
}
