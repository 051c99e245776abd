import type { Figure } from "../../../../domain/rating/figures.ts";
import { FIGURE_UNITS } from "../../../../domain/rating/figures.ts";
import type { Amount } from "../../../language/amounts.ts";
import { useAmounts } from "../../../language/use-language.ts";
import { useDeskWords } from "../../words/desk.ts";

/** How a value of an indicator is read: a share where numerator and denominator have one unit, else a figure with its unit. */

type Formula = { numerator: Figure; denominator: Figure };

export function useUnit(): (formula: Formula) => string {
  const { units } = useDeskWords().schemes;
  const name = (figure: Figure) => units[FIGURE_UNITS[figure]] ?? FIGURE_UNITS[figure];
  return ({ numerator, denominator }) => {
    if (isShare({ numerator, denominator })) return "%";
    const [over, under] = [name(numerator), name(denominator)];
    return under ? `${over}/${under}` : over;
  };
}

const isShare = ({ numerator, denominator }: Formula) =>
  FIGURE_UNITS[numerator] !== "" && FIGURE_UNITS[numerator] === FIGURE_UNITS[denominator];

export function useQuantity(): (formula: Formula, value: number | null) => Amount | null {
  const amounts = useAmounts();
  const unit = useUnit();
  return (formula, value) => {
    if (value === null) return null;
    const told = isShare(formula) ? value * 100 : value;
    const digits = Math.abs(told) >= 100 ? 1 : 2;
    return { figure: amounts.number(told, digits), unit: unit(formula) };
  };
}
