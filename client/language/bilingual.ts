import { useView } from "../state/store.ts";

/** The hook that gives a part of a theme its words in the reader's language; they are loaded with the part. */
export const bilingual =
  <W>(zh: W, en: W) =>
  (): W => {
    const { language } = useView();
    return language === "zh" ? zh : en;
  };
