import { bilingual } from "../../language/bilingual.ts";
import { progress as en } from "./en/progress.ts";
import { progress as zh } from "./zh/progress.ts";

export const useProgressWords = bilingual(zh, en);
