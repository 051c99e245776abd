import { isoDay } from "../../domain/civil-days.ts";
import { type Random, seeded } from "../ground/random.ts";
import type { Firm } from "./firm.ts";
import type { EnterpriseRow } from "./records.ts";

/** Published: national "little giants" in the seven districts in 2025 (document 004, 表1). */
const LITTLE_GIANTS = 119;
const CHAMPIONS = 14;
const TREASURES = 24;
const SPECIALISED = 380;
const HIGH_TECH_SHARE = 0.42;

/** Titles go to firms that spend on research, and to the largest. */
export function register(firms: readonly Firm[], revenue2025: (firm: Firm) => number): EnterpriseRow[] {
  const random = seeded("titles");
  const titles = new Map<Firm, string[]>(firms.map((firm) => [firm, []]));
  const grant = (title: string, to: readonly Firm[]) => {
    for (const firm of to) titles.get(firm)!.push(title);
  };
  const large = firms
    .filter(({ aboveScale }) => aboveScale)
    .toSorted((a, b) => revenue2025(b) - revenue2025(a));
  grant(
    "链主",
    large.filter(({ giant_yi }) => giant_yi !== null),
  );
  grant("镇园之宝", large.filter(({ park }) => park !== null).slice(0, TREASURES));
  const inventive = byChance(large.slice(TREASURES), random, (firm) => firm.industry.research);
  grant("专精特新小巨人", inventive.slice(0, LITTLE_GIANTS));
  grant("单项冠军", inventive.slice(0, CHAMPIONS));
  grant("专精特新", inventive.slice(LITTLE_GIANTS, LITTLE_GIANTS + SPECIALISED));
  grant("高新技术企业", inventive.slice(0, Math.round(inventive.length * HIGH_TECH_SHARE)));
  return firms.map((firm) => ({
    credit_code: firm.creditCode,
    name: firm.name,
    district_code: firm.district,
    park_code: firm.park,
    industry_code: firm.industry.code,
    chain: firm.chain,
    above_scale: firm.aboveScale,
    founded: isoDay(firm.founded),
    above_scale_since: firm.since,
    titles: titles.get(firm)!,
    lon: firm.at[0],
    lat: firm.at[1],
  }));
}

const byChance = (firms: readonly Firm[], random: Random, weight: (firm: Firm) => number): Firm[] =>
  firms
    .map((firm) => ({ firm, score: weight(firm) * random.lognormal(1, 0.8) }))
    .sort((a, b) => b.score - a.score)
    .map(({ firm }) => firm);
