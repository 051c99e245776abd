import type { PlanTask } from "../domain/api/plan.ts";
import type { Source } from "../domain/api/source.ts";
import { EMERGING_DISTRICTS } from "../domain/districts.ts";
import { type Random, seeded } from "./ground/random.ts";
import { documentLines } from "./reference/facts.ts";

/** Tasks of the demonstration (三张清单): what the clauses of the plan ask for, with invented offices, days and states. */

export type TaskRow = Pick<
  PlanTask,
  | "year"
  | "district_code"
  | "title"
  | "points"
  | "responsible"
  | "cooperating"
  | "begins_on"
  | "due_on"
  | "state"
  | "progress"
  | "note"
> & { source: Source };

/** A clause of the plan of the seven districts, found by words that stand there. */
type Clause = { section: string; evidence: string };

type Kind = Clause & {
  year: number;
  /** Months within that year. */
  from: number;
  until: number;
  title: string;
  points: string;
  responsible: string;
  cooperating: string;
};

const PLAN = "004_a6f2ba46ca1a64b5.txt";
const LAND = "四（二）4";

const CITY: readonly Kind[] = [
  {
    ...{ year: 2026, from: 1, until: 6, section: "五（二）", evidence: "责任主体、实施进度“三张清单”" },
    title: "编制年度“三张清单”",
    points: "明确年度任务要点、责任主体和实施进度，分解到七区和市级部门。",
    ...{ responsible: "市级工业主管部门（演示）", cooperating: "七区人民政府、市级相关部门" },
  },
  {
    ...{ year: 2026, from: 1, until: 3, section: "五（一）", evidence: "联席会议机制" },
    title: "建立制造业高质量发展联席会议",
    points: "确定议事规则，统筹重大项目招引、园区建设和强链补链。",
    ...{ responsible: "市级工业主管部门（演示）", cooperating: "七区人民政府" },
  },
  {
    ...{
      year: 2026,
      from: 4,
      until: 12,
      section: "五（三）",
      evidence: "优先将新增工业用地指标向新兴七区倾斜",
    },
    title: "新增工业用地指标向新兴七区倾斜",
    points: "年度用地计划单列新兴七区新增工业用地指标，按季调度使用进度。",
    ...{ responsible: "市级规划和自然资源主管部门（演示）", cooperating: "市级工业主管部门" },
  },
  {
    ...{ year: 2026, from: 6, until: 12, section: "四（二）2", evidence: "绘制特色产业园图谱" },
    title: "绘制特色产业园图谱",
    points: "汇总各特色产业园的主导产业、龙头企业、可用空间和用地效益。",
    ...{ responsible: "市级工业主管部门（演示）", cooperating: "七区经信部门" },
  },
  {
    ...{
      year: 2027,
      from: 1,
      until: 4,
      section: "五（二）",
      evidence: "开展年度跟踪监测、中期评估和末期全面评估",
    },
    title: "开展年度跟踪监测",
    points: "汇总上年度各项指标实际值，对照路径说明差距和原因。",
    ...{ responsible: "市级工业主管部门（演示）", cooperating: "市级统计部门、七区经信部门" },
  },
  {
    ...{
      year: 2028,
      from: 3,
      until: 10,
      section: "五（二）",
      evidence: "开展年度跟踪监测、中期评估和末期全面评估",
    },
    title: "开展规划中期评估",
    points: "评估表1各项指标完成进度，对落后于路径的指标提出措施。",
    ...{ responsible: "市级工业主管部门（演示）", cooperating: "七区人民政府、市级相关部门" },
  },
];

const DISTRICT: readonly Kind[] = [
  {
    ...{ year: 2026, from: 1, until: 8, section: LAND, evidence: "开展产业园区用地专项治理" },
    title: "产业园区用地专项治理",
    points: "逐宗核查园区内存量工业用地，形成闲置、低效用地台账和处置计划。",
    ...{ responsible: "区规划和自然资源局", cooperating: "园区管委会、区经信局" },
  },
  {
    ...{ year: 2026, from: 4, until: 12, section: LAND, evidence: "资源要素配置挂钩机制" },
    title: "“亩均论英雄”评价结果与要素配置挂钩",
    points: "按A、B、C等级落实用地、用能、排污等差别化措施。",
    ...{ responsible: "区经信局", cooperating: "区发改局、区生态环境局、区税务局" },
  },
  {
    ...{ year: 2026, from: 5, until: 11, section: LAND, evidence: "定期梳理报送标准厂房供需清单" },
    title: "报送标准厂房供需清单",
    points: "按季梳理闲置厂房与企业需求，组织对接。",
    ...{ responsible: "园区管委会", cooperating: "标准厂房运营主体、区经信局" },
  },
  {
    ...{ year: 2027, from: 1, until: 12, section: LAND, evidence: "推动低效用地“腾笼换鸟”" },
    title: "低效用地“腾笼换鸟”",
    points: "通过协议收回、兼并重组、转型升级、增资提效盘活低效用地，优先保障优质制造业项目。",
    ...{ responsible: "区规划和自然资源局", cooperating: "区经信局、区投促局" },
  },
];

/** What one district alone has to do. */
const OWN: Readonly<Record<(typeof EMERGING_DISTRICTS)[number]["code"], Kind>> = {
  "510112": park("推动成都汽车城、四川通信产业园等特色园区", "专栏3", "成都汽车城特色产业园建设"),
  "510113": park("推动青白江新能源商业车产业园", "专栏3", "青白江新能源商业车产业园建设"),
  "510114": scattered("新都区"),
  "510115": park("推进中国川菜产业城、成都医学城", "四（二）2", "成都医学城特色产业园建设"),
  "510116": park("推动双流 AI 芯城", "专栏3", "双流AI芯城特色产业园建设"),
  "510117": scattered("郫都区"),
  "510118": park("园、四川省健康食品产业园等", "四（二）2", "四川省健康食品产业园建设"),
};

function park(evidence: string, section: string, title: string): Kind {
  return {
    ...{ year: 2028, from: 1, until: 12, section, evidence, title },
    points: "完善园区配套，引进上下游企业，按年度报送园区产出与用地效益。",
    ...{ responsible: "园区管委会", cooperating: "区经信局、区规划和自然资源局" },
  };
}

function scattered(district: string): Kind {
  return {
    ...{ year: 2028, from: 1, until: 9, section: LAND, evidence: "对新都区、郫都区等区域分布在工" },
    title: `${district}园外零散工业用地整合归并`,
    points: "在全面摸排基础上，通过规划调整、整合归并、功能置换引导企业搬迁入园。",
    ...{ responsible: "区规划和自然资源局", cooperating: "相关镇（街道）、园区管委会" },
  };
}

function sourceOf({ section, evidence }: Clause): Source {
  const line = documentLines(PLAN).findIndex((text) => text.includes(evidence)) + 1;
  if (line === 0) throw new Error(`${PLAN} does not say ${evidence}`);
  return { file: PLAN, section, evidence, line };
}

const NOTES = [
  "用地权属核查未完成，顺延一季度。",
  "企业意愿不一，正在逐户协商。",
  "配套资金尚未到位。",
] as const;

/** As a reader in the middle of 2026 would find them. */
function stateOf(year: number, until: number, random: Random): Pick<TaskRow, "state" | "progress" | "note"> {
  if (year > 2026) return { state: "planned", progress: 0, note: "" };
  if (until <= 6) return { state: "done", progress: 100, note: "" };
  if (random.chance(0.2))
    return { state: "delayed", progress: random.integer(2, 5) * 10, note: random.pick(NOTES) };
  return { state: "under_way", progress: random.integer(3, 8) * 10, note: "" };
}

const days = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const dayOf = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

function rowOf(kind: Kind, district: { code: string; name: string } | null, random: Random): TaskRow {
  const { year, from, until, title, points, responsible, cooperating } = kind;
  return {
    ...{ year, title, points, cooperating },
    district_code: district?.code ?? null,
    responsible: district ? `${district.name.replace(/区$/, "")}${responsible}` : responsible,
    begins_on: dayOf(year, from, 1),
    due_on: dayOf(year, until, days(year, until)),
    ...stateOf(year, until, random),
    source: sourceOf(kind),
  };
}

export function demonstrationTasks(): TaskRow[] {
  const random = seeded("plan tasks");
  return [
    ...CITY.map((kind) => rowOf(kind, null, random)),
    ...EMERGING_DISTRICTS.flatMap((district) =>
      [...DISTRICT, OWN[district.code]].map((kind) => rowOf(kind, district, random)),
    ),
  ];
}
