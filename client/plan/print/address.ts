import { oneOf } from "../../state/spelling.ts";
import type { Language } from "../../state/view.ts";

/** The addresses of what the plan prints: an evaluation of a year, and the briefing on a district. */

export const EVALUATIONS = ["annual", "mid_term", "final"] as const;
export type Evaluation = (typeof EVALUATIONS)[number];

export type Printed =
  | { page: "evaluation"; year: number; kind: Evaluation }
  | { page: "briefing"; district: string };

export const evaluationAddress = (year: number, kind: Evaluation, language: Language): string =>
  `?print=evaluation:${year}&kind=${kind}&lang=${language}`;

export const briefingAddress = (district: string, language: Language): string =>
  `?print=briefing:${district}&lang=${language}`;

export function printedAddress(printed: Printed, language: Language): string {
  return printed.page === "briefing"
    ? briefingAddress(printed.district, language)
    : evaluationAddress(printed.year, printed.kind, language);
}

const of = (query: URLSearchParams): string => query.get("print") ?? "";

export const isPlanPrint = (search: string): boolean =>
  /^(evaluation|briefing):/.test(of(new URLSearchParams(search)));

/** Null where the address names no year and no district. */
export function readPlanPrint(search: string): Printed | null {
  const query = new URLSearchParams(search);
  const year = /^evaluation:(20\d\d)$/.exec(of(query))?.[1];
  if (year)
    return {
      page: "evaluation",
      year: Number(year),
      kind: oneOf(EVALUATIONS, query.get("kind")) ?? "annual",
    };
  const district = /^briefing:(\d{6})$/.exec(of(query))?.[1];
  return district ? { page: "briefing", district } : null;
}
