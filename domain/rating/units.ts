import { FIGURE_UNITS } from "./figures.ts";
import type { Indicator } from "./scheme.ts";

/** The unit of an indicator: that of its numerator over that of its denominator; none for what is a share of the same kind. */
export function unitOf({ numerator, denominator }: Pick<Indicator, "numerator" | "denominator">): string {
  const above = FIGURE_UNITS[numerator];
  const below = FIGURE_UNITS[denominator];
  if (above === below) return "";
  return below === "" ? above : `${above || "1"}/${below}`;
}
