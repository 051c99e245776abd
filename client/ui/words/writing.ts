import { bilingual } from "../../language/bilingual.ts";
import { writing as en } from "./en/writing.ts";
import { writing as zh } from "./zh/writing.ts";

export const useWritingWords = bilingual(zh, en);
