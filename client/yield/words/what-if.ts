import { bilingual } from "../../language/bilingual.ts";
import { whatIf as en } from "./en/what-if.ts";
import { whatIf as zh } from "./zh/what-if.ts";

export const useWhatIfWords = bilingual(zh, en);
