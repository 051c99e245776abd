import type { NewTask, PlanTask } from "../../../domain/api/plan.ts";

/** What a person has typed of a task, as text until it is sent. */
export type TaskDraft = { [Name in keyof NewTask]: string };

export const taskDraft = (of: PlanTask | null, district: string, today: string): TaskDraft => ({
  title: of?.title ?? "",
  year: of ? String(of.year) : today.slice(0, 4),
  district_code: of ? (of.district_code ?? "") : district,
  points: of?.points ?? "",
  responsible: of?.responsible ?? "",
  cooperating: of?.cooperating ?? "",
  begins_on: of?.begins_on ?? "",
  due_on: of?.due_on ?? "",
  state: of?.state ?? "planned",
  progress: of ? String(of.progress) : "0",
  note: of?.note ?? "",
});

/** Nothing typed is no number; the answer says so beside the field. */
const numberOf = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed));

export const taskSent = (draft: TaskDraft, record: PlanTask | null) => ({
  ...draft,
  year: numberOf(draft.year),
  progress: numberOf(draft.progress),
  district_code: draft.district_code || null,
  begins_on: draft.begins_on || null,
  ...(record ? { version: record.version } : {}),
});
