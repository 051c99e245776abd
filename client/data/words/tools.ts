import { bilingual } from "../../language/bilingual.ts";
import { tools as en } from "./en/tools.ts";
import { tools as zh } from "./zh/tools.ts";

export const useToolWords = bilingual(zh, en);
