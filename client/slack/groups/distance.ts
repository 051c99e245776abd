import type { Amount } from "../../language/amounts.ts";
import { useAmounts } from "../../language/use-language.ts";
import { usePotentialWords } from "../words/potential.ts";

/** Metres up to a kilometre, then kilometres. */
export function useDistance(): (metres: number) => Amount {
  const { units } = usePotentialWords();
  const { number, count } = useAmounts();
  return (metres) =>
    metres >= 1000
      ? { figure: number(metres / 1000, 1), unit: units.km }
      : { figure: count(Math.round(metres)), unit: units.m };
}
