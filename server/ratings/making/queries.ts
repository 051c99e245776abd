import pg from "pg";
import type { Size } from "../../../domain/api/ratings/grades.ts";
import { EXEMPTIONS, PROTECTIONS, VETOES } from "../../../domain/rating/figures.ts";
import { TENURES } from "../../../domain/rating/land.ts";

/** What a rating reads. COPY takes no parameters, so values are written into the text. */

export type FirmsWanted = { year: number; size: Size; titles: readonly string[] };

const literal = pg.escapeLiteral;

/** A bit for each word that a list of texts holds. Most lists are empty. */
function bits(column: string, words: readonly string[]): string {
  if (words.length === 0) return "0";
  const each = words.map(
    (word, i) => `case when ${literal(word)} = any(${column}) then ${2 ** i} else 0 end`,
  );
  return `case when ${column} = '{}' then 0 else (${each.join(" + ")}) end`;
}

/** Firms of a year, with everything but land, in the order of their credit codes. */
export const firmQuery = ({ year, size, titles }: FirmsWanted) => `
  select e.id, e.district_code, e.park_id, left(e.industry_code, 2), y.revenue_wan, y.tax_wan, y.value_added_wan, y.staff,
         y.energy_tce, y.rd_wan, y.investment_wan, y.emissions_t, ${bits("y.vetoes", VETOES)},
         ${bits("y.exemptions", EXEMPTIONS)}, ${bits("y.protections", PROTECTIONS)},
         cast(${bits("e.titles", titles)} as bigint)::bit(32)::integer, e.synthetic
    from enterprise_year y join enterprise e on e.id = y.enterprise_id
   where y.year = ${Math.trunc(year)} and y.above_scale = ${size === "above_scale"}
   order by e.credit_code`;

/** Land, and what shares of it are measured by. */
export const PARCEL_QUERY = "select id, area_m2, floor_area_m2, agreed_far from parcel order by id";

const lastDay = (year: number) => `date '${Math.trunc(year)}-12-31'`;

const inUseAt = (year: number) =>
  `(from_date <= ${lastDay(year)} and (to_date is null or to_date >= ${lastDay(year)}))`;

export const occupationsInUse = (year: number) => `occupation where ${inUseAt(year)} or ${inUseAt(year - 1)}`;

/** Who used which parcel at the end of the year (bit 1) or of the year before (bit 2). */
export const occupationQuery = (year: number) => `
  select enterprise_id, parcel_id, case tenure ${TENURES.map((tenure, i) => `when '${tenure}' then ${i}`).join(" ")} end,
         floor_area_m2, case when ${inUseAt(year)} then 1 else 0 end + case when ${inUseAt(year - 1)} then 2 else 0 end
    from ${occupationsInUse(year)} order by id`;
