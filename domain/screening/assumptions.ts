import { type Assumption, LEAST_PRODUCING } from "./potential.ts";
import type { Thresholds } from "./rule.ts";

/** What the potential of land takes for granted, in words that stand beside every figure of it. */

/** `year` is that of the ratings that output was taken from; null where there are none, or none is meant yet. */
export function assumptionsOf(thresholds: Thresholds, year: number | null): Assumption[] {
  return [...ON_LAND, ...onFloor(thresholds), ...onOutput(year)];
}

const ON_LAND: readonly Assumption[] = [
  {
    name: "counted",
    text: {
      zh: "闲置和逾期未竣工的地按没有建筑、没有产出计；在约定期限内建设的地不计；停产而没有产出记录的按零产出计；没有人报过的不推测",
      en: "Land left idle or unfinished counts as bare and yielding nothing; what is being built in time is left out; where production stopped and no output is recorded it is nil; what nobody reported is not guessed",
    },
    certainty: "suggested",
    value: null,
  },
  {
    name: "leaving",
    text: {
      zh: "禁止类、淘汰类和安全环保不达标的宗地同样计入：退出的是企业，土地仍作工业用地；今后的规划调整不考虑",
      en: "Land of prohibited or unsafe firms counts as well: the firm leaves, the land stays industrial; what planning may change later is not considered",
    },
    certainty: "suggested",
    value: null,
  },
];

const onFloor = ({ far_default, upstairs_far, upstairs_from }: Thresholds): Assumption[] => [
  {
    name: "far_low",
    text: {
      zh: `建筑面积的低值：容积率达到所属行业的控制下限，行业不明或未列的按 ${far_default}`,
      en: `Floor area, low end: the ratio reaches the least of its industry, ${far_default} where that is unknown or not listed`,
    },
    certainty: "second_hand",
    value: far_default,
  },
  {
    name: "far_high",
    text: {
      zh: "建筑面积的高值：取行业下限、合同约定容积率和工业上楼容积率中最高的",
      en: "Floor area, high end: the highest of that, the ratio agreed on, and that of industry on several storeys",
    },
    certainty: "suggested",
    value: null,
  },
  {
    name: "upstairs_far",
    text: {
      zh: `工业上楼按容积率 ${upstairs_far} 计；成都的数值没有找到，这是本系统的建议`,
      en: `Industry on several storeys has a ratio of ${upstairs_far}; Chengdu's own figure was not found, this is a suggestion of this system`,
    },
    certainty: "suggested",
    value: upstairs_far,
  },
  {
    name: "upstairs_from",
    text: {
      zh: `控制下限不低于 ${upstairs_from} 的行业视为可以上楼`,
      en: `Industries whose least ratio is ${upstairs_from} or more are taken for light enough to go upstairs`,
    },
    certainty: "suggested",
    value: upstairs_from,
  },
];

const onOutput = (year: number | null): Assumption[] => [
  {
    name: "output_low_high",
    text: {
      zh: "产出的两端：一是低值建筑面积乘以每平方米建筑的平均产出，二是与平均亩均产出的差距乘以面积；低者、高者为两端，只能算出一种时两端相同",
      en: "The ends of output: the low end of floor area times the mean output of floor, and the gap to the mean output of land times its area, the lower and the higher; where only one can be reckoned it is both",
    },
    certainty: "suggested",
    value: null,
  },
  {
    name: "output_year",
    text: {
      zh: `产出是${year === null ? "最近一个已公布评价年度" : ` ${year} 年已公布评价中`}企业的营业收入，按其用地分摊到宗地；同一宗地上未报的企业按其他企业计`,
      en: `Output is the revenue of firms in ${year === null ? "the newest year with published ratings" : `the published ratings of ${year}`}, spread over their land; firms that did not report count like the others on the same parcel`,
    },
    certainty: "suggested",
    value: year,
  },
  {
    name: "pool",
    text: {
      zh: `平均值取所在园区（片区取其所在的开发区）；园外零散宗地，以及园区内有产出的宗地不足 ${LEAST_PRODUCING} 宗时，取本区，再不足取全部`,
      en: `Means are those of its park, or of the development zone that this lies in; for scattered land, and with fewer than ${LEAST_PRODUCING} parcels that produce, of its district, else of all`,
    },
    certainty: "suggested",
    value: LEAST_PRODUCING,
  },
];
