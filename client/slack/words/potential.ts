import { bilingual } from "../../language/bilingual.ts";
import { potential as en } from "./en/potential.ts";
import { potential as zh } from "./zh/potential.ts";

export const usePotentialWords = bilingual(zh, en);
