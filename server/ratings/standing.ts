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

const PLACES = `
  select count(*) filter (where e.district_code = ? and ${KEY} < ${GIVEN})::integer + 1 as district_place,
         count(*) filter (where e.district_code = ?)::integer as district_of,
         count(*) filter (where e.industry_code ^@ ? and ${KEY} < ${GIVEN})::integer + 1 as industry_place,
         count(*) filter (where e.industry_code ^@ ?)::integer as industry_of
    ${RATED}`;

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
  const division = divisionOf(row.industry_code);
  const [found] = await read<Places>(
    PLACES,
    [row.district_code, ...order, row.district_code, division, ...order, division, run.id],
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
