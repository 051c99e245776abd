import type { Range } from "../../../domain/screening/potential.ts";
import type { Amount } from "../../language/amounts.ts";
import { useAmounts } from "../../language/use-language.ts";
import { useView } from "../../state/store.ts";
import { floorIn, outputIn } from "./ranges.ts";

/** Ranges in the reader's language. */
export function useRanges(): { floor: (range: Range) => Amount; output: (range: Range) => Amount } {
  const { language } = useView();
  const { number } = useAmounts();
  return {
    floor: (range) => floorIn(language, range, number),
    output: (range) => outputIn(language, range, number),
  };
}
