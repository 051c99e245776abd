import { bilingual } from "../../language/bilingual.ts";
import { scenario as en } from "./en/scenario.ts";
import { scenario as zh } from "./zh/scenario.ts";

export const useScenarioWords = bilingual(zh, en);
