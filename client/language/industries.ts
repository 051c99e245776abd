import { DIVISIONS } from "../../domain/industries.ts";
import type { Language } from "../state/view.ts";

export const DIVISION_CODES: readonly string[] = Object.keys(DIVISIONS);

export function industryName(code: string, language: Language): string {
  const names = DIVISIONS[code.slice(0, 2)];
  return names ? `${names[language === "zh" ? 0 : 1]} C${code}` : code;
}
