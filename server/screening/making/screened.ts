import { INDUSTRY } from "../../../domain/land-use.ts";
import type { AskedRun } from "./ratings.ts";

/** Newest first, those of one year together. */
export type Runs = readonly Pick<AskedRun, "id" | "year">[];

/** Parts of the queries over parcels that are screened: a parcel is `p`, what the asked runs say of it `r0`, `r1` and so on. */

/** Only land that is for industry is asked whether it is used as such. */
export const SCREENED = `p.land_use_code like '${INDUSTRY}%'`;

export const JOIN_PARK = `
    left join park k on k.id = p.park_id
    left join park zone on zone.id = k.parent_id`;
/** Of its park, or of the development zone that this stands in. */
export const PARK_CODE = "coalesce(zone.park_code, k.park_code)";

/** What is written in are whole numbers, for COPY takes no parameters. */
export const joinRuns = (runs: Runs): string =>
  runs
    .map(({ id }, i) => `left join parcel_rating r${i} on r${i}.run_id = ${id} and r${i}.parcel_id = p.id`)
    .join("\n");

/** The newest come first. */
export const ofNewestYear = (runs: Runs) => runs.filter(({ year }) => year === runs[0]?.year);

/** A parcel's output in 万元, of firms above and below the designated size together; null where nobody reported. */
export function outputOf(runs: Runs): string {
  const parts = ofNewestYear(runs).map((_, i) => `r${i}.revenue_per_mu * r${i}.land_mu`);
  if (parts.length === 0) return "null::float8";
  const sum = parts.map((part) => `coalesce(${part}, 0)`).join(" + ");
  return `case when num_nonnulls(${parts.join(", ")}) > 0 then ${sum} end`;
}
