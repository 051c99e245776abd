import { bilingual } from "../../language/bilingual.ts";
import { screening as en } from "./en/screening.ts";
import { screening as zh } from "./zh/screening.ts";

export const useScreeningWords = bilingual(zh, en);
