import { isoDay, monthsAfter } from "../domain/civil-days.ts";
import { EMERGING_DISTRICTS } from "../domain/districts.ts";
import { TODAY } from "./demonstration/dates.ts";
import { industryOf } from "./demonstration/industries.ts";
import type { naming } from "./demonstration/names.ts";
import { settle } from "./demonstration/settling.ts";
import type { Random } from "./ground/random.ts";

/** Offers and needs of the demonstration city, invented; nobody real is meant, and no number is anybody's. */

/** A built parcel in a park, which an offered workshop stands on. */
export type Ground = {
  parcel_id: number;
  park_id: number;
  park_code: string;
  park_name: string;
  district_code: string;
  address: string;
  floor_area_m2: number;
};

/** A firm of the city that looks for more room. */
export type Seeker = { enterprise_id: number; name: string; industry_code: string; district_code: string };

const hundreds = (value: number) => Math.max(100, Math.round(value / 100) * 100);
const maybe = <T>(random: Random, probability: number, value: T): T | null =>
  random.chance(probability) ? value : null;
const monthsFromToday = (random: Random, least: number, most: number) =>
  isoDay(monthsAfter(TODAY, random.integer(least, most)));
const contact = (random: Random) => `演示联系人 028-0000${String(random.integer(0, 9999)).padStart(4, "0")}`;

/** Buildings as they are put up: one high hall with cranes, or storeys that bear less the higher they are. */
const BUILDINGS = [
  { storey: "单层", ground_floor: true, height: [7.5, 9], load: [15, 20], crane: [5, 10], rent: [16, 24] },
  { storey: "1 层", ground_floor: true, height: [6, 7.5], load: [12, 20], crane: [0, 3], rent: [18, 28] },
  { storey: "1–3 层", ground_floor: true, height: [4.8, 6], load: [8, 12], crane: [0, 0], rent: [15, 24] },
  { storey: "2–4 层", ground_floor: false, height: [4.5, 5.4], load: [5, 10], crane: [0, 0], rent: [12, 20] },
] as const;

const half = (random: Random, [low, high]: readonly [number, number]) =>
  Math.round(random.between(low, high) * 2) / 2;

/** What a park gathers, now and then anything. */
function tradesOf(random: Random, { district_code, park_code }: Ground): string[] {
  if (random.chance(0.25)) return [];
  const trades = Array.from({ length: random.integer(2, 5) }, () => {
    const { code } = settle(random, { district: district_code, park: park_code });
    return Number(code) < 44 ? code : "33";
  });
  return [...new Set(trades)].sort();
}

export function offerOn(ground: Ground, number: number, random: Random) {
  const { parcel_id, park_id, park_name, district_code, address } = ground;
  const building = random.pick(BUILDINGS);
  const floor = hundreds(Math.min(ground.floor_area_m2, random.lognormal(9000, 0.6)));
  const idle = hundreds(Math.min(floor, floor * random.between(0.15, 0.9)));
  return {
    ...{ parcel_id, park_id, district_code, address },
    name: `演示·${park_name}标准厂房 ${String.fromCharCode(65 + (number % 6))}${random.integer(1, 18)} 栋`,
    operator: `演示·${park_name}厂房运营公司`,
    contact: contact(random),
    storey: building.storey,
    ground_floor: building.ground_floor,
    floor_area_m2: floor,
    idle_area_m2: idle,
    least_area_m2: maybe(random, 0.7, hundreds(Math.min(idle, random.pick([500, 800, 1000, 2000])))),
    height_m: maybe(random, 0.95, half(random, building.height)),
    load_kn_m2: maybe(random, 0.9, half(random, building.load)),
    power_kva: maybe(random, 0.75, random.pick([315, 500, 630, 800, 1000, 1250, 1600])),
    crane_t: maybe(random, 0.9, random.pick(building.crane)),
    rent_yuan: maybe(random, 0.9, half(random, building.rent)),
    industries: tradesOf(random, ground),
    free_from: maybe(random, 0.45, monthsFromToday(random, -2, 8)),
    note: random.chance(0.2) ? random.pick(OFFER_NOTES) : "",
  };
}

const OFFER_NOTES = [
  "可整栋出租，也可分层分割。",
  "原租户搬迁后闲置，消防已验收。",
  "改造升级中，电力可增容。",
  "园区提供标准化污水处理。",
] as const;

const others = (random: Random, own: string): string[] => {
  const codes = EMERGING_DISTRICTS.map(({ code }) => code).filter((code) => code !== own);
  return [
    ...new Set([own, ...Array.from({ length: random.integer(1, 2) }, () => random.pick(codes))]),
  ].sort();
};

/** Two of five are new firms, which nobody knows here yet. */
export function needOf(seeker: Seeker, random: Random, name: ReturnType<typeof naming>) {
  const { industry_code, district_code } = seeker;
  const known = random.chance(0.6);
  const low = hundreds(Math.min(12_000, random.lognormal(2200, 0.7)));
  const heavy = random.chance(0.18);
  const trade = industryOf(industry_code.slice(0, 2));
  return {
    enterprise_id: known ? seeker.enterprise_id : null,
    firm: known ? seeker.name : name(random, trade, false).replace("示例", "演示"),
    industry_code,
    district_code,
    districts: random.weighted([
      [[district_code], 45],
      [others(random, district_code), 30],
      [[], 25],
    ]),
    contact: contact(random),
    area_low_m2: low,
    area_high_m2: hundreds(low * random.between(1.2, 2.2)),
    height_m: heavy ? random.pick([7.5, 8]) : maybe(random, 0.6, random.pick([4.5, 4.5, 5, 5.5, 6])),
    load_kn_m2: heavy ? 15 : maybe(random, 0.55, random.pick([5, 5, 7.5, 8, 10])),
    power_kva: maybe(random, 0.5, random.pick([100, 200, 315, 500, 800])),
    crane_t: heavy ? random.pick([3, 5]) : null,
    ground_floor: heavy || random.chance(0.15),
    rent_yuan: maybe(random, 0.75, Math.round(random.between(15, 27))),
    wanted_by: maybe(random, 0.8, monthsFromToday(random, 2, 14)),
    note: random.chance(0.2) ? random.pick(NEED_NOTES) : "",
  };
}

const NEED_NOTES = [
  "扩产需要，优先考虑同园区。",
  "需洁净车间改造条件。",
  "现有厂房租约到期。",
  "拟新设研发与中试线。",
] as const;
