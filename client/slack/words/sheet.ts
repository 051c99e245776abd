import { bilingual } from "../../language/bilingual.ts";
import { sheet as en } from "./en/sheet.ts";
import { sheet as zh } from "./zh/sheet.ts";

export const useSheetWords = bilingual(zh, en);
