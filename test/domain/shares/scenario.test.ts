import { expect, test } from "vitest";
import { M2_PER_MU } from "../../../domain/area.ts";
import { effectOf, type ScenarioParcel, type Step } from "../../../domain/shares/scenario.ts";

const parcel = (code: string, more: Partial<ScenarioParcel> = {}): [string, ScenarioParcel] => [
  code,
  {
    code,
    district: "510112",
    kind: "industry",
    net_m2: 9 * M2_PER_MU,
    area_m2: 10 * M2_PER_MU,
    output_wan: 500,
    floor_m2: 1000,
    mean_per_mu: 200,
    ...more,
  },
];

const known = new Map([
  parcel("used"),
  parcel("idle", { output_wan: null, floor_m2: null }),
  parcel("store", { kind: "warehouse", district: "510113" }),
]);
const effect = (...steps: Step[]) => effectOf(steps, known);
const longquan = (...steps: Step[]) => effect(...steps).districts.get("510112")!;

test("revived land yields the mean, or what is said, and never less than today", () => {
  expect(longquan({ do: "revive", parcels: ["idle"], per_mu: null }).output_wan).toBeCloseTo(2000, 9);
  expect(longquan({ do: "revive", parcels: ["idle", "used"], per_mu: 60 }).output_wan).toBeCloseTo(700, 9);
  expect(longquan({ do: "revive", parcels: ["used"], per_mu: 1 }).output_wan).toBe(0);
});

test("another use moves net and legal area, and takes the output of what leaves industry along", () => {
  expect(longquan({ do: "rezone", parcels: ["used"], to: "other" })).toMatchObject({
    net_m2: { industry: -9 * M2_PER_MU, m0: 0 },
    area_m2: { industry: -10 * M2_PER_MU },
    urban_m2: 0,
    output_wan: -500,
  });
  expect(longquan({ do: "rezone", parcels: ["used"], to: "m0" })).toMatchObject({
    net_m2: { industry: -9 * M2_PER_MU, m0: 9 * M2_PER_MU },
    output_wan: 0,
  });
  const returned = effect({ do: "rezone", parcels: ["store"], to: "industry" }).districts.get("510113")!;
  expect(returned.net_m2).toEqual({ industry: 9 * M2_PER_MU, m0: 0, warehouse: -9 * M2_PER_MU });
});

test("land that is given up leaves both sides of the line, once", () => {
  const retire: Step = { do: "retire", parcels: ["used"] };
  const gone = longquan(retire);
  expect(gone).toMatchObject({
    urban_m2: -10 * M2_PER_MU,
    construction_m2: -10 * M2_PER_MU,
    output_wan: -500,
  });
  expect(longquan(retire, retire, { do: "rezone", parcels: ["used"], to: "m0" })).toEqual(gone);
});

test("what is built on yields as its floor does today", () => {
  const raised = longquan({ do: "raise_far", parcels: ["used"], far: 0.3 });
  expect(raised.output_wan).toBeCloseTo(500 * ((0.3 * 10 * M2_PER_MU) / 1000 - 1), 9);
  expect(longquan({ do: "raise_far", parcels: ["used"], far: 0.1 }).output_wan).toBe(0);
});

test("later steps see what earlier ones left, and a step less is that step undone", () => {
  const steps: Step[] = [
    { do: "rezone", parcels: ["used", "idle"], to: "other" },
    { do: "rezone", parcels: ["used"], to: "industry" },
  ];
  expect(longquan(...steps).net_m2.industry).toBeCloseTo(-9 * M2_PER_MU, 9);
  expect(effect(...steps.slice(0, 1))).toEqual(effect(steps[0]!));
  expect(effect(...steps)).toMatchObject({ parcels: 2, unknown: [] });
});

test("transfers and growth are handed on, and parcels that are gone are named", () => {
  const sale: Step = {
    do: "transfer",
    district: "510112",
    month: 3,
    use: "industry",
    mode: "transfer",
    area_m2: 5,
  };
  const grown: Step = { do: "growth", district: "510113", urban_m2: 7, construction_m2: 8 };
  const { transfers, districts, unknown } = effect(sale, grown, { do: "retire", parcels: ["nobody"] });
  expect(transfers).toEqual([sale]);
  expect(districts.get("510113")).toMatchObject({ urban_m2: 7, construction_m2: 8 });
  expect(unknown).toEqual(["nobody"]);
});

test("of each step it is known how many of its parcels it leaves as they were", () => {
  const { left } = effect(
    { do: "rezone", parcels: ["used", "store", "store"], to: "industry" },
    { do: "raise_far", parcels: ["used"], far: 0.01 },
    { do: "revive", parcels: ["used", "idle"], per_mu: 50 },
    { do: "retire", parcels: ["idle"] },
    { do: "revive", parcels: ["idle", "nobody's"], per_mu: 900 },
    { do: "growth", district: "510112", urban_m2: 1, construction_m2: 1 },
  );
  expect(left).toEqual([1, 1, 1, 0, 1, 0]);
});
