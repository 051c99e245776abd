import type { RatingExplanation } from "../../domain/api/ratings/explanation.ts";
import type { Pool } from "../../domain/api/ratings/runs.ts";
import { MARK } from "../../domain/rating/columns.ts";
import type { Read } from "../read.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import type { ExplainedRow } from "./explained-firm.ts";

/** Where a firm stands among others of its run. */

/** The order of ranks across pools: the barred after all others, then score, tax and revenue per mu, and the credit code. */
const ORDER = [
  `(r.mark & ${MARK.vetoed})`,
  "-r.score",
  "-coalesce(r.tax_per_mu, '-Infinity')",
  "-coalesce(r.revenue_per_mu, '-Infinity')",
  "e.credit_code",
];

const orderOf = ({ mark, score, tax_per_mu, revenue_per_mu, credit_code }: ExplainedRow) => [
  mark & MARK.vetoed,
  -score!,
  -(tax_per_mu ?? -Infinity),
  -(revenue_per_mu ?? -Infinity),
  credit_code,
];

const KEY = `(${ORDER.join(", ")})`;
const GIVEN = "(?::integer, ?::float8, ?::float8, ?::float8, ?::text)";
const RATED =
  "from rating r join enterprise e on e.id = r.enterprise_id where r.run_id = ? and r.score is not null";

/** GB/T 4754 divisions: the first two digits. */
const divisionOf = (industry: string) => industry.slice(0, 2);

/** Found by the firms of a district or an industry, so that it costs no more in a database of a million. */
const placeAmong = (condition: string) => `
  (select count(*) filter (where ${KEY} < ${GIVEN})::integer + 1 as place, count(*)::integer as "of" ${RATED} and ${condition})`;

const PLACES = `
  select d.place as district_place, d."of" as district_of, i.place as industry_place, i."of" as industry_of
    from ${placeAmong("e.district_code = ?")} d, ${placeAmong("e.industry_code ^@ ?")} i`;

type Places = Record<"district_place" | "district_of" | "industry_place" | "industry_of", number>;

export async function placesOf(
  read: Read,
  run: ChosenRun,
  row: ExplainedRow,
  pool: Pool | null,
  signal: AbortSignal,
): Promise<RatingExplanation["places"]> {
  if (row.score === null) return { pool: null, district: null, industry: null };
  const order = orderOf(row);
  const among = (group: string) => [...order, run.id, group];
  const [found] = await read<Places>(
    PLACES,
    [...among(row.district_code), ...among(divisionOf(row.industry_code))],
    signal,
  );
  const { district_place, district_of, industry_place, industry_of } = found!;
  return {
    pool: pool && row.rank !== null ? { place: row.rank, of: pool.firms } : null,
    district: { place: district_place, of: district_of },
    industry: { place: industry_place, of: industry_of },
  };
}

const NEIGHBOURS = 3;
const PEER = "e.credit_code, e.name, r.grade, r.score, r.rank, r.tax_per_mu";

/** Those next above, itself, and those next below. */
const PEERS = `
  select * from (
    select ${PEER} ${RATED} and e.industry_code ^@ ? and ${KEY} < ${GIVEN}
     order by ${ORDER.map((column) => `${column} desc`).join(", ")} limit ${NEIGHBOURS}) above
  union all
  select * from (
    select ${PEER} ${RATED} and e.industry_code ^@ ? and ${KEY} >= ${GIVEN}
     order by ${ORDER.join(", ")} limit ${NEIGHBOURS + 1}) below`;

type Peer = RatingExplanation["peers"][number];

export async function peersOf(
  read: Read,
  run: ChosenRun,
  row: ExplainedRow,
  signal: AbortSignal,
): Promise<Peer[]> {
  if (row.score === null) return [];
  const half = [run.id, divisionOf(row.industry_code), ...orderOf(row)];
  const peers = await read<Peer>(PEERS, [...half, ...half], signal);
  const place = peers.findIndex(({ credit_code }) => credit_code === row.credit_code);
  // Those above come nearest first.
  return [...peers.slice(0, place).reverse(), ...peers.slice(place)];
}
