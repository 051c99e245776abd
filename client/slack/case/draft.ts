import type { Case, CaseStep } from "../../../domain/api/cases.ts";
import { fromMu, toMu } from "../../../domain/area.ts";
import type { Step } from "../../../domain/cases/states.ts";
import { type StepField, wantsOf } from "../../../domain/cases/steps.ts";

/** What a person has typed of a step, as text until it is sent. Areas are typed in mu and sent in m². */
export type Draft = Record<StepField, string>;

/** Half of the last digit that is shown: who leaves the whole area as it stands means all of it. */
const SAME_MU = 0.005;

export const muText = (m2: number): string => String(Math.round(toMu(m2) * 100) / 100);

/** Undefined where nothing, or no number, was typed. */
export function areaOf(typed: string, most: number): number | undefined {
  const mu = Number(typed);
  if (typed.trim() === "" || !Number.isFinite(mu)) return undefined;
  return Math.abs(mu - toMu(most)) <= SAME_MU ? most : fromMu(mu);
}

/** The area that a step may name at most: the parcel's, and of what was revived that which was decided. */
export const mostOf = (of: Pick<Case, "area_m2" | "decided_area_m2">, step: Step): number =>
  step === "close" ? (of.decided_area_m2 ?? of.area_m2) : of.area_m2;

export function emptyDraft(of: Case, step: Step, today: string): Draft {
  const all = muText(mostOf(of, step));
  return {
    on: today,
    cause: of.cause === "unknown" ? "" : of.cause,
    disposal: of.disposal ?? "",
    decidedAreaM2: of.decided_area_m2 === null ? all : muText(of.decided_area_m2),
    dueOn: of.dueOn ?? "",
    revivedAreaM2: all,
    note: "",
  };
}

/** Only what the step wants and somebody filled in; what is missing, the answer says beside its field. */
export function orderOf(of: Case, step: Step, draft: Draft): CaseStep {
  const wants = wantsOf(step, of.kind);
  const said = (field: StepField) =>
    wants[field] && draft[field].trim() !== "" ? draft[field].trim() : undefined;
  const [cause, disposal] = [said("cause"), said("disposal")];
  const most = mostOf(of, step);
  const order = {
    on: said("on"),
    cause,
    disposal,
    dueOn: said("dueOn"),
    decidedAreaM2: areaOf(said("decidedAreaM2") ?? "", most),
    revivedAreaM2: areaOf(said("revivedAreaM2") ?? "", most),
  };
  const filled = Object.entries(order).filter(([, value]) => value !== undefined);
  return { step, version: of.version, note: said("note") ?? "", ...Object.fromEntries(filled) };
}
