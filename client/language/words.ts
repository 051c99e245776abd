import type { Text } from "../../domain/api/text.ts";
import { useView } from "../state/store.ts";
import type { Language } from "../state/view.ts";
import { en } from "./en.ts";
import { type Words, zh } from "./zh.ts";

export const wordsOf = (language: Language): Words => (language === "zh" ? zh : en);
export const useWords = (): Words => wordsOf(useView().language);

/** Picks the reader's language out of a text that carries both. */
export function useText(): (text: Text) => string {
  const { language } = useView();
  return (text) => text[language];
}
