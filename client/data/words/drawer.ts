import { bilingual } from "../../language/bilingual.ts";
import { drawer as en } from "./en/drawer.ts";
import { drawer as zh } from "./zh/drawer.ts";

export const useDrawerWords = bilingual(zh, en);
