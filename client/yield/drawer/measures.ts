import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import { FIGURE_UNITS } from "../../../domain/rating/figures.ts";
import { termIn } from "../../language/terms.ts";
import type { Language } from "../../state/view.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";

/** What firms can be measured by: their score, the two figures that every run stores, and the indicators of its scheme. */
export type Measure = { id: string; name: string; unit: string };

const PER_MU = ["tax_per_mu", "revenue_per_mu"] as const;

export function measuresOf(head: ColumnsHead, words: DrawerWords, language: Language): Measure[] {
  const { indicators } = head.scheme.definition;
  const unit = (numerator: keyof typeof FIGURE_UNITS, denominator: keyof typeof FIGURE_UNITS) => {
    const [above, below] = [FIGURE_UNITS[numerator], FIGURE_UNITS[denominator]].map((name) =>
      unitIn(name, language),
    );
    return above === below ? "" : [above, below].filter(Boolean).join("/");
  };
  const own = indicators
    .filter(({ id, enabled }) => enabled && !PER_MU.some((name) => name === id))
    .map(({ id, name, numerator, denominator }) => ({
      id,
      name: name[language],
      unit: unit(numerator, denominator),
    }));
  return [
    { id: "score", name: words.measures.score, unit: words.measures.points },
    ...PER_MU.map((id) => ({ id, name: words.measures[id], unit: unit("tax", "land") })),
    ...own,
  ];
}

/** Units stand in the data in Chinese. */
const unitIn = (unit: string, language: Language): string => termIn(unit, language);

export const titleOf = ({ name, unit }: Measure): string => (unit ? `${name} (${unit})` : name);

/** The measure of that id, or the first where a scheme has none of that id. */
export const measureOf = (measures: readonly Measure[], id: string | undefined, otherwise = 0): Measure =>
  measures.find((one) => one.id === id) ?? measures[otherwise] ?? measures[0]!;
