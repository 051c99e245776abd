import type { Source } from "../api/source.ts";
import type { Text } from "../api/text.ts";

/** The land shares: what is divided by what, and what is asked of it. No two of them may share an axis. */

export const SHARE_IDS = ["R1", "R1p", "R2", "R3"] as const;
export type ShareId = (typeof SHARE_IDS)[number];

export const SWITCHES = ["m0", "warehouse", "negotiated", "lease_then_transfer"] as const;
export type Switch = (typeof SWITCHES)[number];

/** Whether each counts as industry, or as a transfer. */
export type Switches = Readonly<Record<Switch, boolean>>;

/** M0 has the code of industry; the rest is left out unless somebody asks for it. */
export const DEFAULT_SWITCHES: Switches = {
  m0: true,
  warehouse: false,
  negotiated: false,
  lease_then_transfer: false,
};

export type ShareDefinition = Readonly<{
  id: ShareId;
  /** As it is written: R1′. */
  sign: string;
  name: Text;
  numerator: Text;
  denominator: Text;
  scope: Text;
  /** In percent; null where nothing is asked and a figure is only known. */
  target: number | null;
  /** What the figure was when it was published. */
  baseline: number | null;
  /** The year the target holds for; null for every year. */
  due: number | null;
  /** Below the target by less than this many points of percent is a warning (黄), the domain rules' suggestion. */
  near: number;
  switches: readonly Switch[];
  source: Source;
  /** What a reader must know to compare it. */
  note: Text;
}>;

const CITY = { zh: "成都市", en: "Chengdu" };

export const SHARES: readonly ShareDefinition[] = [
  {
    id: "R1",
    sign: "R1",
    name: { zh: "工业净用地占城市建设用地", en: "Net industrial land of urban construction land" },
    numerator: { zh: "工业净用地", en: "Net industrial land" },
    denominator: { zh: "城市建设用地", en: "Urban construction land" },
    scope: CITY,
    target: 23,
    baseline: null,
    due: null,
    near: 1,
    switches: ["m0", "warehouse"],
    source: { file: "000_53c5fb1a592fa8bc.txt", section: "十（二十七）", line: 63 },
    note: {
      zh: "条文（征求意见稿）未写年限，主要目标年为 2030；净用地不含代征道路、绿地。",
      en: "The clause, a draft, names no year; the document looks to 2030. Net land leaves out roads and green that were taken along.",
    },
  },
  {
    id: "R1p",
    sign: "R1′",
    name: { zh: "工业用地占建设用地", en: "Industrial land of construction land" },
    numerator: { zh: "工业用地", en: "Industrial land" },
    denominator: { zh: "建设用地", en: "Construction land" },
    scope: CITY,
    target: 20,
    baseline: null,
    due: 2025,
    near: 1,
    switches: ["m0", "warehouse"],
    source: { file: "001_67070088836cb55d.txt", section: "十一（增强土地要素支撑）", line: 2086 },
    note: {
      zh: "“十四五”口径，分母为全部建设用地，与 R1 不可比。",
      en: "Of the plan for 2021–2025, over all construction land: not to be compared with R1.",
    },
  },
  {
    id: "R2",
    sign: "R2",
    name: { zh: "工业用地出让占经营性用地出让", en: "Industrial transfers of commercial transfers" },
    numerator: { zh: "当年工业用地出让面积", en: "Industrial land transferred in the year" },
    denominator: {
      zh: "当年经营性国有建设用地出让总面积",
      en: "Land transferred commercially in the year, industry included",
    },
    scope: CITY,
    target: 30,
    baseline: null,
    due: null,
    near: 1,
    switches: ["m0", "warehouse", "negotiated", "lease_then_transfer"],
    source: { file: "000_53c5fb1a592fa8bc.txt", section: "十（二十七）", line: 63 },
    note: {
      zh: "按合同签订日归年，分母含工业；不含划拨、租赁。省级（002）另有按供应计划计的 30%，口径不同。",
      en: "By the day of the contract; industry is in the denominator, allocations and leases are not. The province's 30 % speaks of the supply plan.",
    },
  },
  {
    id: "R3",
    sign: "R3",
    name: { zh: "七区占全市工业用地", en: "The seven districts' part of the city's industrial land" },
    numerator: { zh: "新兴七区工业用地", en: "Industrial land of the seven districts" },
    denominator: { zh: "全市工业用地", en: "Industrial land of the city" },
    scope: { zh: "新兴七区／成都市", en: "The seven districts of Chengdu" },
    target: null,
    baseline: 47.8,
    due: null,
    near: 0,
    switches: ["m0"],
    source: { file: "004_a6f2ba46ca1a64b5.txt", section: "一（一）4", line: 61 },
    note: {
      zh: "全市总量未公布逐年数，以 181.93 平方公里 ÷ 47.8% 推算并固定为 380.6 平方公里。",
      en: "The city's total is not published by year; it is reckoned as 181.93 km² over 47.8 % and held at 380.6 km².",
    },
  },
];

/** Industrial land of the seven districts as the plan of 2025 states it (181.93 km², 47.8 % of the city's). */
export const REGION_INDUSTRIAL_M2 = 181_930_000;
export const CITY_INDUSTRIAL_M2 = REGION_INDUSTRIAL_M2 / 0.478;

export const shareNamed = (id: ShareId): ShareDefinition => SHARES.find((share) => share.id === id)!;
