import type { NewScenario } from "../../domain/api/shares.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Ask } from "../asking.ts";
import { refusedFields } from "../http/problem.ts";
import type { PartsStore } from "../shares/parts.ts";

/** What cannot be so of a scenario: steps in other districts, and on land that nobody knows. */

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

/** What an earlier version named already may stay, for parcels go while scenarios are kept. */
export async function refuseUnsound(
  ask: Ask,
  parts: PartsStore,
  { steps, year }: Pick<NewScenario, "steps" | "year">,
  earlier: Steps = [],
): Promise<void> {
  const kept = new Set(codesIn(earlier));
  const added = codesIn(steps).filter((code) => !kept.has(code));
  const unknown = new Set((await unknownLand(ask, added, year)).map(({ code }) => code));
  const districts = await parts.districts(ask);
  const known = new Set(districts.filter(({ copy }) => !copy).map(({ code }) => code));
  const refusals = [...landRefusals(steps, unknown, year), ...districtRefusals(steps, known)];
  if (refusals.length > 0) throw refusedFields(refusals);
}
