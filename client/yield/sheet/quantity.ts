import { type Amount, amountsIn } from "../../language/amounts.ts";
import type { Language } from "../../state/view.ts";

/** Values of indicators and figures, whose units the data spells in Chinese: 万元/亩, 人, tce, %. */

const grouped = (value: number, digits: number) =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Three significant figures for small values, whole numbers for large ones; never −0. */
function significant(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 3;
  return grouped(value, digits).replace(/^-(?=[0.]+$)/, "");
}

const ENGLISH: Readonly<Record<string, string>> = { 万元: "10k yuan", 亩: "mu", 人: "person" };
const CHINESE: Readonly<Record<string, string>> = { tce: "吨标准煤", t: "吨" };
const inEnglish = (unit: string) => ENGLISH[unit] ?? unit;

/** 万元 in; English counts thousands, millions or billions of yuan. */
function yuan(wan: number): Amount {
  const size = Math.abs(wan);
  if (size >= 1e5) return { figure: significant(wan / 1e5), unit: "bn yuan" };
  return size >= 100
    ? { figure: significant(wan / 100), unit: "m yuan" }
    : { figure: significant(wan * 10), unit: "k yuan" };
}

function englishQuantity(value: number, unit: string): Amount {
  const [above = "", below] = unit.split("/");
  if (above !== "万元")
    return {
      figure: significant(value),
      unit: unit === "人" ? "people" : unit.split("/").map(inEnglish).join("/"),
    };
  if (below === undefined) return yuan(value);
  const { figure, unit: money } = yuan(value);
  return { figure, unit: `${money}/${inEnglish(below)}` };
}

/** The unit of a part of its own kind, whose value is 1 for the whole. */
const SHARE = "%";

/** An indicator's values with its unit. */
export const indicatorIn =
  (language: Language, { unit, share }: { unit: string; share: boolean }) =>
  (value: number): Amount =>
    quantityIn(language)(value, share ? SHARE : unit);

export function quantityIn(language: Language) {
  return (value: number, unit: string): Amount => {
    if (unit === SHARE) return { figure: `${grouped(value * 100, 2)}%`, unit: "" };
    if (language === "zh" && unit in CHINESE)
      return { figure: significant(value), unit: CHINESE[unit] ?? unit };
    if (unit === "人") return { figure: grouped(value, 0), unit: language === "zh" ? "人" : "people" };
    if (language === "en") return englishQuantity(value, unit);
    const large = unit === "万元" && Math.abs(value) >= 1e4;
    return large ? amountsIn("zh").money(value) : { figure: significant(value), unit };
  };
}

/** The next larger number of three figures: what is said to be enough must be enough. */
export function roundedUp(value: number): number {
  if (value <= 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  return Math.ceil(value / step - 1e-9) * step;
}

/** A figure and its unit as one text. */
export const said = ({ figure, unit }: Amount): string => (unit ? `${figure} ${unit}` : figure);
