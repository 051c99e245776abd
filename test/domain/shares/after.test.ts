import { expect, test } from "vitest";
import { fromMu, M2_PER_MU } from "../../../domain/area.ts";
import { type Base, type BaseDistrict, sharesAfter } from "../../../domain/shares/after.ts";
import { CITY_INDUSTRIAL_M2 } from "../../../domain/shares/definitions.ts";
import { effectOf, type ScenarioParcel, type Step } from "../../../domain/shares/scenario.ts";
import { DEFAULT_SWITCHES, type ShareId } from "../../../domain/shares/switches.ts";

const KM2 = 1_000_000;
const district = (code: string, more: Partial<BaseDistrict> = {}): BaseDistrict => ({
  code,
  net_m2: { industry: 20 * KM2, m0: KM2, warehouse: 3 * KM2 },
  area_m2: { industry: 22 * KM2, m0: KM2, warehouse: 4 * KM2 },
  urban_m2: 100 * KM2,
  construction_m2: 150 * KM2,
  output_wan: 3_000_000,
  ...more,
});
const base: Base = {
  year: 2025,
  districts: [district("510112"), district("510113")],
  transfers: [
    { district: "510112", month: 3, use: "industry", mode: "transfer", area_m2: 20 },
    { district: "510113", month: 4, use: "housing", mode: "transfer", area_m2: 80 },
  ],
  output_target: { per_mu: 304 },
};
const parcel = (code: string, more: Partial<ScenarioParcel> = {}): ScenarioParcel => ({
  code,
  district: "510112",
  kind: "industry",
  net_m2: KM2,
  area_m2: 1.1 * KM2,
  output_wan: 1000,
  floor_m2: KM2,
  mean_per_mu: 200,
  ...more,
});
const known = new Map([parcel("a"), parcel("b", { kind: "other" })].map((one) => [one.code, one]));

const told = (steps: Step[], asked: string | null = null, switches = DEFAULT_SWITCHES) => {
  const { shares, output } = sharesAfter(base, effectOf(steps, known), switches, asked);
  const of = (id: ShareId) => shares.find((share) => share.id === id)!;
  return { of, output };
};

test("without steps nothing moves, and targets are those of the definitions", () => {
  const { of, output } = told([]);
  for (const id of ["R1", "R1p", "R2", "R3"] as const) expect(of(id).after).toEqual(of(id).before);
  expect(of("R1")).toMatchObject({ before: { percent: 21 }, target: 23 });
  expect(of("R1p").before.percent).toBeCloseTo((46 / 300) * 100, 9);
  expect(of("R2")).toMatchObject({ before: { percent: 20 }, target: 30 });
  expect(of("R3").before.percent).toBeCloseTo((46 * KM2 * 100) / CITY_INDUSTRIAL_M2, 9);
  expect(output.before.per_mu).toBeCloseTo((6_000_000 * M2_PER_MU) / (46 * KM2), 9);
  expect(output).toMatchObject({ after: output.before, target: 304 });
});

test("land that becomes industry, leaves, or is revived moves what it belongs to", () => {
  const gained = told([{ do: "rezone", parcels: ["b"], to: "m0" }]);
  expect(gained.of("R1").after).toMatchObject({ numerator_m2: 43 * KM2, denominator_m2: 200 * KM2 });
  expect(gained.of("R3").after.denominator_m2! - CITY_INDUSTRIAL_M2).toBeCloseTo(1.1 * KM2, 3);
  const left = told([{ do: "retire", parcels: ["a"] }]);
  expect(left.of("R1").after).toMatchObject({ numerator_m2: 41 * KM2, denominator_m2: 198.9 * KM2 });
  expect(left.output.after.output_wan).toBe(5_999_000);
  const revived = told([{ do: "revive", parcels: ["a"], per_mu: 100 }]);
  expect(revived.output.after.output_wan).toBeCloseTo(5_999_000 + (100 * 1.1 * KM2) / M2_PER_MU, 6);
  expect(revived.of("R1").after).toEqual(revived.of("R1").before);
});

test("planned transfers and growth count where they are, and one district can be asked alone", () => {
  const steps: Step[] = [
    { do: "transfer", district: "510112", month: 12, use: "industry", mode: "transfer", area_m2: 100 },
    { do: "transfer", district: "999999", month: 12, use: "industry", mode: "transfer", area_m2: 100 },
    { do: "growth", district: "510113", urban_m2: 10 * KM2, construction_m2: fromMu(15) },
  ];
  expect(told(steps).of("R2").after).toEqual({ numerator_m2: 120, denominator_m2: 200, percent: 60 });
  expect(told(steps).of("R1").after.denominator_m2).toBe(210 * KM2);
  const one = told(steps, "510112");
  expect(one.of("R2").after.percent).toBe(100);
  expect(one.of("R1").after).toEqual(one.of("R1").before);
  expect(one.output.target).toBeNull();
});

test("stores count where they are switched on, never of the city's industry; what nobody reported stays unknown", () => {
  const { of } = told([], null, { ...DEFAULT_SWITCHES, warehouse: true, m0: false });
  expect(of("R1").before.numerator_m2).toBe(46 * KM2);
  expect(of("R3").before.numerator_m2).toBe(44 * KM2);
  const gap = {
    ...base,
    districts: [district("510112", { urban_m2: null, output_wan: null }), district("510113")],
  };
  const unknown = sharesAfter(gap, effectOf([], known), DEFAULT_SWITCHES);
  expect(unknown.shares[0]).toMatchObject({ id: "R1", before: { denominator_m2: null, percent: null } });
  expect(unknown.output.before).toMatchObject({ output_wan: null, per_mu: null });
});
