import { FIGURE_UNITS } from "./figures.ts";
import type { Indicator } from "./scheme.ts";

type Formula = Pick<Indicator, "numerator" | "denominator">;

/** Whether an indicator is a part of its own kind, such as R&D of revenue, and read in percent. */
export const isShare = ({ numerator, denominator }: Formula): boolean =>
  FIGURE_UNITS[numerator] !== "" && FIGURE_UNITS[numerator] === FIGURE_UNITS[denominator];

/** The unit of an indicator: that of its numerator over that of its denominator; none for what is a share of the same kind. */
export function unitOf({ numerator, denominator }: Formula): string {
  const above = FIGURE_UNITS[numerator];
  const below = FIGURE_UNITS[denominator];
  if (above === below) return "";
  return below === "" ? above : `${above || "1"}/${below}`;
}
