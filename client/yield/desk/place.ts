/** Where in the desk (评价管理) a reader is, as the address spells it: `runs`, `runs/12`, `runs/12/with/9`, `schemes/sichuan-2020/1` … */

export const DESK_TABS = ["runs", "schemes", "responses", "policies"] as const;
export type DeskTab = (typeof DESK_TABS)[number];

const PLACE =
  /^(runs(\/new|\/\d{1,9}(\/with\/\d{1,9})?)?|schemes(\/[a-z0-9][a-z0-9-]{0,59}(\/\d{1,9}(\/edit)?)?)?|responses(\/\d{1,9})?|policies)$/;

/** The place that a text names; null for anything else. */
export const readDesk = (text: string | null): string | null =>
  text !== null && PLACE.test(text) ? text : null;

export type DeskPlace =
  | { tab: "runs"; run: number | "new" | null; against: number | null }
  | { tab: "schemes"; key: string | null; version: number | null; edit: boolean }
  | { tab: "responses"; run: number | null }
  | { tab: "policies" };

export function placeOf(desk: string): DeskPlace {
  const [tab, name, third, fourth] = desk.split("/");
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  if (tab === "schemes") return { tab, key: name ?? null, version: number(third), edit: fourth === "edit" };
  if (tab === "responses") return { tab, run: number(name) };
  if (tab === "policies") return { tab };
  return { tab: "runs", run: name === "new" ? "new" : number(name), against: number(fourth) };
}
