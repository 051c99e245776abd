import { mustActIn } from "../accounts/may.ts";
import type { SignedIn } from "../accounts/who.ts";
import { conflict, notAllowed, notFound } from "../http/problem.ts";

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

/** Whoever decided on an older version is told what it has become, so that nothing typed is lost. */
export function refuseStale(current: { id: number; version: number }, decidedOn: number): void {
  const { id, version } = current;
  if (version === decidedOn) return;
  throw conflict(
    `Number ${id} was changed meanwhile: it is at version ${version}, not ${decidedOn}. Look at it as it is now, and send yours again.`,
    {
      zh: `第 ${id} 号已被他人修改（现为第 ${version} 版，您依据的是第 ${decidedOn} 版）。请核对最新内容后再提交，已填写的内容不会丢失。`,
      current,
    },
  );
}
