import { bilingual } from "../../language/bilingual.ts";
import { panel as en } from "./en/panel.ts";
import { panel as zh } from "./zh/panel.ts";

export const usePanelWords = bilingual(zh, en);
