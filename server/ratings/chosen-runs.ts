import type { RatingYears, RunChoice, Size } from "../../domain/api/ratings/grades.ts";
import type { Pool, RunState } from "../../domain/api/ratings/runs.ts";
import type { Scheme } from "../../domain/rating/scheme.ts";
import { notFound } from "../http/problem.ts";
import type { Read } from "../read.ts";
import { STALE } from "./stale.ts";

/** The runs that an answer is made of: those the map shows for a year, or one that was asked for by its number. */

export type ChosenRun = {
  id: number;
  year: number;
  size: Size;
  state: RunState;
  noticeUntil: string | null;
  /** Whether what it was computed from has changed since. */
  stale: boolean;
  synthetic: boolean;
  pools: Pool[];
  scheme: { key: string; version: number; definition: Scheme };
};

const CHOSEN = `
  select r.id, r.year, r.size, r.state, r.notice_until as "noticeUntil", r.synthetic, r.pools,
         ${STALE} as stale,
         json_build_object('key', s.key, 'version', s.version, 'definition', s.definition) as scheme
    from rating_run r join rating_scheme s on s.id = r.scheme_id`;

const YEARS = `
  select r.year, json_agg(json_build_object('id', r.id, 'size', r.size, 'scheme', s.definition->'name',
                                            'noticeUntil', r.notice_until) order by r.size) as runs
    from shown_run h join rating_run r on r.id = h.id join rating_scheme s on s.id = r.scheme_id
   group by r.year order by r.year`;

export const shownYears = (read: Read, signal: AbortSignal): Promise<RatingYears["years"]> =>
  read(YEARS, [], signal);

/** One run for each size, or the one that was named; never none. */
export async function chosenRuns(
  read: Read,
  year: number,
  { run, size }: RunChoice,
  signal: AbortSignal,
): Promise<ChosenRun[]> {
  const which = run === undefined ? "r.id in (select id from shown_run)" : "r.id = ?";
  const ofSize = size === undefined ? "true" : "r.size = ?";
  const runs = await read<ChosenRun>(
    `${CHOSEN} where r.year = ? and ${which} and ${ofSize} order by r.size`,
    [year, run, size].filter((value) => value !== undefined),
    signal,
  );
  if (runs.length > 0) return runs;
  throw notFound(
    run === undefined ? await tellYears(read, year, size, signal) : await tellRun(read, year, run, signal),
  );
}

/** Any run by its number, of whatever year. */
export async function runNumbered(read: Read, id: number, signal: AbortSignal): Promise<ChosenRun> {
  const [run] = await read<ChosenRun>(`${CHOSEN} where r.id = ?`, [id], signal);
  if (!run) throw notFound(`There is no rating run ${id}.`);
  return run;
}

/** The run of one size: above the designated size, unless another is named. */
export async function chosenRun(
  read: Read,
  year: number,
  { run, size }: RunChoice,
  signal: AbortSignal,
): Promise<ChosenRun> {
  const choice = run === undefined ? { size: size ?? "above_scale" } : { run, ...(size && { size }) };
  return (await chosenRuns(read, year, choice, signal))[0]!;
}

const SIZES = { above_scale: "above the designated size", below_scale: "below the designated size" };

async function tellYears(read: Read, year: number, size: Size | undefined, signal: AbortSignal) {
  const years = await shownYears(read, signal);
  const fitting = years.filter(({ runs }) => runs.some((run) => size === undefined || run.size === size));
  const whom = size === undefined ? "" : ` of firms ${SIZES[size]}`;
  const there = fitting.map((known) => known.year).join(", ");
  return `No rating${whom} is published for ${year}. ${there ? `There are those of ${there}.` : "None is published yet."}`;
}

async function tellRun(read: Read, year: number, run: number, signal: AbortSignal) {
  const sql = "select year, size from rating_run where id = ?";
  const [known] = await read<{ year: number; size: Size }>(sql, [run], signal);
  if (!known) return `There is no rating run ${run}.`;
  if (known.year !== year) return `Run ${run} rates ${known.year}, not ${year}.`;
  return `Run ${run} rates firms ${SIZES[known.size]}.`;
}
