import type { Text } from "../../domain/api/text.ts";
import { useView } from "../state/store.ts";
import { amountsIn } from "./amounts.ts";
import { wordsOf } from "./words.ts";
import type { Words } from "./zh.ts";

/** The interface in the reader's language. */
export const useWords = (): Words => wordsOf(useView().language);
export const useAmounts = () => amountsIn(useView().language);

/** Picks the reader's language out of a text that carries both. */
export function useText(): (text: Text) => string {
  const { language } = useView();
  return (text) => text[language];
}
