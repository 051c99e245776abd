import fc from "fast-check";
import { day } from "../../../../domain/civil-days.ts";
import type { ParcelFacts } from "../../../../domain/screening/facts.ts";
import { DEFAULTS, type Limits } from "../../../../domain/screening/rule.ts";
import { screen } from "../../../../domain/screening/screen.ts";

export const LIMITS: Limits = {
  thresholds: DEFAULTS,
  minima: [
    { industry: "29", least: 0.8 },
    { industry: "292", least: 1 },
    { industry: "25", least: 0.5 },
    { industry: "39", least: 1 },
  ],
};

/** A parcel that nobody has reported anything of, inside a park. */
export const UNKNOWN: ParcelFacts = {
  code: "510114001001GB00001",
  district: "510114",
  area_m2: 10_000,
  park: null,
  park_share: 1,
  industry: null,
  price_wan: null,
  supplied: null,
  agreed_start: null,
  extension_days: 0,
  agreed_completion: null,
  agreed_far: null,
  agreed_investment_wan: null,
  started: null,
  completed: null,
  development_stopped: null,
  production_stopped: null,
  invested_wan: null,
  required_area_m2: null,
  developed_area_m2: null,
  floor_area_m2: null,
  base_area_m2: null,
  office_area_m2: null,
  prohibited_industry: false,
  safety_breach: false,
  output_wan: null,
  ratings: [],
};

export const parcel = (known: Partial<ParcelFacts>): ParcelFacts => ({ ...UNKNOWN, ...known });

/** Kinds and rules, as `idle: idle_not_started`. */
export const found = (known: Partial<ParcelFacts>, on: string, limits = LIMITS): string[] =>
  screen(parcel(known), day(on), limits).map(
    ({ kind, evidence }) => `${kind}: ${evidence.map(({ rule }) => rule).join(" ")}`,
  );

export const anyDay = fc.integer({ min: day("2010-01-01"), max: day("2027-12-31") });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const amount = maybe(fc.double({ min: 0, max: 50_000, noNaN: true }));
const positive = maybe(fc.double({ min: 1, max: 50_000, noNaN: true }));

export const anyParcel: fc.Arbitrary<ParcelFacts> = fc.record({
  code: fc.constant(UNKNOWN.code),
  district: fc.constant(UNKNOWN.district),
  area_m2: fc.double({ min: 1, max: 1e6, noNaN: true }),
  park: maybe(fc.constantFrom("zone", "small")),
  park_share: fc.double({ min: 0, max: 1, noNaN: true }),
  industry: maybe(fc.constantFrom("2911", "2922", "2511", "3911", "1300")),
  price_wan: amount,
  supplied: maybe(anyDay),
  agreed_start: maybe(anyDay),
  extension_days: fc.integer({ min: 0, max: 400 }),
  agreed_completion: maybe(anyDay),
  agreed_far: positive,
  agreed_investment_wan: positive,
  started: maybe(anyDay),
  completed: maybe(anyDay),
  development_stopped: maybe(anyDay),
  production_stopped: maybe(anyDay),
  invested_wan: amount,
  required_area_m2: positive,
  developed_area_m2: amount,
  floor_area_m2: amount,
  base_area_m2: amount,
  office_area_m2: amount,
  prohibited_industry: fc.boolean(),
  safety_breach: fc.boolean(),
  output_wan: amount,
  ratings: fc.array(
    fc.record({
      year: fc.constantFrom(2024, 2025),
      grade: fc.constantFrom("A" as const, "C" as const, "N" as const),
      lowest: fc.boolean(),
      tax_per_mu: amount,
      mean_tax_per_mu: amount,
    }),
    { maxLength: 2 },
  ),
});
