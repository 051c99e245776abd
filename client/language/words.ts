import type { Language } from "../state/view.ts";
import { en } from "./en.ts";
import { type Words, zh } from "./zh.ts";

export const wordsOf = (language: Language): Words => (language === "zh" ? zh : en);
