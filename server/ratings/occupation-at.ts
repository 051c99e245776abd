import { TENURES } from "../../domain/rating/land.ts";

/** Which rows of `occupation o` count for a year, and as what. */

const lastDay = (year: number) => `date '${Math.trunc(year)}-12-31'`;

/** Land counts for whoever used it on the last day of the year. */
export const inUseAtEndOf = (year: number) =>
  `(o.from_date <= ${lastDay(year)} and (o.to_date is null or o.to_date >= ${lastDay(year)}))`;

/** The tenure as its place in TENURES. */
export const TENURE_PLACE = `case o.tenure ${TENURES.map((tenure, i) => `when '${tenure}' then ${i}`).join(" ")} end`;
