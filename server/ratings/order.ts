import { FIRM_ORDERS } from "../../domain/api/ratings/firms.ts";
import { GRADES } from "../../domain/rating/columns.ts";

/** Lists of rated firms in a total order: no two pages show the same firm, and none is left out. */

const EXPRESSIONS: Record<(typeof FIRM_ORDERS)[number], string> = {
  rank: "r.rank",
  score: "r.score",
  land_mu: "r.land_mu",
  tax_per_mu: "r.tax_per_mu",
  revenue_per_mu: "r.revenue_per_mu",
  name: `e.name collate "C"`,
  grade: `position(r.grade in '${GRADES.join("")}')`,
  district: "e.district_code",
};

/** Those without the figure come last either way, and credit codes decide between equals. */
export function firmOrder(sort: string): string {
  const wanted = FIRM_ORDERS.find((name) => name === sort.replace(/^-/, ""))!;
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const second = wanted === "rank" ? "" : "r.rank nulls last, ";
  return `${EXPRESSIONS[wanted]} ${direction} nulls last, ${second}e.credit_code`;
}
