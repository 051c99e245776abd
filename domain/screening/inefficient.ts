import { toMu } from "../area.ts";
import { isoDay, monthsAfter } from "../civil-days.ts";
import type { ParcelFacts, ParcelRating } from "./facts.ts";
import { leastFloorAreaRatio } from "./floor-area.ts";
import { type Fired, POLICY, type Rule, type Thresholds } from "./rule.ts";

/** 低效用地: land that is used, and gives too little. What is idle is never looked at here. */

const kind = "inefficient";

/** What one local standard was reported to say; the city's own was not found. */
const LOCAL = {
  text: {
    zh: "地方低效工业用地认定条件（转述，成都细则未找到）；盘活要求见政策条文",
    en: "Conditions of a local standard, read second-hand; Chengdu's own was not found. The policy asks for such land to be revived",
  },
  certainty: "second_hand",
  source: POLICY.slack,
} as const;

const CONTROL = {
  text: {
    zh: "工业项目建设用地控制指标",
    en: "Control indicators for the construction land of industrial projects",
  },
  source: POLICY.slack,
} as const;

const lateCompletion: Rule = {
  name: "late_completion",
  number: "E1",
  kind,
  weight: "hard",
  title: { zh: "逾期未竣工", en: "Not completed in time" },
  test: {
    zh: "超过约定竣工日满 24 个月仍未竣工",
    en: "Not completed 24 months after the agreed completion",
  },
  basis: LOCAL,
  limits: [{ name: "late_months", unit: "months" }],
  fires({ completed, agreed_completion }, on, { thresholds }) {
    if (completed !== null || agreed_completion === null) return null;
    const since = monthsAfter(agreed_completion, thresholds.late_months);
    return on < since ? null : { since, facts: { agreed_completion: isoDay(agreed_completion) } };
  },
};

/** Both of its halves wait as long; what fired says which figure is too low, by the limits it is held to. */
const lowInvestment: Rule = {
  name: "low_investment",
  number: "E2",
  kind,
  weight: "hard",
  title: { zh: "投资强度或产出率不足", en: "Too little invested, or too little output" },
  test: {
    zh: "竣工满 24 个月，投资强度低于约定值的 50%，或土地产出率低于控制值的 50%（控制值未公开，设为 0 即不判）",
    en: "Completed 24 months ago, with less than 50 % of the agreed investment per area, or less than 50 % of the output asked of land (no such figure is public; 0 asks nothing)",
  },
  basis: LOCAL,
  limits: [
    { name: "investment_months", unit: "months" },
    { name: "investment_share", unit: "share" },
    { name: "output_control", unit: "wan_per_mu" },
    { name: "output_share", unit: "share" },
  ],
  fires(facts, on, { thresholds }) {
    const { completed } = facts;
    if (completed === null) return null;
    const since = monthsAfter(completed, thresholds.investment_months);
    if (on < since) return null;
    const investment = shortOfInvestment(facts, thresholds);
    const output = shortOfOutput(facts, thresholds);
    if (!investment && !output) return null;
    const { investment_months } = thresholds;
    return {
      since,
      facts: { completed: isoDay(completed), ...investment?.facts, ...output?.facts },
      limits: { investment_months, ...investment?.limits, ...output?.limits },
    };
  },
};

type Half = Required<Pick<Fired, "facts" | "limits">>;

function shortOfInvestment(
  { invested_wan, agreed_investment_wan: agreed, area_m2 }: ParcelFacts,
  { investment_share }: Thresholds,
): Half | null {
  if (invested_wan === null || agreed === null || agreed <= 0) return null;
  const share = invested_wan / agreed;
  if (share >= investment_share) return null;
  return {
    facts: { invested_wan, agreed_investment_wan: agreed, area_m2, invested_share: share },
    limits: { investment_share },
  };
}

function shortOfOutput(
  { output_wan, area_m2 }: ParcelFacts,
  { output_control, output_share }: Thresholds,
): Half | null {
  if (output_wan === null || output_control <= 0) return null;
  const output_per_mu = output_wan / toMu(area_m2);
  if (output_per_mu >= output_share * output_control) return null;
  return { facts: { output_wan, area_m2, output_per_mu }, limits: { output_control, output_share } };
}

const stoppedProduction: Rule = {
  name: "production_stopped",
  number: "E3",
  kind,
  weight: "hard",
  title: { zh: "停产半停产", en: "Production stopped" },
  test: {
    zh: "停产、半停产满 12 个月",
    en: "Production has stood still, wholly or by half, for 12 months",
  },
  basis: LOCAL,
  limits: [{ name: "production_months", unit: "months" }],
  fires({ production_stopped }, on, { thresholds }) {
    if (production_stopped === null) return null;
    const since = monthsAfter(production_stopped, thresholds.production_months);
    return on < since ? null : { since, facts: { production_stopped: isoDay(production_stopped) } };
  },
};

const prohibited: Rule = {
  name: "prohibited_or_unsafe",
  number: "E4",
  kind,
  weight: "hard",
  title: { zh: "禁止淘汰类或不符合安全环保要求", en: "Prohibited, or unsafe" },
  test: {
    zh: "属于禁止类、淘汰类产业，或不符合安全、环保要求",
    en: "An industry that is prohibited or phased out, or a breach of safety or environment",
  },
  basis: LOCAL,
  limits: [],
  fires({ prohibited_industry, safety_breach }) {
    if (!prohibited_industry && !safety_breach) return null;
    return {
      since: null,
      facts: { prohibited_industry: Number(prohibited_industry), safety_breach: Number(safety_breach) },
    };
  },
};

/** The newest rating and that of the year before it; null where one of them is missing. */
function twoYears({ ratings }: ParcelFacts): readonly [ParcelRating, ParcelRating] | null {
  const [newer, older] = ratings;
  return newer && older && newer.year === older.year + 1 ? [newer, older] : null;
}

const lowestGrade: Rule = {
  name: "lowest_grade_twice",
  number: "E5",
  kind,
  weight: "hard",
  title: { zh: "连续两年最低等级", en: "Lowest grade two years running" },
  test: {
    zh: "亩均评价连续两年为方案的最低等级",
    en: "The lowest grade of its scheme in two consecutive years",
  },
  basis: {
    text: {
      zh: "评价结果与资源要素配置挂钩（政策）；连续两年的线是本系统的建议",
      en: "The policy ties resources to ratings; the line of two years is a suggestion of this system",
    },
    certainty: "suggested",
    source: POLICY.slack,
  },
  limits: [],
  fires(facts) {
    const years = twoYears(facts);
    if (!years?.every(({ lowest }) => lowest)) return null;
    return {
      since: null,
      facts: Object.fromEntries(years.map(({ year, grade }) => [`grade_${year}`, grade])),
    };
  },
};

const lowTax: Rule = {
  name: "low_tax_twice",
  number: "E6",
  kind,
  weight: "soft",
  title: { zh: "亩均税收连续两年偏低", en: "Little tax per mu two years running" },
  test: {
    zh: "亩均税收连续两年低于同批次企业均值的 1/3",
    en: "Tax per mu below a third of the mean of the run in two consecutive years",
  },
  basis: {
    text: {
      zh: "外地做法：低于均值 1/3 强烈建议盘活（转述）",
      en: "Practice elsewhere, read second-hand: below a third of the mean, reviving is urged",
    },
    certainty: "second_hand",
    source: POLICY.slack,
  },
  limits: [{ name: "tax_share", unit: "share" }],
  fires(facts, _on, { thresholds }) {
    const years = twoYears(facts);
    const low = years?.every(
      ({ tax_per_mu: tax, mean_tax_per_mu: mean }) =>
        tax !== null && mean !== null && mean > 0 && tax / mean < thresholds.tax_share,
    );
    if (!years || !low) return null;
    const figures = years.flatMap(({ year, tax_per_mu, mean_tax_per_mu }) => [
      [`tax_per_mu_${year}`, tax_per_mu],
      [`mean_tax_per_mu_${year}`, mean_tax_per_mu],
    ]);
    return { since: null, facts: Object.fromEntries(figures) };
  },
};

const lowFloorArea: Rule = {
  name: "low_floor_area",
  number: "E7",
  kind,
  weight: "soft",
  title: { zh: "容积率偏低", en: "Low floor-area ratio" },
  test: {
    zh: "已竣工，现状容积率低于行业控制下限（行业不明按 0.8）；低于 0.6 为硬条件",
    en: "Completed, with a floor-area ratio below the least of its industry (0.8 where unknown); below 0.6 it is enough by itself",
  },
  basis: { ...CONTROL, certainty: "second_hand" },
  limits: [
    { name: "far_default", unit: "ratio" },
    { name: "far_hard", unit: "ratio" },
  ],
  fires({ completed, floor_area_m2, area_m2, industry }, _on, { thresholds, minima }) {
    if (completed === null || floor_area_m2 === null) return null;
    const ratio = floor_area_m2 / area_m2;
    const least = leastFloorAreaRatio(industry, minima, thresholds.far_default);
    if (ratio >= least) return null;
    return {
      since: null,
      weight: ratio < thresholds.far_hard ? "hard" : "soft",
      facts: { floor_area_m2, area_m2, floor_area_ratio: ratio, ...(industry !== null && { industry }) },
      limits: { least_far: least, far_hard: thresholds.far_hard },
    };
  },
};

const lowCoefficient: Rule = {
  name: "low_building_coefficient",
  number: "E8",
  kind,
  weight: "soft",
  title: { zh: "建筑系数偏低", en: "Low building coefficient" },
  test: {
    zh: "已竣工，建筑系数低于 30%",
    en: "Completed, with less than 30 % under buildings, structures and yards",
  },
  basis: { ...CONTROL, certainty: "read" },
  limits: [{ name: "building_coefficient", unit: "share" }],
  fires({ completed, base_area_m2, area_m2 }, _on, { thresholds }) {
    if (completed === null || base_area_m2 === null) return null;
    const coefficient = base_area_m2 / area_m2;
    if (coefficient >= thresholds.building_coefficient) return null;
    return { since: null, facts: { base_area_m2, area_m2, coefficient } };
  },
};

const largeOffices: Rule = {
  name: "large_office_share",
  number: "E9",
  kind,
  weight: "soft",
  title: { zh: "行政办公及生活服务用地偏大", en: "Too much for offices and living" },
  test: {
    zh: "已竣工，行政办公及生活服务设施用地超过 7%",
    en: "Completed, with more than 7 % for offices and living quarters",
  },
  basis: { ...CONTROL, certainty: "read" },
  limits: [{ name: "office_share", unit: "share" }],
  fires({ completed, office_area_m2, area_m2 }, _on, { thresholds }) {
    if (completed === null || office_area_m2 === null) return null;
    const officeShare = office_area_m2 / area_m2;
    if (officeShare <= thresholds.office_share) return null;
    return { since: null, facts: { office_area_m2, area_m2, office_share: officeShare } };
  },
};

export const INEFFICIENT: readonly Rule[] = [
  lateCompletion,
  lowInvestment,
  stoppedProduction,
  prohibited,
  lowestGrade,
  lowTax,
  lowFloorArea,
  lowCoefficient,
  largeOffices,
];
