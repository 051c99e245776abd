import { day, isoDay, monthsAfter } from "../civil-days.ts";
import type { Clocked } from "../screening/consequences.ts";
import { disposalsOpen, EXTENSION_MONTHS } from "./disposals.ts";
import { stepsFrom, WAYS } from "./machine.ts";
import type { CaseKind, CaseState, Cause, Disposal, Step } from "./states.ts";
import { DISPOSAL_NAMES, STATE_NAMES, STEP_NAMES } from "./words.ts";

/** One step of a case: what it wants, why it is refused, and what the case is after it. Days are ISO civil days. */

/** What steps write down; each is null until a step has said it. */
export type Progress = {
  state: CaseState;
  cause: Cause;
  disposal: Disposal | null;
  verifiedOn: string | null;
  decidedOn: string | null;
  decidedAreaM2: number | null;
  dueOn: string | null;
  begunOn: string | null;
  closedOn: string | null;
  revivedAreaM2: number | null;
};

/** What no step changes. */
export type Subject = {
  kind: CaseKind;
  areaM2: number;
  /** What the parcel says of its building: the delay of idle land counts from it. */
  building: Clocked;
  openedOn: string;
};

export type StepOrder = {
  step: Step;
  note: string;
  on?: string | undefined;
  cause?: Cause | undefined;
  disposal?: Disposal | undefined;
  decidedAreaM2?: number | undefined;
  dueOn?: string | undefined;
  revivedAreaM2?: number | undefined;
};

export type StepField = Exclude<keyof StepOrder, "step">;
export type StepRefusal = { field: StepField | "step"; message: string; zh: string };

type Wants = Readonly<Partial<Record<StepField, "must" | "may">>>;

/** The cause of idle land is a finding of its own; of other land it may be said. Any step may carry a note. */
export function wantsOf(step: Step, kind: CaseKind): Wants {
  switch (step) {
    case "verify":
      return { on: "must", cause: kind === "idle" ? "must" : "may", note: "may" };
    case "decide":
      return { disposal: "must", decidedAreaM2: "must", on: "must", dueOn: "must", note: "may" };
    case "begin":
      return { on: "must", note: "may" };
    case "close":
      return { on: "must", revivedAreaM2: "must", note: "may" };
    case "reject":
    case "reopen":
      return { note: "must" };
  }
}

const FIELDS = ["on", "cause", "disposal", "decidedAreaM2", "dueOn", "revivedAreaM2", "note"] as const;

const isSaid = (value: unknown) => value !== undefined && value !== "";

/** Everything that is wrong with a step, so that a form can show it all at once. */
export function stepRefusals(
  subject: Subject,
  progress: Progress,
  order: StepOrder,
  today: string,
): StepRefusal[] {
  const { step } = order;
  if (!(step in WAYS[progress.state])) return [notNow(progress.state, step)];
  return [
    ...unwanted(subject, order),
    ...wrongDays(subject, progress, order, today),
    ...wrongCause(subject, order),
    ...wrongDisposal(subject, progress, order),
    ...wrongAreas(subject, progress, order),
  ];
}

function notNow(state: CaseState, step: Step): StepRefusal {
  const possible = stepsFrom(state);
  return {
    field: "step",
    message: `a case that is ${state} allows ${possible.join(", ")}, not ${step}`,
    zh: `${STATE_NAMES[state]}的案件只能${possible.map((one) => STEP_NAMES[one]).join("、")}，不能${STEP_NAMES[step]}`,
  };
}

function unwanted({ kind }: Subject, order: StepOrder): StepRefusal[] {
  const wants = wantsOf(order.step, kind);
  return FIELDS.flatMap((field): StepRefusal[] => {
    const said = isSaid(order[field]);
    if (wants[field] === "must" && !said)
      return [{ field, message: `is needed to ${order.step}`, zh: `${STEP_NAMES[order.step]}须填写此项` }];
    if (wants[field] === undefined && said)
      return [
        {
          field,
          message: `is nothing that belongs to ${order.step}`,
          zh: `${STEP_NAMES[order.step]}不填写此项`,
        },
      ];
    return [];
  });
}

/** The newest day that the case has come to. */
const comeTo = ({ openedOn }: Subject, { verifiedOn, decidedOn, begunOn }: Progress): string =>
  [openedOn, verifiedOn, decidedOn, begunOn].reduce<string>(
    (latest, on) => (on !== null && on > latest ? on : latest),
    openedOn,
  );

function wrongDays(subject: Subject, progress: Progress, order: StepOrder, today: string): StepRefusal[] {
  const { on, dueOn, disposal } = order;
  if (on === undefined) return [];
  const refusals: StepRefusal[] = [];
  const before = comeTo(subject, progress);
  if (on > today) refusals.push({ field: "on", message: "lies in the future", zh: "日期不能晚于今天" });
  else if (on < before)
    refusals.push({
      field: "on",
      message: `is before ${before}, the day that the case has come to`,
      zh: `日期不能早于上一步的日期 ${before}`,
    });
  if (dueOn === undefined) return refusals;
  const longest = isoDay(monthsAfter(day(on), EXTENSION_MONTHS));
  if (dueOn < on)
    refusals.push({ field: "dueOn", message: "is before the decision", zh: "完成期限不能早于决定日期" });
  else if (disposal === "extension" && dueOn > longest)
    refusals.push({
      field: "dueOn",
      message: `an extension ends within a year, by ${longest}`,
      zh: `延长动工期限最长一年，至 ${longest}`,
    });
  return refusals;
}

function wrongCause({ kind }: Subject, { step, cause }: StepOrder): StepRefusal[] {
  if (step !== "verify" || kind !== "idle" || cause !== "unknown") return [];
  return [
    {
      field: "cause",
      message: "idle land is verified with its cause: the firm, government, force majeure or preparation",
      zh: "认定闲置须查明成因：企业、政府、不可抗力或前期工作",
    },
  ];
}

function wrongDisposal(subject: Subject, { cause }: Progress, { on, disposal }: StepOrder): StepRefusal[] {
  if (disposal === undefined || on === undefined) return [];
  const open = disposalsOpen({ ...subject, cause }, day(on));
  if (open.includes(disposal)) return [];
  return [
    {
      field: "disposal",
      message: `is not open to this case on ${on}; ${open.join(", ")} are`,
      zh: `${DISPOSAL_NAMES[disposal].zh}不适用于本案；可选：${open.map((one) => DISPOSAL_NAMES[one].zh).join("、")}`,
    },
  ];
}

function wrongAreas({ areaM2 }: Subject, progress: Progress, order: StepOrder): StepRefusal[] {
  const { decidedAreaM2, revivedAreaM2 } = order;
  const refusals: StepRefusal[] = [];
  if (decidedAreaM2 !== undefined && !(decidedAreaM2 > 0 && decidedAreaM2 <= areaM2))
    refusals.push({
      field: "decidedAreaM2",
      message: `lies above 0 and is at most the area of the parcel, ${areaM2} m²`,
      zh: `处置面积须大于 0 且不超过宗地面积 ${areaM2} 平方米`,
    });
  const most = progress.decidedAreaM2 ?? areaM2;
  if (revivedAreaM2 !== undefined && !(revivedAreaM2 >= 0 && revivedAreaM2 <= most))
    refusals.push({
      field: "revivedAreaM2",
      message: `is at most the area that was decided on, ${most} m²`,
      zh: `盘活面积不能超过处置面积 ${most} 平方米`,
    });
  return refusals;
}

const UNDECIDED = {
  ...{ disposal: null, decidedOn: null, decidedAreaM2: null, dueOn: null },
  ...{ begunOn: null, closedOn: null, revivedAreaM2: null },
};

/** What becomes of a case by a step that is not refused. */
export function afterStep(progress: Progress, order: StepOrder): Progress {
  const { step, on = null, cause, disposal = null, decidedAreaM2 = null, dueOn = null } = order;
  const state = WAYS[progress.state][step];
  if (state === undefined) throw new Error(`A case that is ${progress.state} does not allow ${step}`);
  const next = { ...progress, state };
  switch (step) {
    case "verify":
      return { ...next, verifiedOn: on, cause: cause ?? progress.cause };
    case "decide":
      return { ...next, ...UNDECIDED, disposal, decidedAreaM2, decidedOn: on, dueOn };
    case "begin":
      return { ...next, begunOn: on };
    case "close":
      return { ...next, closedOn: on, revivedAreaM2: order.revivedAreaM2 ?? null };
    case "reject":
      return next;
    case "reopen":
      return state === "verified"
        ? { ...next, ...UNDECIDED }
        : { ...next, ...UNDECIDED, cause: "unknown", verifiedOn: null };
  }
}
