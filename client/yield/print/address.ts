import type { Language } from "../../state/view.ts";

/** The address of the page that is printed: of a firm, a year, and a run where it is not the one shown to all. */
export type Printed = { code: string; year: number; run: number | null };

export function printAddress({ code, year, run }: Printed, language: Language): string {
  const ofRun = run === null ? "" : `&run=${run}`;
  return `?print=enterprise:${encodeURIComponent(code)}&year=${year}${ofRun}&lang=${language}`;
}

export const isPrint = (search: string): boolean => new URLSearchParams(search).has("print");

/** Null for an address that does not say which firm and year. */
export function readPrint(search: string): Printed | null {
  const query = new URLSearchParams(search);
  const code = /^enterprise:([0-9A-Z]{18})$/.exec(query.get("print") ?? "")?.[1];
  const year = /^\d{4}$/.exec(query.get("year") ?? "")?.[0];
  const run = /^[1-9]\d{0,8}$/.exec(query.get("run") ?? "")?.[0];
  return code && year ? { code, year: Number(year), run: run ? Number(run) : null } : null;
}
