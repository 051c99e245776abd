import { bilingual } from "../../language/bilingual.ts";
import { rights as en } from "./en/rights.ts";
import { rights as zh } from "./zh/rights.ts";

export const useRightWords = bilingual(zh, en);
