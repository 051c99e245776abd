import type { RatedFirm } from "../../domain/api/ratings/firms.ts";
import type { Size } from "../../domain/api/ratings/grades.ts";
import { unitOf } from "../../domain/rating/units.ts";
import { type Cell, figure } from "../csv.ts";
import type { Read } from "../read.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { FIRM_COLUMNS, FIRM_JOINS, type FirmRow, presentFirm } from "./firms.ts";
import { firmOrder } from "./order.ts";
import type { Condition } from "./selection.ts";

/** A whole selection of rated firms as a table for a spreadsheet. */

const BATCH = 1_000;

const SIZE_NAMES: Record<Size, string> = { above_scale: "规上", below_scale: "规下" };

/** The indicators of all its runs: firms above and below the designated size may be rated by different ones. */
function indicatorColumns(runs: readonly ChosenRun[]): Map<string, string> {
  const indicators = runs.flatMap(({ scheme }) => scheme.definition.indicators);
  return new Map(
    indicators.map((indicator) => {
      const unit = unitOf(indicator);
      return [indicator.id, `指标·${indicator.name.zh}${unit && `（${unit}）`}`];
    }),
  );
}

export const fileHeader = (runs: readonly ChosenRun[]): string[] => [
  ...["统一社会信用代码", "企业名称", "行政区代码", "行政区", "园区代码", "园区", "国民经济行业代码", "规模"],
  ...[
    "年度",
    "等级",
    "综合得分（分）",
    "名次",
    "核定用地（亩）",
    "亩均税收（万元/亩）",
    "亩均营收（万元/亩）",
  ],
  ...indicatorColumns(runs).values(),
  ...["上年等级", "评价批次", "数据性质（synthetic）"],
];

function fileRow(firm: RatedFirm, run: ChosenRun, indicators: readonly string[]): Cell[] {
  const worth = (id: string) =>
    firm.values[run.scheme.definition.indicators.findIndex((indicator) => indicator.id === id)] ?? null;
  return [
    ...[firm.credit_code, firm.name, firm.district_code, firm.district_name, firm.park_code, firm.park_name],
    ...[firm.industry_code, SIZE_NAMES[firm.size], run.year, firm.grade, firm.score, firm.rank],
    ...[firm.land_mu, firm.tax_per_mu, firm.revenue_per_mu].map(figure),
    ...indicators.map((id) => figure(worth(id))),
    ...[firm.previous, run.id, firm.synthetic ? "演示数据 synthetic" : "实报"],
  ];
}

/** The order is read once, as numbers of firms; the rows follow in batches, however many there are. */
export async function* fileRows(
  read: Read,
  runs: readonly ChosenRun[],
  condition: Condition,
  sort: string,
  signal: AbortSignal,
): AsyncGenerator<Cell[][]> {
  const indicators = [...indicatorColumns(runs).keys()];
  const [{ firms }] = (await read<{ firms: Buffer | null }>(
    `select string_agg(int4send(r.run_id) || int4send(r.enterprise_id), ''::bytea order by ${firmOrder(sort)}) as firms
       from rating r join enterprise e on e.id = r.enterprise_id where ${condition.sql}`,
    condition.values,
    signal,
  )) as [{ firms: Buffer | null }];
  const numbers = new Int32Array((firms?.length ?? 0) / 4);
  for (let i = 0; i < numbers.length; i++) numbers[i] = firms!.readInt32BE(4 * i);
  for (let at = 0; at < numbers.length; at += 2 * BATCH) {
    const wanted = Array.from(numbers.subarray(at, at + 2 * BATCH));
    const rows = await batch(read, runs[0]!.year, wanted, signal);
    yield rows.map((row) => {
      const run = runs.find(({ id }) => id === row.run_id)!;
      return fileRow(presentFirm(runs)(row), run, indicators);
    });
  }
}

async function batch(read: Read, year: number, wanted: readonly number[], signal: AbortSignal) {
  const rows = await read<FirmRow>(
    `select ${FIRM_COLUMNS}
       from unnest(?::integer[], ?::integer[]) with ordinality wanted (run_id, enterprise_id, place)
       join rating r on r.run_id = wanted.run_id and r.enterprise_id = wanted.enterprise_id ${FIRM_JOINS}
      order by wanted.place`,
    [year - 1, wanted.filter((_number, i) => i % 2 === 0), wanted.filter((_number, i) => i % 2 === 1)],
    signal,
  );
  // A file that looks whole and is not would be worse than one that breaks off.
  if (rows.length !== wanted.length / 2)
    throw new Error("Ratings were taken away while they were being read");
  return rows;
}
