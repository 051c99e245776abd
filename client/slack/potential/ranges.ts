import type { Range } from "../../../domain/screening/potential.ts";
import type { Amount } from "../../language/amounts.ts";
import type { Language } from "../../state/view.ts";

/** A range as people read it: both ends in the unit that suits the higher one. */

/** From which amount on a unit is used, how much it is, and its name. */
type Unit = { from: number; one: number; name: string };

const FLOOR: Readonly<Record<Language, readonly Unit[]>> = {
  zh: [
    { from: 1000, one: 1e4, name: "万平方米" },
    { from: 0, one: 1, name: "平方米" },
  ],
  en: [
    { from: 1e6, one: 1e6, name: "million m²" },
    { from: 0, one: 1e3, name: "k m²" },
  ],
};

/** Of amounts in 万元. */
const MONEY: Readonly<Record<Language, readonly Unit[]>> = {
  zh: [
    { from: 1e4, one: 1e4, name: "亿元" },
    { from: 0, one: 1, name: "万元" },
  ],
  en: [
    { from: 1e5, one: 1e5, name: "bn yuan" },
    { from: 0, one: 100, name: "m yuan" },
  ],
};

type Grouped = (value: number, digits: number) => string;

/** Three figures of the higher end; the lower has as many digits. */
const digitsOf = (high: number) => (high >= 100 || high === 0 ? 0 : high >= 10 ? 1 : 2);

const joined = (low: string, high: string) =>
  low === high ? high : `${Number(low) === 0 ? "0" : low}–${high}`;

function rangeIn(units: readonly Unit[], [low, high]: Range, grouped: Grouped): Amount {
  const { one, name } = units.find(({ from }) => high >= from) ?? { one: 1, name: "" };
  const digits = one === 1 ? 0 : digitsOf(high / one);
  return { figure: joined(grouped(low / one, digits), grouped(high / one, digits)), unit: name };
}

export const floorIn = (language: Language, range: Range, grouped: Grouped) =>
  rangeIn(FLOOR[language], range, grouped);
export const outputIn = (language: Language, range: Range, grouped: Grouped) =>
  rangeIn(MONEY[language], range, grouped);

export const middleOf = ([low, high]: Range): number => (low + high) / 2;
