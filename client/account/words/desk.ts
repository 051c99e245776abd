import { bilingual } from "../../language/bilingual.ts";
import { desk as en } from "./en/desk.ts";
import { desk as zh } from "./zh/desk.ts";

export const useDeskWords = bilingual(zh, en);
