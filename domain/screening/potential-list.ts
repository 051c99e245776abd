import type { PotentialParcel } from "../api/potential.ts";
import { toMu } from "../area.ts";
import { KIND_NAMES, STATE_NAMES } from "../cases/words.ts";
import type { Column } from "../columns.ts";
import { DIVISIONS } from "../industries.ts";
import type { Assumption, Pool } from "./potential.ts";

/** The parcels that matter most (潜力清单), one a row, and beside them what their figures take for granted. */

const rounded = (value: number | null | undefined, decimals: number): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(decimals));

const POOL_NAMES: Readonly<Record<Pool, string>> = { park: "园区", district: "本区", city: "全部" };

const industryOf = (code: string | null) => code && (DIVISIONS[code.slice(0, 2)]?.[0] ?? code);

export const POTENTIAL_COLUMNS: readonly Column<PotentialParcel>[] = [
  { title: "序号", cell: (_, place) => place },
  { title: "宗地代码", cell: ({ parcel_code }) => parcel_code },
  { title: "区县", cell: ({ district_name }) => district_name },
  { title: "园区", cell: ({ park_name }) => park_name },
  { title: "坐落", cell: ({ address }) => address },
  { title: "使用权人", cell: ({ holder }) => holder },
  { title: "行业", cell: ({ industry_code }) => industryOf(industry_code) },
  { title: "筛查类别", cell: ({ kinds }) => kinds.map((kind) => KIND_NAMES[kind]).join("、") },
  { title: "占地面积（亩）", cell: ({ area_m2 }) => rounded(toMu(area_m2), 2) },
  { title: "现状容积率", cell: ({ far }) => rounded(far.now, 2) },
  { title: "容积率低值", cell: ({ far }) => rounded(far.low, 2) },
  { title: "容积率高值", cell: ({ far }) => rounded(far.high, 2) },
  { title: "可增建筑面积低值（平方米）", cell: ({ floor_m2 }) => rounded(floor_m2[0], 0) },
  { title: "可增建筑面积高值（平方米）", cell: ({ floor_m2 }) => rounded(floor_m2[1], 0) },
  { title: "现状亩均产出（万元/亩）", cell: ({ output }) => rounded(output.now_per_mu, 2) },
  { title: "平均亩均产出（万元/亩）", cell: ({ output }) => rounded(output.mean_per_mu, 2) },
  {
    title: "平均值范围",
    cell: ({ output: { pool, pool_name } }) => pool && (pool_name?.zh ?? POOL_NAMES[pool]),
  },
  { title: "可增年产出低值（万元）", cell: ({ output_wan }) => rounded(output_wan?.[0], 2) },
  { title: "可增年产出高值（万元）", cell: ({ output_wan }) => rounded(output_wan?.[1], 2) },
  { title: "案件状态", cell: ({ case_state }) => case_state && STATE_NAMES[case_state] },
  { title: "备注（数据性质）", cell: ({ synthetic }) => (synthetic ? "演示数据 synthetic" : "") },
];

export const ASSUMPTION_COLUMNS: readonly Column<Assumption>[] = [
  { title: "序号", cell: (_, place) => place },
  { title: "测算口径", cell: ({ text }) => text.zh },
  { title: "取值", cell: ({ value }) => value },
];
