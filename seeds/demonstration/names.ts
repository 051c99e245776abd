import { creditCodeCheck, organisationCheck } from "../../domain/codes.ts";
import type { Random } from "../ground/random.ts";
import type { Industry } from "./industries.ts";

/** Syllables of invented firm names. Every name begins with 示例 ("example"), so that none can be taken for a real firm. */
const FIRST = [..."蓉锦岷沱芙蜀川益青翠云江峰岭溪泉桐梓槐枫松柏荷兰竹菊霞辰星月晨曦旭朗晴禾穗稼麦粟"];
const SECOND = [
  ..."泉源川达通远航翔腾跃恒盛昌隆裕丰泰和顺安宁康健新创启拓立卓越精锐诚信德汇聚联合景明辉耀华",
];
const FORMS: readonly (readonly [string, number])[] = [
  ["有限公司", 70],
  ["科技有限公司", 14],
  ["实业有限公司", 7],
  ["股份有限公司", 5],
  ["制造有限公司", 4],
];

/** Gives out names, each only once. */
export function naming() {
  const given = new Set<string>();
  return (random: Random, industry: Industry, large: boolean): string => {
    for (;;) {
      const form = large && random.chance(0.5) ? "股份有限公司" : random.weighted(FORMS);
      const name = `示例·${random.pick(FIRST)}${random.pick(SECOND)}${random.pick(industry.products)}${form}`;
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };
}

const ENTERPRISE = "91";

/** A credit code that checks, from a running number; its organisation part begins with MD, for demonstration. */
export function demonstrationCreditCode(district: string, number: number): string {
  const organisation = `MD${String(number).padStart(6, "0")}`;
  const first17 = ENTERPRISE + district + organisation + organisationCheck(organisation);
  return first17 + creditCodeCheck(first17);
}
