import type { NewScenario } from "../../domain/api/shares.ts";
import { EMERGING } from "../../domain/districts.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Ask } from "../asking.ts";
import { refusedFields } from "../http/problem.ts";

/** What cannot be so of a scenario: a year that nothing is known of, steps in other districts, and on land that nobody knows. */

type Steps = NewScenario["steps"];

export const codesIn = (steps: Steps): string[] => [
  ...new Set(steps.flatMap((step) => ("parcels" in step ? step.parcels : []))),
];

const UNKNOWN = `
  select code from unnest(?::text[]) as code
   where not exists (
     select from parcel p
      where p.parcel_code = code and (p.supply_date is null or p.supply_date < make_date(?, 1, 1)))
   order by code`;

const unknownLand = (ask: Ask, codes: readonly string[], year: number) =>
  ask<{ code: string }>(UNKNOWN, [codes, year + 1]);

function landRefusals(steps: Steps, unknown: ReadonlySet<string>, year: number): Refusal[] {
  return steps.flatMap((step, i) => {
    const missing = "parcels" in step ? step.parcels.filter((code) => unknown.has(code)) : [];
    const [first] = missing;
    if (first === undefined) return [];
    const more = missing.length - 1;
    return {
      field: `steps.${i}.parcels`,
      message: `there was no parcel ${first} at the end of ${year}${more > 0 ? `, nor ${more} others` : ""}`,
      zh: `${year} 年末没有宗地 ${first}${more > 0 ? `，另有 ${more} 宗也没有` : ""}`,
    };
  });
}

function districtRefusals(steps: Steps, known: ReadonlySet<string>): Refusal[] {
  return steps.flatMap((step, i) =>
    "district" in step && !known.has(step.district)
      ? {
          field: `steps.${i}.district`,
          message: `${step.district} is none of the seven emerging districts`,
          zh: `${step.district} 不属于新兴七区`,
        }
      : [],
  );
}

const DISTRICTS = `
  select d.code, y.urban_construction_land_m2 as urban_m2, y.construction_land_m2 as construction_m2
    from district d left join district_year y on y.district_code = d.code and y.year = ?
   where d.group_name = ? and d.copy_of is null`;

type Built = { urban_m2: number | null; construction_m2: number | null };
type District = Built & { code: string };

const isReported = ({ urban_m2, construction_m2 }: Built) => urban_m2 !== null || construction_m2 !== null;

const BUILT = {
  urban_m2: { zh: "城市建设用地", en: "urban construction land" },
  construction_m2: { zh: "建设用地", en: "construction land" },
} as const;

/** All steps of a district together, told of the last one that takes any. */
function growthRefusals(steps: Steps, districts: readonly District[]): Refusal[] {
  return districts.flatMap((district) =>
    (["urban_m2", "construction_m2"] as const).flatMap((field) => {
      const grown = steps.map((step) =>
        step.do === "growth" && step.district === district.code ? step[field] : 0,
      );
      const total = grown.reduce((sum, one) => sum + one, 0);
      const built = district[field];
      if (built === null || total >= 0 || built + total >= 0) return [];
      const { zh, en } = BUILT[field];
      return {
        field: `steps.${grown.findLastIndex((one) => one < 0)}.${field}`,
        message: `takes more ${en} than district ${district.code} has`,
        zh: `${district.code} 减少的${zh}超过现有面积`,
      };
    }),
  );
}

const unknownYear = (year: number): Refusal => ({
  field: "year",
  message: `nothing was reported of ${year} that a scenario could start from`,
  zh: `没有 ${year} 年的统计数据，情景无从起算`,
});

/** What an earlier version named already may stay, for parcels go while scenarios are kept. */
export async function refuseUnsound(
  ask: Ask,
  { steps, year }: Pick<NewScenario, "steps" | "year">,
  earlier: Steps = [],
): Promise<void> {
  const kept = new Set(codesIn(earlier));
  const added = codesIn(steps).filter((code) => !kept.has(code));
  const unknown = new Set((await unknownLand(ask, added, year)).map(({ code }) => code));
  const districts = await ask<District>(DISTRICTS, [year, EMERGING]);
  const known = new Set(districts.map(({ code }) => code));
  const refusals = [
    ...(districts.some(isReported) ? [] : [unknownYear(year)]),
    ...landRefusals(steps, unknown, year),
    ...districtRefusals(steps, known),
    ...growthRefusals(steps, districts),
  ];
  if (refusals.length > 0) throw refusedFields(refusals);
}
