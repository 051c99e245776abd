import { bilingual } from "../../language/bilingual.ts";
import { workshops as en } from "./en/workshops.ts";
import { workshops as zh } from "./zh/workshops.ts";

export const useWorkshopWords = bilingual(zh, en);
