import { toHectares, toKm2, toMu } from "../../domain/area.ts";
import type { LandUnit, MoneyUnit } from "../state/units.ts";
import type { Language } from "../state/view.ts";
import type { Amount } from "./amounts.ts";
import { muIn } from "./mu.ts";

/** Land and money in a unit that is given. */

const LAND = {
  ha: { zh: "公顷", en: "ha", of: toHectares, digits: undefined },
  km2: { zh: "平方公里", en: "km²", of: toKm2, digits: 2 },
} as const;

/** English counts millions and billions, as it does elsewhere on the page. */
const MONEY = {
  wan: { zh: { name: "万元", wan: 1 }, en: { name: "m yuan", wan: 100 } },
  yi: { zh: { name: "亿元", wan: 10_000 }, en: { name: "bn yuan", wan: 100_000 } },
} as const;

/** Four significant figures, and no more than two places behind the point. */
function digitsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 1000 ? 0 : size >= 100 ? 1 : 2;
}

function grouped(value: number, digits = digitsOf(value)): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export const landIn = (language: Language, unit: LandUnit, m2: number): Amount => {
  if (unit !== "mu")
    return { figure: grouped(LAND[unit].of(m2), LAND[unit].digits), unit: LAND[unit][language] };
  const { figure, unit: name } = muIn(language, Math.abs(toMu(m2)));
  return { figure: m2 < 0 ? `−${figure}` : figure, unit: name };
};

/** The unit as one plain scale, for axes and tables that keep to it. */
export const plainLand = (
  language: Language,
  unit: LandUnit,
): { name: string; of: (m2: number) => number } =>
  unit === "mu"
    ? { name: language === "zh" ? "亩" : "mu", of: toMu }
    : { name: LAND[unit][language], of: LAND[unit].of };

/** The unit as one plain scale, for what is told with every digit. */
export const plainMoney = (
  language: Language,
  unit: MoneyUnit,
): { name: string; of: (wan: number) => number } => {
  const { name, wan: part } = MONEY[unit][language];
  return { name, of: (wan) => wan / part };
};

export const moneyIn = (language: Language, unit: MoneyUnit, wan: number): Amount => {
  const { name, of } = plainMoney(language, unit);
  return { figure: grouped(of(wan)), unit: name };
};
