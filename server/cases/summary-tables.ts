import type { CasesSummary, Progress } from "../../domain/api/cases.ts";
import { toMu } from "../../domain/area.ts";
import type { Cell } from "../csv.ts";
import type { Sheet } from "../spreadsheet.ts";

/** Progress as tables for a spreadsheet, in the words of a bureau's monthly report. */

const mu = (m2: number): number => Math.round(toMu(m2) * 100) / 100;

const STAGES = [
  ["立案", "opened"],
  ["认定", "verified"],
  ["决定处置", "decided"],
  ["办结", "closed"],
  ["不予认定", "rejected"],
] as const;

const PROGRESS_HEADER = [
  "区县",
  "发现（宗）",
  "发现面积（亩）",
  ...STAGES.flatMap(([name]) => [`${name}（件）`, `${name}面积（亩）`]),
  "盘活面积（亩）",
  "超期（件）",
  "备注（数据性质）",
];

const TREND_HEADER = ["月份", "立案（件）", "认定（件）", "决定处置（件）", "办结（件）", "盘活面积（亩）"];

const progressRow = (name: string, of: Progress, nature: string): Cell[] => [
  name,
  of.found.parcels,
  mu(of.found.area_m2),
  ...STAGES.flatMap(([, stage]) => [of[stage].cases, mu(of[stage].area_m2)]),
  mu(of.revived_m2),
  of.overdue,
  nature,
];

export function progressSheet({ districts, total, synthetic }: CasesSummary): Sheet {
  const nature = synthetic ? "演示数据 synthetic" : "";
  const rows = districts.map((one) => progressRow(one.name.zh, one, nature));
  return {
    name: "分区进展",
    header: PROGRESS_HEADER,
    batches: [[...rows, progressRow("合计", total, nature)]],
  };
}

export const trendSheet = ({ trend }: CasesSummary): Sheet => ({
  name: "逐月进展",
  header: TREND_HEADER,
  batches: [
    trend.map(({ month, opened, verified, decided, closed, revived_m2 }) => [
      month,
      ...[opened, verified, decided, closed, mu(revived_m2)],
    ]),
  ],
});
