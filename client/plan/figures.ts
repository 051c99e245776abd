import { useMemo } from "react";
import type { PlanTarget } from "../../domain/api/plan.ts";
import type { Amount } from "../language/amounts.ts";
import { plainMoney } from "../language/units.ts";
import { useView } from "../state/store.ts";
import type { MoneyUnit } from "../state/units.ts";
import type { Language } from "../state/view.ts";

/** Figures of targets: as many digits as they have, with units that people here use. */

const MOST_DIGITS = 2;

const plain = (value: number): string =>
  value.toLocaleString("en-US", { maximumFractionDigits: MOST_DIGITS });

/** English for units of targets; what is only counted needs none. */
const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  个: "",
  户: "",
  辆: "vehicles",
  个百分点: "pp",
};

/** English for targets that are words. */
const ENGLISH_TARGETS: Readonly<Record<string, string>> = {
  稳中有升: "steady rise",
  百万: "1 million",
  约30: "about 30",
  完成四川省政府下达目标任务: "as set by the province",
};

/** 7-9: from one to another. */
const SPAN = /^(\d[\d.]*)[-–—~～](\d[\d.]*)$/;

const YI = "亿元";
const POINTS = "个百分点";
const WAN_IN_A_YI = 1e4;

/** In the page's own units, with every digit that was published. */
const moneyOf = (yi: number, language: Language, money: MoneyUnit): Amount => {
  const { name, of } = plainMoney(language, money);
  return { figure: plain(of(yi * WAN_IN_A_YI)), unit: name };
};

type Told = {
  amount: (value: number, unit: string) => Amount;
  /** The same in one line. */
  line: (value: number, unit: string) => string;
  /** Beside figures that tell the unit: only shares have theirs. */
  bare: (value: number, unit: string) => string;
  /** A difference: of shares in points. */
  step: (value: number, unit: string) => string;
  /** What the document asks for: a number in its unit, or its own words. */
  wanted: (target: PlanTarget) => string;
  /** Whether it asks for at least, at most, more or less. */
  sign: (target: PlanTarget) => string;
};

const SIGNS: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", ">": ">", "<": "<" };

const joined = ({ figure, unit }: Amount): string =>
  unit === "" ? figure : unit === "%" ? `${figure}%` : `${figure} ${unit}`;

export function useTold(): Told {
  const { language, money } = useView();
  return useMemo(() => toldIn(language, money), [language, money]);
}

function toldIn(language: Language, money: MoneyUnit): Told {
  const inWords = (printed: string) => (language === "zh" ? printed : (ENGLISH_TARGETS[printed] ?? printed));
  const amount = (value: number, unit: string): Amount => {
    if (unit === YI) return moneyOf(value, language, money);
    return { figure: plain(value), unit: language === "zh" ? unit : (ENGLISH_UNITS[unit] ?? unit) };
  };
  const line = (value: number, unit: string) => joined(amount(value, unit));
  return {
    amount,
    line,
    bare: (value, unit) => (unit === "%" ? line(value, unit) : amount(value, unit).figure),
    step: (value, unit) => line(value, unit === "%" ? POINTS : unit),
    wanted: ({ target, target_printed, unit }) =>
      target === null
        ? inWords(target_printed)
        : SPAN.test(target_printed)
          ? joined({ figure: target_printed.replace(SPAN, "$1–$2"), unit: amount(0, unit).unit })
          : line(target, unit),
    sign: ({ operator, target }) => (target === null ? "" : (SIGNS[operator] ?? "")),
  };
}
