import { useMemo } from "react";
import { useView } from "../state/store.ts";
import type { Amount } from "./amounts.ts";
import { landIn, moneyIn } from "./units.ts";

/** Land and money in the units that the reader has chosen. */
export function useMeasured() {
  const { language, land, money } = useView();
  return useMemo(
    () => ({
      land: (m2: number): Amount => landIn(language, land, m2),
      money: (wan: number): Amount => moneyIn(language, money, wan),
      /** Land in a sentence; a figure and its unit stay on one line. */
      said: (m2: number): string => {
        const { figure, unit } = landIn(language, land, m2);
        return `${figure}\u00A0${unit}`;
      },
    }),
    [language, land, money],
  );
}
