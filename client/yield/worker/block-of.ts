import type { RatingYears } from "../../../domain/api/ratings/grades.ts";
import type { Block } from "../protocol.ts";
import type { YieldView } from "../state.ts";

/** The run that a view means: the one it names, or the one that is published of its year, or of the latest year that has one. */
export function blockOf(
  { years }: RatingYears,
  { year, run, size }: Pick<YieldView, "year" | "run" | "size">,
): Block | null {
  const latest = years
    .filter(({ runs }) => runs.some((one) => one.size === size))
    .reduce((most, one) => Math.max(most, one.year), 0);
  const meant = year ?? latest;
  const published = years.find((one) => one.year === meant)?.runs.find((one) => one.size === size);
  const id = run ?? published?.id;
  return id === undefined ? null : { year: meant, run: id, size };
}
