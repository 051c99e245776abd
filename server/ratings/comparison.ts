import type { Comparison, ComparisonQuery } from "../../domain/api/ratings/movement.ts";
import { type Cell, figure } from "../csv.ts";
import { notFound } from "../http/problem.ts";
import type { Read } from "../read.ts";
import { becauseOf, type Word } from "./because.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { BOTH, flowsBetween, gradePlace } from "./migration.ts";
import { runStore } from "./run-store.ts";

/** Who moved between two runs, and why. */

type Moved = ComparisonQuery["moved"];
/** The run that is compared with, and the one that is asked about. */
type Pair = readonly [before: ChosenRun, after: ChosenRun];
type MovedFirm = Comparison["firms"][number];
type Row = {
  credit_code: string;
  name: string;
  district_name: string;
  before: Word | null;
  after: Word | null;
};

const BATCH = 1_000;

/** Better and worse are told among letters only; who has none in one of the runs has moved, but neither up nor down. */
const LETTERED = "a.score is not null and b.score is not null";
const CONDITIONS: Record<Moved, string> = {
  all: "a.grade is distinct from b.grade",
  up: `${LETTERED} and ${gradePlace("b.grade")} < ${gradePlace("a.grade")}`,
  down: `${LETTERED} and ${gradePlace("b.grade")} > ${gradePlace("a.grade")}`,
};

const word = (alias: string) => `
  case when ${alias}.run_id is not null then json_build_object('grade', ${alias}.grade, 'score', ${alias}.score,
    'land_mu', ${alias}.land_mu, 'item_scores', ${alias}.item_scores, 'extra', ${alias}.extra, 'mark', ${alias}.mark,
    'pool', ${alias}.pool) end`;

/** Most land first. */
const MOVED = `
  select enterprise_id,
         row_number() over (order by coalesce(b.land_mu, a.land_mu) desc nulls last, e.credit_code) as place
    from ${BOTH}`;

/** Both words on firms that are known by number, in the order given. */
const WORDS = `
  select e.credit_code, e.name, d.name as district_name, ${word("a")} as before, ${word("b")} as after
    from unnest(?::integer[]) with ordinality wanted (id, place)
    join enterprise e on e.id = wanted.id
    join district d on d.code = e.district_code
    left join rating a on a.run_id = ? and a.enterprise_id = e.id
    left join rating b on b.run_id = ? and b.enterprise_id = e.id
   order by wanted.place`;

/** A page of those that moved, or all of them. */
async function movedIds(
  read: Read,
  [before, after]: Pair,
  moved: Moved,
  page: { limit: number; offset: number } | null,
  signal: AbortSignal,
): Promise<number[]> {
  const [row] = await read<{ ids: Buffer | null }>(
    `select string_agg(int4send(enterprise_id), ''::bytea order by place) as ids
       from (${MOVED} where ${CONDITIONS[moved]} order by place limit ?::integer offset ?) chosen`,
    [[before.id], [after.id], page?.limit ?? null, page?.offset ?? 0],
    signal,
  );
  const ids = row?.ids ?? Buffer.alloc(0);
  return Array.from({ length: ids.length / 4 }, (_, i) => ids.readInt32BE(4 * i));
}

async function firmsOf(read: Read, ids: readonly number[], runs: Pair, signal: AbortSignal) {
  const rows = await read<Row>(WORDS, [ids, runs[0].id, runs[1].id], signal);
  return rows.map((row) => presentMoved(row, runs));
}

async function movedFirms(
  read: Read,
  runs: Pair,
  moved: Moved,
  page: { limit: number; offset: number },
  signal: AbortSignal,
): Promise<MovedFirm[]> {
  return firmsOf(read, await movedIds(read, runs, moved, page, signal), runs, signal);
}

async function countMoved(
  read: Read,
  [before, after]: Pair,
  moved: Moved,
  signal: AbortSignal,
): Promise<number> {
  const [row] = await read<{ matched: number }>(
    `select count(*)::integer as matched from ${BOTH} where ${CONDITIONS[moved]}`,
    [[before.id], [after.id]],
    signal,
  );
  return row!.matched;
}

function presentMoved({ before, after, ...firm }: Row, runs: Pair): MovedFirm {
  return {
    ...firm,
    before: (before?.grade ?? null) as MovedFirm["before"],
    after: (after?.grade ?? null) as MovedFirm["after"],
    scoreBefore: before?.score ?? null,
    scoreAfter: after?.score ?? null,
    land_mu: after?.land_mu ?? before?.land_mu ?? null,
    because: becauseOf(before, after, runs),
  };
}

export async function comparisonOf(
  read: Read,
  runs: Pair,
  { moved, limit, offset }: ComparisonQuery,
  signal: AbortSignal,
): Promise<Comparison> {
  const store = runStore(read);
  const [before, after] = runs;
  const everyone = { sql: "true", values: [] };
  const [earlier, later, flows, matched, firms] = await Promise.all([
    store.summary(before.id, signal),
    store.summary(after.id, signal),
    flowsBetween(read, [before.id], [after.id], everyone, signal),
    countMoved(read, runs, moved, signal),
    movedFirms(read, runs, moved, { limit, offset }, signal),
  ]);
  if (!earlier || !later) throw notFound("One of the runs has just been taken away.");
  return { before: earlier, after: later, flows, matched, firms };
}

export const MOVED_HEADER = [
  ...["统一社会信用代码", "企业名称", "行政区", "原等级", "现等级", "原得分（分）", "现得分（分）"],
  ...["核定用地（亩）", "主要原因", "相关指标", "影响（分）"],
];

const REASONS: Record<MovedFirm["because"]["kind"], string> = {
  item: "指标得分",
  extra: "加减分",
  scale: "权重折算",
  lines: "分档线",
  veto: "一票否决",
  protection: "保护条款",
  standing: "参评资格",
  land: "用地",
};

function movedRow(firm: MovedFirm, names: ReadonlyMap<string, string>): Cell[] {
  const { kind, item, points } = firm.because;
  return [
    ...[firm.credit_code, firm.name, firm.district_name, firm.before, firm.after],
    ...[firm.scoreBefore, firm.scoreAfter, figure(firm.land_mu)],
    ...[REASONS[kind], item === null ? null : (names.get(item) ?? item), points],
  ];
}

/** Who moved is found once; what is said of them follows in batches. */
export async function* movedRows(
  read: Read,
  runs: Pair,
  moved: Moved,
  signal: AbortSignal,
): AsyncGenerator<Cell[][]> {
  const indicators = runs.flatMap(({ scheme }) => scheme.definition.indicators);
  const names = new Map(indicators.map(({ id, name }) => [id, name.zh]));
  const ids = await movedIds(read, runs, moved, null, signal);
  for (let at = 0; at < ids.length; at += BATCH) {
    const firms = await firmsOf(read, ids.slice(at, at + BATCH), runs, signal);
    yield firms.map((firm) => movedRow(firm, names));
  }
}
