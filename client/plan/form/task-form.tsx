import type { Layout } from "../../../domain/api/layout.ts";
import type { PlanTask } from "../../../domain/api/plan.ts";
import { useAccount } from "../../account/session.ts";
import { today } from "../../language/days.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { ask } from "../../state/ask.ts";
import { ChoiceField, DayField, LongField, NumberField, TextField } from "../../ui/fields.tsx";
import { Remove } from "../../ui/remove.tsx";
import { TASKS, taskPath, versioned } from "../paths.ts";
import { TASK_STATES } from "../state.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { useFormWords } from "../words/form.ts";
import { Frame } from "./frame.tsx";
import { type TaskDraft, taskDraft, taskSent } from "./task-draft.ts";
import { useRecord } from "./use-record.ts";

const LONGEST = { title: 120, unit: 200, text: 2000 } as const;
const FIRST_YEAR = 2000;

type Props = { record: PlanTask | null; saved: (task: PlanTask) => void; removed: () => void };

/** 任务: what is to be done, by whom, until when, and how far it is. */
export function TaskForm({ record, saved, removed }: Props) {
  const words = useFormWords();
  const { states } = useDrawerWords().tasks;
  const own = useAccount()?.district ?? "";
  const districts = useDistricts();
  const { fields, hints } = words;
  const names = { ...fields, year: fields.taskYear, note: fields.taskNote };
  const { field, frame } = useRecord<PlanTask, TaskDraft>({
    record,
    draftOf: (of) => taskDraft(of, own, today()),
    names,
    told: (name, value) => {
      if (name === "state") return states[value as keyof typeof states];
      if (name === "district_code") return districts.find(([code]) => code === value)?.[1] ?? value;
      return value;
    },
    send: (draft, record) =>
      record
        ? ask("PUT", taskPath(record.id), taskSent(draft, record))
        : ask("POST", TASKS, taskSent(draft, null)),
    saved,
  });
  return (
    <Frame
      label={record?.title ?? words.titles.newTask}
      {...frame}
      beside={
        record && (
          <Remove
            path={versioned(taskPath(record.id), record.version)}
            name={record.title}
            words={words}
            removed={removed}
          />
        )
      }
    >
      <TextField label={names.title} wide most={LONGEST.title} required {...field("title")} />
      <NumberField label={names.year} least={FIRST_YEAR} required {...field("year")} />
      <ChoiceField label={names.district_code} choices={districts} {...field("district_code")} />
      <LongField label={names.points} most={LONGEST.text} {...field("points")} />
      <TextField label={names.responsible} most={LONGEST.unit} required {...field("responsible")} />
      <TextField
        label={names.cooperating}
        hint={hints.cooperating}
        most={LONGEST.unit}
        {...field("cooperating")}
      />
      <DayField label={names.begins_on} hint={hints.begins_on} {...field("begins_on")} />
      <DayField label={names.due_on} required {...field("due_on")} />
      <ChoiceField
        label={names.state}
        choices={TASK_STATES.map((state) => [state, states[state]] as const)}
        {...field("state")}
      />
      <NumberField label={names.progress} least={0} greatest={100} {...field("progress")} />
      <LongField label={names.note} most={LONGEST.text} rows={2} {...field("note")} />
    </Frame>
  );
}

/** Where whoever writes may act; nothing stands for the city. */
function useDistricts(): (readonly [code: string, name: string])[] {
  const words = useFormWords();
  const text = useText();
  const own = useAccount()?.district ?? null;
  const answer = useAnswer<Layout>("/api/layout");
  const districts = answer.state === "ready" ? answer.value.districts : [];
  const choices = districts
    .filter(({ emerging, code }) => emerging && (own === null || code === own))
    .map(({ code, name }) => [code, text(name)] as const);
  return own === null ? [["", words.city], ...choices] : choices;
}
