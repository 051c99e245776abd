import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import type { Figure } from "../../../domain/rating/figures.ts";
import { isShare, unitOf } from "../../../domain/rating/units.ts";
import { termIn } from "../../language/terms.ts";
import type { Language } from "../../state/view.ts";
import { short } from "../short.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";

/** What firms can be measured by: their score, the two figures that every run stores, and the indicators of its scheme. */
export type Measure = {
  id: string;
  name: string;
  unit: string;
  /** A part of its own kind, which is 1 for the whole and read in percent. */
  share: boolean;
  /** Id of the scheme's indicator that is the same as a figure every run stores. */
  same?: string;
};

const STORED = [
  { id: "tax_per_mu", numerator: "tax", denominator: "land" },
  { id: "revenue_per_mu", numerator: "revenue", denominator: "land" },
] as const satisfies { id: string; numerator: Figure; denominator: Figure }[];

type Formula = { numerator: Figure; denominator: Figure };
const equal = (a: Formula, b: Formula) => a.numerator === b.numerator && a.denominator === b.denominator;

export function measuresOf(head: ColumnsHead, words: DrawerWords, language: Language): Measure[] {
  const { indicators } = head.scheme.definition;
  const unitIn = (formula: Formula) =>
    unitOf(formula)
      .split("/")
      .map((unit) => termIn(unit, language))
      .join("/");
  const stored = STORED.map((formula): Measure => {
    const same = indicators.find((indicator) => equal(indicator, formula))?.id;
    const { id } = formula;
    return { id, name: words.measures[id], unit: unitIn(formula), share: false, ...(same ? { same } : {}) };
  });
  const own = indicators
    .filter((indicator) => indicator.enabled && !STORED.some((formula) => equal(indicator, formula)))
    .map((indicator): Measure => {
      const share = isShare(indicator);
      const { id, name } = indicator;
      return { id, name: name[language], unit: share ? "%" : unitIn(indicator), share };
    });
  return [
    { id: "score", name: words.measures.score, unit: words.measures.points, share: false },
    ...stored,
    ...own,
  ];
}

export const titleOf = ({ name, unit }: Measure): string => (unit ? `${name} (${unit})` : name);

/** A value as it is read, without its unit. */
export const figureOf = ({ share }: Pick<Measure, "share">, value: number): string =>
  short(share ? value * 100 : value);

/** The measure of that id, or the first where a scheme has none of that id. */
export const measureOf = (measures: readonly Measure[], id: string): Measure =>
  measures.find((one) => one.id === id || one.same === id) ?? measures[0]!;
