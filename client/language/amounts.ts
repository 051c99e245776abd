import { toKm2, toMu } from "../../domain/area.ts";
import type { Language } from "../state/view.ts";
import { wordsOf } from "./words.ts";

/** Numbers as people here read them: a figure, and its unit apart so that it can be set lighter. */
export type Amount = { figure: string; unit: string };

/** Made once for each number of digits: `toLocaleString` makes a new one every time, which long lists feel. */
const formats: Intl.NumberFormat[] = [];

function grouped(value: number, digits = 0): string {
  formats[digits] ??= new Intl.NumberFormat("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return formats[digits].format(value);
}

/** Three significant figures for small values, whole numbers for large ones. */
const significant = (value: number) =>
  grouped(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

export function amountsIn(language: Language) {
  const { units } = wordsOf(language);
  return {
    count: (value: number): string => grouped(value),
    percent: (share: number, digits = 1): string => `${grouped(share * 100, digits)}%`,
    number: (value: number, digits: number): string => grouped(value, digits),
    /** 万元 in, 亿元 (or billions, in English) out once it is large. */
    money(wan: number): Amount {
      if (language === "en")
        return Math.abs(wan) >= 1e5
          ? { figure: significant(wan / 1e5), unit: "bn yuan" }
          : { figure: significant(wan / 100), unit: "m yuan" };
      return Math.abs(wan) >= 1e4
        ? { figure: significant(wan / 1e4), unit: units.yi }
        : { figure: grouped(wan), unit: units.wan };
    },
    /** 亿元 in: Chinese keeps it, English counts billions of yuan. */
    yi: (yi: number): Amount =>
      language === "en"
        ? { figure: significant(yi / 10), unit: "bn yuan" }
        : { figure: grouped(yi, Number.isInteger(yi) ? 0 : 1), unit: units.yi },
    /** 万元 a mu in; English counts thousands or millions of yuan a mu. */
    perMu(wan: number): Amount {
      if (language === "zh") return { figure: significant(wan), unit: units.wanPerMu };
      return Math.abs(wan) >= 100
        ? { figure: significant(wan / 100), unit: "m yuan/mu" }
        : { figure: significant(wan * 10), unit: "k yuan/mu" };
    },
    land: (m2: number): Amount =>
      toMu(m2) >= 10_000
        ? { figure: grouped(toKm2(m2), 2), unit: units.km2 }
        : { figure: grouped(toMu(m2), toMu(m2) < 1000 ? 1 : 0), unit: units.mu },
    squareMetres: (m2: number): Amount => ({ figure: grouped(m2), unit: units.m2 }),
  };
}
