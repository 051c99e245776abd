import { bilingual } from "../../language/bilingual.ts";
import { caseWords as en } from "./en/case.ts";
import { caseWords as zh } from "./zh/case.ts";

export const useCaseWords = bilingual(zh, en);
