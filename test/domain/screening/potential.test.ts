import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromMu, toMu } from "../../../domain/area.ts";
import { day } from "../../../domain/civil-days.ts";
import { assumptionsOf } from "../../../domain/screening/assumptions.ts";
import type { ParcelFacts } from "../../../domain/screening/facts.ts";
import { ASSUMPTION_NAMES, type Means, potentialOf } from "../../../domain/screening/potential.ts";
import { DEFAULTS } from "../../../domain/screening/rule.ts";
import { screen } from "../../../domain/screening/screen.ts";
import { anyDay, anyParcel, found, LIMITS, parcel } from "./support/parcel.ts";

const ON = day("2025-12-31");
const MEANS: Means = {
  parks: new Map([["zone", { per_mu: 300, per_floor_m2: 0.4 }]]),
  districts: new Map([["510114", { per_mu: 100, per_floor_m2: null }]]),
  city: { per_mu: 200, per_floor_m2: 0.3 },
};

const gained = (facts: ParcelFacts, on = ON, means = MEANS, limits = LIMITS) =>
  potentialOf(facts, on, screen(facts, on, limits), means, limits);

/** Ten mu, complete. */
const built = (known: Partial<ParcelFacts>) =>
  parcel({ area_m2: fromMu(10), started: day("2018-01-01"), completed: day("2020-01-01"), ...known });
const far = (ratio: number) => ratio * fromMu(10);

describe("floor area", () => {
  test.each<[string, Partial<ParcelFacts>, low: number, high: number]>([
    ["reaches the least of its industry, and that of several storeys", { industry: "3911" }, 1, 2],
    ["goes upstairs only where the least ratio is high enough", { industry: "2511" }, 0.5, 0.5],
    ["reaches what was agreed on where that is more", { industry: "2511", agreed_far: 1.5 }, 0.5, 1.5],
    ["is not less for having agreed on less", { industry: "2911", agreed_far: 0.3 }, 0.8, 2],
    ["takes no industry upstairs that is not listed", { industry: "9900", agreed_far: 1 }, 0.8, 1],
    ["nor one that is unknown", {}, 0.8, 0.8],
  ])("%s", (_, known, low, high) => {
    const now = 0.25;
    const potential = gained(built({ ...known, floor_area_m2: far(now) }));
    expect(potential?.far).toEqual({ now: expect.closeTo(now, 9), low, high });
    expect(potential?.floor_m2[0]).toBeCloseTo(far(low - now), 6);
    expect(potential?.floor_m2[1]).toBeCloseTo(far(high - now), 6);
  });

  test("on the line there is none, nor for less than a square metre", () => {
    const nothing = { industry: "2511", output_wan: 3000, park: "zone" };
    expect(gained(built({ ...nothing, floor_area_m2: far(0.5) }))).toBeNull();
    expect(gained(built({ ...nothing, floor_area_m2: far(0.5) - 0.9 }))).toBeNull();
    expect(gained(built({ ...nothing, floor_area_m2: far(0.5) - 1.1 }))?.floor_m2[0]).toBeCloseTo(1.1, 6);
  });

  test("that nobody reported is not guessed", () => {
    expect(gained(built({ industry: "3911" }))).toBeNull();
    const potential = gained(built({ industry: "3911", output_wan: 0 }));
    expect(potential).toMatchObject({ floor_m2: [0, 0], far: { now: null }, output_wan: [1000, 1000] });
  });
});

describe("land without a building", () => {
  const supplied = { area_m2: fromMu(10), industry: "3911", agreed_start: day("2020-01-01"), park: "zone" };
  const bare = { far: { now: 0 }, output: { now_per_mu: 0 } };

  test("that was left so counts as bare, whatever is apportioned to it", () => {
    const idle = gained(parcel({ ...supplied, output_wan: 5_000 }));
    expect(idle).toMatchObject({ ...bare, floor_m2: [far(1), far(2)] });
    expect(idle?.output_wan?.[0]).toBeCloseTo(far(1) * 0.4, 6);
    expect(idle?.output_wan?.[1]).toBeCloseTo(3_000, 6);
    const late = { started: day("2020-01-01"), agreed_completion: day("2022-01-01"), floor_area_m2: 50 };
    expect(gained(parcel({ ...supplied, ...late }))).toMatchObject(bare);
  });

  test("that is built on in time has none, nor what was completed only later", () => {
    const inTime = parcel({ ...supplied, started: day("2020-03-01") });
    expect(gained(inTime)).toBeNull();
    const since = { ...inTime, completed: ON + 1, floor_area_m2: 0, output_wan: 0 };
    expect(gained(since)).toBeNull();
    expect(gained({ ...since, completed: ON })).not.toBeNull();
  });
});

describe("output", () => {
  const enough = { industry: "2511", floor_area_m2: far(0.5) };

  test("is compared with its park, else its district, else all", () => {
    const pool = (known: Partial<ParcelFacts>, means = MEANS) =>
      gained(built({ ...enough, output_wan: 0, ...known }), ON, means)?.output;
    expect(pool({ park: "zone" })).toMatchObject({ mean_per_mu: 300, pool: "park" });
    expect(pool({ park: "zone", park_share: 0.5 })).toMatchObject({ pool: "park" });
    expect(pool({ park: "zone", park_share: 0.49 })).toMatchObject({ mean_per_mu: 100, pool: "district" });
    expect(pool({ park: "tiny" })).toMatchObject({ mean_per_mu: 100, pool: "district" });
    expect(pool({ district: "510112" })).toMatchObject({ mean_per_mu: 200, pool: "city" });
    const none = { parks: new Map(), districts: new Map(), city: null };
    expect(gained(built({ industry: "3911", floor_area_m2: 0 }), ON, none)).toMatchObject({
      output_wan: null,
      output: { mean_per_mu: null, pool: null },
    });
  });

  test("is a range of both ways to reckon it, and both ends are one where the other is not known", () => {
    const low = { industry: "3911", floor_area_m2: far(0.5), park: "zone" };
    const byFloor = far(0.5) * 0.4;
    expect(gained(built({ ...low, output_wan: 2_900 }))?.output_wan).toEqual([100, byFloor]);
    expect(gained(built({ ...low, output_wan: 0 }))?.output_wan).toEqual([byFloor, 3_000]);
    expect(gained(built(low))?.output_wan).toEqual([byFloor, byFloor]);
    expect(gained(built({ ...low, park: null, output_wan: 400 }))?.output_wan).toEqual([600, 600]);
  });

  test("above the mean nothing is to be gained; where production stopped unrecorded output is nil", () => {
    expect(gained(built({ ...enough, park: "zone", output_wan: 3_001 }))).toBeNull();
    const stopped = built({ ...enough, park: "zone", production_stopped: day("2025-01-01") });
    expect(gained(stopped)?.output_wan).toEqual([0, 3_000]);
    expect(gained({ ...stopped, output_wan: 2_000 })?.output_wan).toEqual([0, 1_000]);
  });
});

test("of any parcel it is a range, never beyond what its mean and its highest ratio allow", () => {
  fc.assert(
    fc.property(anyParcel, anyDay, (facts, on) => {
      const potential = gained(facts, on);
      if (!potential) return;
      const { floor_m2, output_wan, output } = potential;
      expect(floor_m2[0]).toBeGreaterThanOrEqual(0);
      expect(floor_m2[1]).toBeGreaterThanOrEqual(floor_m2[0]);
      expect(floor_m2[1]).toBeLessThanOrEqual(potential.far.high * facts.area_m2 + 1e-6);
      expect(output_wan !== null || floor_m2[1] > 0).toBe(true);
      expect(output.mean_per_mu === null).toBe(output.pool === null);
      if (output_wan === null) return;
      expect(output_wan[0]).toBeGreaterThanOrEqual(0);
      expect(output_wan[1]).toBeGreaterThanOrEqual(output_wan[0]);
      const most = Math.max((output.mean_per_mu ?? 0) * toMu(facts.area_m2), 0.4 * floor_m2[0]);
      expect(output_wan[1]).toBeLessThanOrEqual(most * (1 + 1e-9));
    }),
  );
});

test("what it takes for granted is told with the figures in force", () => {
  const told = assumptionsOf({ ...DEFAULTS, upstairs_far: 2.5 }, 2025);
  expect(told.map(({ name }) => name)).toEqual(ASSUMPTION_NAMES);
  expect(told.find(({ name }) => name === "upstairs_far")).toMatchObject({
    value: 2.5,
    text: { zh: expect.stringContaining("2.5") },
  });
  expect(told.find(({ name }) => name === "output_year")?.text.en).toContain("2025");
});

describe("too little output of land (E2)", () => {
  const thresholds = { ...DEFAULTS, output_control: 400 };
  const limits = { ...LIMITS, thresholds };
  const complete = { completed: day("2020-02-29"), area_m2: fromMu(10) };
  const evidence = (known: Partial<ParcelFacts>) =>
    screen(parcel({ ...complete, ...known }), ON, limits)[0]?.evidence[0];

  test("is asked only where a figure is set, two years after completion, strictly below the share", () => {
    expect(found({ ...complete, output_wan: 0 }, "2025-12-31")).toEqual([]);
    const low = { ...complete, output_wan: 1_999 };
    expect(found(low, "2022-02-27", limits)).toEqual([]);
    expect(found(low, "2022-02-28", limits)).toEqual(["inefficient: low_investment"]);
    expect(found({ ...low, output_wan: 2_000 }, "2022-02-28", limits)).toEqual([]);
    expect(found(complete, "2025-12-31", limits)).toEqual([]);
  });

  test("is told apart from too little investment by the figures and limits of the evidence", () => {
    const invested = { invested_wan: 100, agreed_investment_wan: 1_000 };
    expect(evidence({ output_wan: 500 })).toMatchObject({
      facts: { completed: "2020-02-29", output_per_mu: 50 },
      limits: { investment_months: 24, output_control: 400, output_share: 0.5 },
    });
    expect(evidence({ output_wan: 500 })?.facts).not.toHaveProperty("invested_share");
    expect(evidence({ ...invested, output_wan: 5_000 })?.limits).toEqual({
      investment_months: 24,
      investment_share: 0.5,
    });
    expect(evidence({ ...invested, output_wan: 500 })?.facts).toMatchObject({
      invested_share: 0.1,
      output_per_mu: 50,
    });
  });
});
