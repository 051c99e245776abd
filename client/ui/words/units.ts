import { bilingual } from "../../language/bilingual.ts";
import { units as en } from "./en/units.ts";
import { units as zh } from "./zh/units.ts";

export const useUnitWords = bilingual(zh, en);
