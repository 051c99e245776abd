import { toMu } from "../area.ts";
import type { Column } from "../columns.ts";
import { EMERGING_DISTRICTS } from "../districts.ts";
import type { OutputAfter, ShareAfter } from "./after.ts";
import { shareNamed } from "./definitions.ts";
import type { ScenarioParcel, Standing, Step } from "./scenario.ts";
import { LAND_NAMES, MODE_NAMES, STEP_NAMES, USE_NAMES } from "./words.ts";

/** A scenario as a list: its shares, its steps, and the land they touch. Areas are in mu (亩), money in 万元. */

const rounded = (value: number | null, digits = 2): number | null =>
  value === null ? null : Number(value.toFixed(digits));
const mu = (m2: number | null): number | null => (m2 === null ? null : rounded(toMu(m2)));

const districtName = (code: string) => EMERGING_DISTRICTS.find((one) => one.code === code)?.name ?? code;

const nature = (synthetic: boolean): string => (synthetic ? "演示数据 synthetic" : "");

export type ListedParcel = { parcel: ScenarioParcel; after: Standing; synthetic: boolean };

export const PARCEL_LIST: readonly Column<ListedParcel>[] = [
  { title: "宗地代码", cell: ({ parcel }) => parcel.code },
  { title: "区县", cell: ({ parcel }) => districtName(parcel.district) },
  { title: "现状用途", cell: ({ parcel }) => LAND_NAMES[parcel.kind] },
  {
    title: "情景用途",
    cell: ({ after }) => (after.kind === null ? "退出建设用地" : LAND_NAMES[after.kind]),
  },
  { title: "宗地面积（亩）", cell: ({ parcel }) => mu(parcel.area_m2) },
  { title: "净用地面积（亩）", cell: ({ parcel }) => mu(parcel.net_m2) },
  { title: "现状年产出（万元）", cell: ({ parcel }) => rounded(parcel.output_wan) },
  { title: "情景年产出（万元）", cell: ({ after }) => rounded(after.output_wan) },
  { title: "现状建筑面积（平方米）", cell: ({ parcel }) => rounded(parcel.floor_m2) },
  { title: "情景建筑面积（平方米）", cell: ({ after }) => rounded(after.floor_m2) },
  { title: "数据性质", cell: ({ synthetic }) => nature(synthetic) },
];

/** `area_m2` is the land that a step names, in m². */
export type ListedStep = { number: number; step: Step; area_m2: number };

function whatOf(step: Step): string {
  switch (step.do) {
    case "revive":
      return step.per_mu === null ? "达到所在园区或区的平均亩均产出" : `亩均产出 ${step.per_mu} 万元`;
    case "rezone":
      return `调整为${LAND_NAMES[step.to]}`;
    case "retire":
      return "退出建设用地";
    case "raise_far":
      return `容积率提高到 ${step.far}`;
    case "transfer":
      return `${step.month} 月，${USE_NAMES[step.use]}，${MODE_NAMES[step.mode]}`;
    case "growth":
      return `城市建设用地 ${mu(step.urban_m2)} 亩，建设用地 ${mu(step.construction_m2)} 亩`;
  }
}

export const STEP_LIST: readonly Column<ListedStep>[] = [
  { title: "序号", cell: ({ number }) => number },
  { title: "措施", cell: ({ step }) => STEP_NAMES[step.do] },
  { title: "区县", cell: ({ step }) => ("district" in step ? districtName(step.district) : null) },
  { title: "内容", cell: ({ step }) => whatOf(step) },
  { title: "宗地数", cell: ({ step }) => ("parcels" in step ? new Set(step.parcels).size : null) },
  { title: "面积（亩）", cell: ({ step, area_m2 }) => (step.do === "growth" ? null : mu(area_m2)) },
];

/** A share or the output, of all districts or of one. */
export type ListedShare = {
  scenario: string;
  scope: string;
  counted: string;
  of: ShareAfter | OutputAfter;
  synthetic: boolean;
};

type Told = { value: number | null; above: number | null; below: number | null };

const told = ({ of }: ListedShare, when: "before" | "after"): Told => {
  if (!("id" in of)) {
    const { per_mu, output_wan, land_mu } = of[when];
    return { value: per_mu, above: output_wan, below: land_mu };
  }
  const { percent, numerator_m2, denominator_m2 } = of[when];
  return {
    value: percent,
    above: toMu(numerator_m2),
    below: denominator_m2 === null ? null : toMu(denominator_m2),
  };
};

const definition = ({ of }: ListedShare) => ("id" in of ? shareNamed(of.id) : null);
const column = (title: string, when: "before" | "after", part: keyof Told): Column<ListedShare> => ({
  title,
  cell: (one) => rounded(told(one, when)[part]),
});

export const SHARE_LIST: readonly Column<ListedShare>[] = [
  { title: "情景名称", cell: ({ scenario }) => scenario },
  { title: "范围", cell: ({ scope }) => scope },
  { title: "指标", cell: (one) => definition(one)?.name.zh ?? "亩均产出" },
  { title: "单位", cell: (one) => (definition(one) ? "%" : "万元/亩") },
  column("现状", "before", "value"),
  column("情景", "after", "value"),
  { title: "目标", cell: ({ of }) => rounded(of.target) },
  {
    title: "目标适用范围",
    cell: (one) => (one.of.target === null ? null : (definition(one)?.scope.zh ?? "新兴七区")),
  },
  { title: "分子", cell: (one) => definition(one)?.numerator.zh ?? "规上工业营业收入" },
  column("现状分子（亩或万元）", "before", "above"),
  column("情景分子（亩或万元）", "after", "above"),
  { title: "分母", cell: (one) => definition(one)?.denominator.zh ?? "工业用地" },
  column("现状分母（亩）", "before", "below"),
  column("情景分母（亩）", "after", "below"),
  { title: "口径", cell: ({ counted }) => counted },
  { title: "数据性质", cell: ({ synthetic }) => nature(synthetic) },
];
