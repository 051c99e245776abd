import type { Text } from "../../domain/api/text.ts";
import { mustActIn } from "../accounts/may.ts";
import type { SignedIn } from "../accounts/who.ts";
import { notAllowed, notFound } from "../http/problem.ts";
import { changedMeanwhile } from "../http/versions.ts";

/** What every change of the plan's work asks: who may, whether it is there, and whether it is still what it was. */

/** Officers of a district act on what is theirs, and on nothing of the city. */
export function mustActFor(account: Pick<SignedIn, "role" | "district">, district: string | null): void {
  if (district !== null) mustActIn(account, district);
  else if (account.role === "district_officer")
    throw notAllowed("This is of the whole city: an officer of the city changes it.", {
      zh: "本项属于全市事项，请由市级经办人办理。",
    });
}

export const noTarget = (id: string) => notFound(`There is no target ${id}.`, { zh: `没有目标“${id}”。` });
export const noActual = (id: number) =>
  notFound(`There is no figure ${id}.`, { zh: `没有第 ${id} 号实际值。` });
export const noTask = (id: number) => notFound(`There is no task ${id}.`, { zh: `没有第 ${id} 号任务。` });

/** A change goes on only from the version that it was decided on. */
export function refuseStale(what: Text, current: { id: number; version: number }, decidedOn: number): void {
  if (current.version !== decidedOn) throw changedMeanwhile(what, current, decidedOn, current);
}
