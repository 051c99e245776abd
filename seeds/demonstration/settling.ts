import type { Random } from "../ground/random.ts";
import { type Industry, industryOf } from "./industries.ts";

/** Weights by division. */
type Mixture = Readonly<Record<string, number>>;

/** Divisions of a district's leading, feature and traditional industries (document 004, 专栏1). */
const DISTRICTS: Readonly<Record<string, Mixture>> = {
  "510112": { 36: 46, 37: 6, 38: 8, 30: 4, 28: 3, 29: 8, 33: 8, 34: 6, 35: 6, 39: 3, 14: 2 },
  "510113": { 31: 8, 32: 8, 26: 8, 28: 7, 30: 9, 36: 9, 34: 11, 35: 9, 33: 9, 38: 7, 39: 4, 14: 6, 13: 5 },
  "510114": { 37: 15, 35: 12, 34: 9, 21: 14, 14: 11, 15: 4, 27: 6, 38: 6, 33: 9, 39: 5, 22: 4, 29: 5 },
  "510115": { 27: 26, 14: 15, 15: 6, 23: 9, 17: 4, 34: 8, 35: 11, 38: 7, 39: 9, 33: 5 },
  "510116": { 39: 38, 38: 13, 37: 9, 27: 7, 40: 5, 21: 5, 19: 4, 18: 3, 14: 5, 30: 4, 33: 4, 43: 3 },
  "510117": { 39: 24, 14: 21, 13: 5, 35: 12, 38: 8, 26: 5, 30: 5, 40: 5, 33: 7, 29: 5, 34: 3 },
  "510118": { 13: 14, 14: 14, 15: 5, 37: 14, 38: 14, 26: 9, 28: 6, 35: 8, 33: 6, 34: 6, 39: 4 },
};

/** What special parks gather. */
const PARKS: Readonly<Record<string, Mixture>> = {
  "chengdu-auto-city": { 36: 82, 39: 9, 29: 9 },
  "qingbaijiang-nev": { 36: 70, 38: 18, 33: 12 },
  "xindu-aviation": { 37: 78, 33: 14, 40: 8 },
  "xindu-rail": { 37: 72, 34: 16, 38: 12 },
  "xindu-energy-equipment": { 35: 46, 34: 30, 38: 24 },
  "chengdu-medical-city": { 27: 84, 35: 10, 40: 6 },
  "sichuan-communication": { 39: 78, 38: 12, 40: 10 },
  "chengdu-optoelectronics": { 39: 88, 40: 7, 38: 5 },
  "shuangliu-iot": { 39: 70, 40: 22, 38: 8 },
  "xihanggang-future": { 37: 34, 39: 34, 40: 16, 38: 16 },
  "shuangliu-ai-chip": { 39: 82, 40: 18 },
  "tianfu-bio-town": { 27: 90, 40: 6, 35: 4 },
  "sichuan-cuisine": { 14: 80, 13: 14, 22: 6 },
  "sichuan-health-food": { 13: 46, 14: 38, 15: 16 },
  "xinjin-rail": { 37: 76, 38: 14, 34: 10 },
};

/** Industries of the land outside parks. */
const SCATTERED: Mixture = { 21: 20, 33: 18, 20: 8, 29: 10, 14: 9, 30: 9, 41: 5, 42: 4, 22: 6, 34: 6, 18: 5 };

const UTILITIES: Mixture = { 44: 30, 45: 30, 46: 40 };
const UTILITY_SHARE = 0.008;
const TRUE_TO_PARK = 0.75;

const drawn = (random: Random, mixture: Mixture) => industryOf(random.weighted(Object.entries(mixture)));

/** The division of a firm that settles on a lot. */
export function settle(random: Random, lot: { district: string; park: string | null }): Industry {
  if (random.chance(UTILITY_SHARE)) return drawn(random, UTILITIES);
  const park = lot.park ? PARKS[lot.park] : SCATTERED;
  return drawn(random, park && random.chance(TRUE_TO_PARK) ? park : DISTRICTS[lot.district]!);
}

const CHAINS: Readonly<Record<string, readonly string[]>> = {
  "13": ["绿色食品"],
  "14": ["绿色食品"],
  "15": ["绿色食品"],
  "27": ["创新药", "高端医疗器械", "中医药"],
  "28": ["高性能纤维及复合材料"],
  "30": ["新型材料"],
  "32": ["新型材料"],
  "36": ["智能网联汽车"],
  "37": ["航空装备", "轨道交通", "商业航天"],
  "38": ["新型储能", "光伏", "智能输变电装备"],
  "39": ["集成电路", "新型显示", "光通信", "智能终端"],
  "40": ["智能传感"],
};

export function chainOf(random: Random, { code }: Industry): string | null {
  const chains = CHAINS[code];
  return chains && random.chance(0.62) ? random.pick(chains) : null;
}
