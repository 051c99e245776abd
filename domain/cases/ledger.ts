import { toMu } from "../area.ts";
import { day } from "../civil-days.ts";
import type { Cell } from "../columns.ts";
import { type LandUse, landUseOf } from "../land-use.ts";
import type { RuleName } from "../screening/facts.ts";
import { RULES } from "../screening/screen.ts";
import type { CaseKind, CaseState, Cause, Disposal, Step } from "./states.ts";
import { CAUSE_NAMES, DISPOSAL_NAMES, KIND_NAMES, STATE_NAMES, STEP_NAMES } from "./words.ts";

/** The ledger (盘活台账): one row a case, in the columns that bureaus exchange. */

/** What a row is made of; days are ISO civil days, money is in 万元. */
export type LedgerCase = {
  id: number;
  openedOn: string;
  parcelCode: string;
  district: string;
  holder: string | null;
  owners: readonly { name: string; creditCode: string }[];
  park: string | null;
  areaM2: number;
  address: string;
  taxPerMu: number | null;
  taxPerMuBefore: number | null;
  started: string | null;
  completed: string | null;
  developmentStopped: string | null;
  productionStopped: string | null;
  landUseCode: string;
  newIndustry: boolean;
  kind: CaseKind;
  cause: Cause;
  disposal: Disposal | null;
  state: CaseState;
  steps: readonly { on: string; step: Step; note: string }[];
  decidedAreaM2: number | null;
  revivedAreaM2: number | null;
  assignee: string | null;
  rules: readonly RuleName[];
  since: string | null;
  reason: string;
  synthetic: boolean;
};

const LAND_USE_NAMES: Readonly<Record<LandUse, string>> = {
  industry1: "一类工业用地",
  industry2: "二类工业用地",
  industry3: "三类工业用地",
  industry: "工业用地",
  m0: "新型产业用地（M0）",
  warehouse: "物流仓储用地",
  other: "其他",
};

function operation({ started, completed, developmentStopped, productionStopped }: LedgerCase): string {
  if (started === null) return "未动工";
  if (completed === null) return developmentStopped === null ? "在建" : "停建";
  return productionStopped === null ? "在产" : "停产、半停产";
}

const mu = (m2: number | null): number | null => (m2 === null ? null : Math.round(toMu(m2) * 100) / 100);
const wan = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);

const titleOf = (name: RuleName) => RULES.find((rule) => rule.name === name)?.title.zh ?? name;

const sinceOf = ({ since }: LedgerCase, today: string): string =>
  since === null ? "" : `自 ${since} 起，已 ${Math.max(0, day(today) - day(since))} 天`;

const said = (...parts: readonly string[]) => parts.filter((part) => part !== "").join("；");

const progress = ({ steps }: LedgerCase) =>
  steps.map(({ on, step, note }) => `${on} ${STEP_NAMES[step]}${note && `：${note}`}`).join("；");

type Column = { title: string; cell: (one: LedgerCase, today: string) => Cell };

export const LEDGER: readonly Column[] = [
  { title: "地块编码（宗地代码）", cell: ({ parcelCode }) => parcelCode },
  {
    title: "计划编码（案件编号）",
    cell: ({ id, openedOn }) => `${openedOn.slice(0, 4)}-${String(id).padStart(5, "0")}`,
  },
  { title: "区县", cell: ({ district }) => district },
  { title: "年份", cell: ({ openedOn }) => Number(openedOn.slice(0, 4)) },
  {
    title: "企业名称",
    cell: ({ owners, holder }) => owners.map(({ name }) => name).join("、") || holder,
  },
  { title: "开发区", cell: ({ park }) => park },
  { title: "统一社会信用代码", cell: ({ owners }) => owners.map(({ creditCode }) => creditCode).join("、") },
  { title: "占地面积（亩）", cell: ({ areaM2 }) => mu(areaM2) },
  { title: "坐落", cell: ({ address }) => address },
  { title: "上年度亩均税收（万元/亩）", cell: ({ taxPerMu }) => wan(taxPerMu) },
  { title: "上上年度亩均税收（万元/亩）", cell: ({ taxPerMuBefore }) => wan(taxPerMuBefore) },
  { title: "经营状态", cell: operation },
  {
    title: "现状用途",
    cell: ({ landUseCode, newIndustry }) => LAND_USE_NAMES[landUseOf(landUseCode, newIndustry)],
  },
  { title: "低效类型", cell: ({ kind }) => KIND_NAMES[kind] },
  { title: "处置方式", cell: ({ disposal }) => disposal && DISPOSAL_NAMES[disposal].zh },
  { title: "当前状态", cell: ({ state }) => STATE_NAMES[state] },
  { title: "详细进展", cell: progress },
  { title: "处置面积（亩）", cell: ({ decidedAreaM2 }) => mu(decidedAreaM2) },
  {
    title: "剩余面积（亩）",
    cell: ({ areaM2, decidedAreaM2 }) => mu(areaM2 - (decidedAreaM2 ?? 0)),
  },
  { title: "盘活面积（亩）", cell: ({ revivedAreaM2 }) => mu(revivedAreaM2) },
  { title: "计划实施单位（经办人）", cell: ({ assignee }) => assignee },
  { title: "问题类型", cell: ({ rules }) => rules.map(titleOf).join("、") },
  {
    title: "问题描述",
    cell: (one, today) =>
      said(sinceOf(one, today), one.kind === "idle" ? `成因：${CAUSE_NAMES[one.cause]}` : "", one.reason),
  },
  { title: "备注（数据性质）", cell: ({ synthetic }) => (synthetic ? "演示数据 synthetic" : "") },
];
