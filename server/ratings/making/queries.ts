import pg from "pg";
import type { Size } from "../../../domain/api/ratings/grades.ts";
import { EXEMPTIONS, PROTECTIONS, VETOES } from "../../../domain/rating/figures.ts";
import { inUseAtEndOf, TENURE_PLACE } from "../occupation-at.ts";

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

/** Of the year, and of the one before where that is asked for too. */
export const occupationsInUse = (year: number, before: boolean) =>
  `occupation o where ${inUseAtEndOf(year)}${before ? ` or ${inUseAtEndOf(year - 1)}` : ""}`;

/** Who used which parcel at the end of the year (bit 1) or of the year before (bit 2). */
export const occupationQuery = (year: number, before: boolean) => `
  select o.enterprise_id, o.parcel_id, ${TENURE_PLACE}, o.floor_area_m2,
         case when ${inUseAtEndOf(year)} then 1 else 0 end + case when ${inUseAtEndOf(year - 1)} then 2 else 0 end
    from ${occupationsInUse(year, before)} order by o.id`;
