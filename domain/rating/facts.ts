import type { FirmColumns } from "./columns.ts";
import { EXEMPTIONS, FIGURES, type Figure, PROTECTIONS, VETOES } from "./figures.ts";

/** What is kept with a rating of the firm's year, so that it can be explained when the records have changed. */

export type Reported = Exclude<Figure, "one">;

/** The figures that are kept, in this order. */
export const KEPT_FIGURES = FIGURES.filter((figure): figure is Reported => figure !== "one");

/** Facts of a year as bits of one number: vetoes first, then exemptions, then protections. */
const EXEMPTIONS_AT = VETOES.length;
const PROTECTIONS_AT = EXEMPTIONS_AT + EXEMPTIONS.length;

export const factsOf = ({ vetoes, exemptions, protections }: FirmColumns, i: number): number =>
  (vetoes[i] ?? 0) | ((exemptions[i] ?? 0) << EXEMPTIONS_AT) | ((protections[i] ?? 0) << PROTECTIONS_AT);

const named = <Name extends string>(names: readonly Name[], bits: number): Name[] =>
  names.filter((_, place) => (bits >>> place) & 1);

export const namesOfFacts = (facts: number) => ({
  vetoes: named(VETOES, facts),
  exemptions: named(EXEMPTIONS, facts >>> EXEMPTIONS_AT),
  protections: named(PROTECTIONS, facts >>> PROTECTIONS_AT),
});

/** Those of a scheme's titles that a firm holds, each a bit in the order of `titlesOf`. */
export const namesOfTitles = (titles: readonly string[], bits: number): string[] => named(titles, bits);
