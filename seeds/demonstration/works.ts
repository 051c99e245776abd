import { day, isoDay, monthsAfter } from "../../domain/civil-days.ts";
import { rounded } from "../ground/exact.ts";
import type { Random } from "../ground/random.ts";
import type { Contract } from "./contracts.ts";
import { TODAY } from "./dates.ts";
import type { Fate } from "./fates.ts";
import type { ParcelRow } from "./records.ts";

/** What was built, by when, and for how much. */
export type Works = Pick<
  ParcelRow,
  | "started"
  | "completed"
  | "development_stopped"
  | "production_stopped"
  | "invested_wan"
  | "required_area_m2"
  | "developed_area_m2"
  | "floor_area_m2"
  | "base_area_m2"
  | "office_area_m2"
  | "prohibited_industry"
  | "safety_breach"
>;

const UNTOUCHED: Works = {
  started: null,
  completed: null,
  development_stopped: null,
  production_stopped: null,
  invested_wan: 0,
  required_area_m2: null,
  developed_area_m2: 0,
  floor_area_m2: null,
  base_area_m2: null,
  office_area_m2: null,
  prohibited_industry: false,
  safety_breach: false,
};

export function worksFor(
  random: Random,
  fate: Fate,
  contract: Contract,
  area: number,
  workshop: boolean,
): Works {
  const required = rounded(area * random.between(0.85, 0.98), 1);
  const untouched = { ...UNTOUCHED, required_area_m2: required };
  switch (fate) {
    case "never_started":
    case "nearly_idle":
    case "extended":
      return untouched;
    case "building":
      return underWay(random, untouched, contract, required);
    case "abandoned":
      return abandoned(random, untouched, contract, required);
    case "late":
      return {
        ...underWay(random, untouched, contract, required),
        ...share(random, contract, required, 0.4, 0.85),
      };
    default:
      return finished(
        random,
        fate,
        { ...untouched, ...built(random, contract, area, required, workshop) },
        contract,
        area,
      );
  }
}

/** How far a started work has come, as parts of what was required and promised. */
const share = (random: Random, contract: Contract, required: number, low: number, high: number) => ({
  developed_area_m2: rounded(required * random.between(low, high), 1),
  invested_wan: rounded(contract.investment_wan * random.between(low, high), 1),
});

function underWay(random: Random, works: Works, contract: Contract, required: number): Works {
  const started = Math.max(contract.supplied + 20, contract.start - random.integer(-60, 60));
  if (started > TODAY) return works;
  return { ...works, started: isoDay(started), ...share(random, contract, required, 0.34, 0.9) };
}

/** Stopped with too little built or paid; one in six stopped less than a year ago, and is not idle yet. */
function abandoned(random: Random, works: Works, contract: Contract, required: number): Works {
  const started = Math.max(contract.supplied + 30, contract.start - random.integer(-40, 40));
  const recent = random.chance(0.17);
  const latest = monthsAfter(TODAY, -12);
  const stopped = recent
    ? latest + random.integer(1, 70)
    : Math.max(started + 30, Math.min(latest, started + random.integer(90, 900)));
  const little = random.chance(0.5);
  return {
    ...works,
    started: isoDay(started),
    development_stopped: isoDay(stopped),
    developed_area_m2: rounded(
      required * (little ? random.between(0.05, 0.332) : random.between(0.34, 0.6)),
      1,
    ),
    invested_wan: rounded(
      contract.investment_wan * (little ? random.between(0.1, 0.5) : random.between(0.06, 0.249)),
      1,
    ),
  };
}

function built(random: Random, contract: Contract, area: number, required: number, workshop: boolean) {
  const started = Math.max(contract.supplied + 15, contract.start - random.integer(-75, 60));
  const latest = monthsAfter(TODAY, -2);
  const completed = Math.max(
    started + 120,
    Math.min(latest, contract.completion + random.integer(-200, 240)),
  );
  const base = random.between(0.34, 0.62);
  const far = workshop ? random.between(1.4, 2.7) : Math.max(1.02, base * 1.25, random.lognormal(1.22, 0.22));
  return {
    started: isoDay(started),
    completed: isoDay(completed),
    invested_wan: rounded(contract.investment_wan * random.between(0.72, 1.45), 1),
    developed_area_m2: required,
    floor_area_m2: rounded(area * far, 1),
    base_area_m2: rounded(area * base, 1),
    office_area_m2: rounded(area * random.between(0.018, 0.068), 1),
  };
}

/** Finished works with the flaw, or nearly the flaw, that the fate names. */
function finished(random: Random, fate: Fate, works: Works, contract: Contract, area: number): Works {
  switch (fate) {
    case "thin_investment":
      return { ...works, invested_wan: rounded(contract.investment_wan * random.between(0.15, 0.495), 1) };
    case "closed_down":
      return { ...works, production_stopped: closedOn(random, day(works.completed!)) };
    case "barred":
      return random.chance(0.45)
        ? { ...works, prohibited_industry: true }
        : { ...works, safety_breach: true };
    case "empty_ground":
      return {
        ...works,
        floor_area_m2: rounded(area * random.between(0.22, 0.595), 1),
        base_area_m2: rounded(area * random.between(0.14, 0.36), 1),
      };
    case "sprawling":
      return { ...works, ...random.weighted(softFlaws(random, area).pairs) };
    case "one_soft_flaw":
      return { ...works, ...random.weighted(softFlaws(random, area).singles) };
    case "just_enough":
      return { ...works, ...justEnough(random, contract, area) };
    default:
      return works;
  }
}

/** A year ago to the day, or longer, but not before it was finished. */
function closedOn(random: Random, completed: number): string {
  const longAgo = random.weighted([
    [0, 10],
    [random.integer(1, 1_400), 90],
  ]);
  return isoDay(Math.max(completed + 60, monthsAfter(TODAY, -12) - longAgo));
}

/** Too little floor for the industry (0.7 is the lowest common floor-area ratio), too little covered, too many offices. */
function softFlaws(random: Random, area: number): Record<"singles" | "pairs", [Partial<Works>, number][]> {
  const lowFloor = { floor_area_m2: rounded(area * random.between(0.6, 0.645), 1) };
  const bare = { base_area_m2: rounded(area * random.between(0.19, 0.299), 1) };
  const offices = { office_area_m2: rounded(area * random.between(0.0705, 0.13), 1) };
  return {
    singles: [
      [lowFloor, 22],
      [bare, 36],
      [offices, 42],
    ],
    pairs: [
      [{ ...lowFloor, ...bare }, 45],
      [{ ...bare, ...offices }, 35],
      [{ ...lowFloor, ...offices }, 20],
    ],
  };
}

/** Figures that meet a threshold by a hair. */
const justEnough = (random: Random, contract: Contract, area: number): Partial<Works> =>
  random.pick<Partial<Works>>([
    { invested_wan: rounded(contract.investment_wan * random.between(0.501, 0.54), 1) },
    { production_stopped: isoDay(monthsAfter(TODAY, -12) + random.integer(1, 60)) },
    { base_area_m2: rounded(area * random.between(0.3005, 0.315), 1) },
    { office_area_m2: rounded(area * random.between(0.067, 0.0698), 1) },
  ]);
