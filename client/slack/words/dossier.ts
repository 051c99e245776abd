import { bilingual } from "../../language/bilingual.ts";
import { dossier as en } from "./en/dossier.ts";
import { dossier as zh } from "./zh/dossier.ts";

export const useDossierWords = bilingual(zh, en);
