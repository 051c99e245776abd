import type { ShareSeries } from "../../../domain/api/shares.ts";
import type { ShareId } from "../../../domain/shares/switches.ts";

/** A share over the years, of one district or of all together. */
export type Line = {
  /** Null for all together. */
  code: string | null;
  name: string;
  points: { year: number; numerator: number; denominator: number | null; percent: number | null }[];
};

export function linesOf(
  { years, districts, points }: ShareSeries,
  id: ShareId,
  name: (district: ShareSeries["districts"][number] | null) => string,
): Line[] {
  const of = (code: string | null) =>
    years.flatMap(
      (year) => points.find((one) => one.id === id && one.year === year && one.district === code) ?? [],
    );
  return [null, ...districts].map((district) => ({
    code: district?.code ?? null,
    name: name(district),
    points: of(district?.code ?? null),
  }));
}
