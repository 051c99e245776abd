import fc from "fast-check";
import { type FirmColumns, NOWHERE } from "../../../../domain/rating/columns.ts";
import type { Places } from "../../../../domain/rating/measure.ts";
import type { Indicator, Scheme } from "../../../../domain/rating/scheme.ts";

/** Firms and schemes to rate in tests. */

type Figures = { [Name in keyof FirmColumns["figures"]]: number };
export type Firm = Partial<Figures> & {
  district?: number;
  park?: number;
  aboveScale?: boolean;
  vetoes?: number;
  exemptions?: number;
  protections?: number;
  titles?: number;
};

const FIGURES = [
  "revenue",
  "tax",
  "valueAdded",
  "staff",
  "energy",
  "rd",
  "investment",
  "emissions",
  "land",
  "floorAreaRatio",
] as const;

/** What is not said is missing. */
export function columns(firms: readonly Firm[]): FirmColumns {
  const figures = FIGURES.map((name) => [name, Float64Array.from(firms, (firm) => firm[name] ?? Number.NaN)]);
  return {
    count: firms.length,
    district: Uint16Array.from(firms, ({ district }) => district ?? 0),
    park: Uint16Array.from(firms, ({ park }) => park ?? NOWHERE),
    industry: new Uint16Array(firms.length),
    aboveScale: Uint8Array.from(firms, ({ aboveScale }) => (aboveScale === false ? 0 : 1)),
    figures: Object.fromEntries(figures) as FirmColumns["figures"],
    vetoes: Uint8Array.from(firms, ({ vetoes }) => vetoes ?? 0),
    exemptions: Uint8Array.from(firms, ({ exemptions }) => exemptions ?? 0),
    protections: Uint8Array.from(firms, ({ protections }) => protections ?? 0),
    titles: Uint32Array.from(firms, ({ titles }) => titles ?? 0),
  };
}

export const PLACES: Places = {
  districts: ["510112", "510113", "510114"],
  parks: ["auto-city", "port", "water-town"],
  parkDistrict: Uint16Array.of(0, 1, 2),
  titles: ["专精特新小巨人", "高新技术企业"],
};

const text = { zh: "测试", en: "test" };
const provenance = { certainty: "suggestion", basis: text } as const;

export const indicator = (
  id: string,
  numerator: Indicator["numerator"],
  denominator: Indicator["denominator"],
  weight: number,
  others: Partial<Indicator> = {},
): Indicator => ({
  ...{ id, name: text, numerator, denominator, weight, provenance },
  ...{ direction: "higher", cap: 1, local: false, enabled: true, fixed: 10 },
  ...others,
});

export const scheme = (others: Partial<Scheme> = {}): Scheme => ({
  ...{ name: text, description: text, provenance },
  object: { size: "above_scale", leastLand_mu: 0 },
  pool: { by: "all", least: 2 },
  indicators: [
    indicator("tax_per_mu", "tax", "land", 50),
    indicator("rev_per_mu", "revenue", "land", 30, { fixed: 300 }),
    indicator("rev_per_tce", "revenue", "energy", 20, { fixed: 5 }),
  ],
  baseline: { mode: "fixed", multiple: 2 },
  ...{ bonuses: [], deductions: [], bonusMax: 10, deductionMax: 10 },
  grades: { method: "quota", letters: "ABC", top: [3000], bottom: 1000 },
  vetoes: ["safety_accident", "environment"],
  exemptions: ["utility"],
  protections: ["newly_founded"],
  required: ["land", "revenue", "tax"],
  ...others,
});

/** Bits of the facts that `scheme` minds. */
export const VETO = 1;
export const UTILITY = 2;
export const FOUNDED = 1;

/** Figures to the hundredth, so that scores are often tied. */
const amount = (most: number) => fc.integer({ min: 0, max: most * 4 }).map((quarters) => quarters / 4);
const perhaps = <T>(of: fc.Arbitrary<T>, missing: number) =>
  fc.oneof({ arbitrary: of, weight: 100 - missing }, { arbitrary: fc.constant(undefined), weight: missing });
const rarely = (bit: number) => fc.oneof({ arbitrary: fc.constant(0), weight: 6 }, fc.constant(bit));

export const firm: fc.Arbitrary<Firm> = fc
  .record({
    land: perhaps(
      fc.integer({ min: 1, max: 200 }).map((quarters) => quarters / 4),
      3,
    ),
    tax: perhaps(amount(1000), 3),
    revenue: perhaps(amount(30_000), 3),
    energy: perhaps(amount(3000), 15),
    district: fc.integer({ min: 0, max: 2 }),
    park: fc.constantFrom(0, 1, 2, NOWHERE),
    vetoes: rarely(VETO),
    exemptions: rarely(UTILITY),
    protections: rarely(FOUNDED),
  })
  .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as Firm);

export const grades: fc.Arbitrary<Scheme["grades"]> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }))
    .map(([a, b]) => [Math.min(a, b), 10_000 - Math.max(a, b)] as const)
    .map(([top, bottom]) => ({ method: "quota" as const, letters: "ABC" as const, top: [top], bottom })),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 3, maxLength: 3 })
    .map((shares) => shares.sort((a, b) => a - b) as [number, number, number])
    .map(([first, second, third]) => ({
      ...{ method: "quota" as const, letters: "ABCD" as const },
      ...{ top: [first, second], bottom: 10_000 - third },
    })),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 })
    .map((tenths) => tenths.map((each) => each / 10).sort((a, b) => b - a))
    .map((scores) => ({ method: "cutoff" as const, letters: "ABCD" as const, scores })),
);
