import fc from "fast-check";
import { expect, test } from "vitest";
import { type FirmColumns, GRADES } from "../../../domain/rating/columns.ts";
import { grade, termsOf } from "../../../domain/rating/grade.ts";
import { measure } from "../../../domain/rating/measure.ts";
import { pointsOf, scoreAll, slopesOf } from "../../../domain/rating/points.ts";
import { RatingRefusal } from "../../../domain/rating/refusal.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import { columns, type Firm, firm, grades, indicator, PLACES, scheme } from "./support/city.ts";

/** What must hold for any firms and any scheme. */

const firms = fc.array(firm, { minLength: 6, maxLength: 60 });
const before = fc.option(firms, { nil: null });
const pool: fc.Arbitrary<Scheme["pool"]> = fc.constantFrom(
  { by: "all", least: 2 },
  { by: "district", least: 2 },
  { by: "park", least: 3 },
);
const schemes = fc
  .record({ grades, pool, mode: fc.constantFrom("last_year" as const, "fixed" as const) })
  .map(({ mode, ...others }) => scheme({ ...others, baseline: { mode, multiple: 2 } }));

/** Null where the year cannot be rated under the scheme, which is no business of these tests. */
function rate(definition: Scheme, year: readonly Firm[], last: readonly Firm[] | null, change = same) {
  try {
    const lastYear = last && change(columns(last));
    const found = measure(definition, change(columns(year)), lastYear, PLACES);
    return { ...grade(found.measured, termsOf(definition, found.enabled)), ...found };
  } catch (error) {
    if (error instanceof RatingRefusal) return null;
    throw error;
  }
}
/** What holds of refusals holds of nothing: others are tried in their place. */
function rated(...about: Parameters<typeof rate>): NonNullable<ReturnType<typeof rate>> {
  const found = rate(...about);
  fc.pre(found !== null);
  return found as NonNullable<typeof found>;
}
const same = (year: FirmColumns) => year;

function scaled(money: number, land: number) {
  const times = (column: Float64Array, by: number) => column.map((each) => each * by);
  return (year: FirmColumns): FirmColumns => ({
    ...year,
    figures: {
      ...year.figures,
      revenue: times(year.figures.revenue, money),
      tax: times(year.figures.tax, money),
      land: times(year.figures.land, land),
    },
  });
}
/** Fixed baselines are in money and land too. */
const rescaled = (definition: Scheme, money: number, land: number): Scheme => ({
  ...definition,
  indicators: definition.indicators.map((each) => ({
    ...each,
    fixed: ((each.fixed ?? 1) * money) / (each.denominator === "land" ? land : 1),
  })),
});

test("other units of money and land change nothing", () => {
  fc.assert(
    fc.property(
      schemes,
      firms,
      before,
      fc.integer({ min: -12, max: 12 }),
      fc.integer({ min: -12, max: 12 }),
      (definition, year, last, money, land) => {
        const first = rated(definition, year, last);
        const second = rate(
          rescaled(definition, 2 ** money, 2 ** land),
          year,
          last,
          scaled(2 ** money, 2 ** land),
        );
        expect(second?.points).toEqual(first.points);
        expect(second?.grade).toEqual(first.grade);
        expect(second?.lines).toEqual(first.lines);
      },
    ),
  );
});

test("units that are no powers of two change scores by rounding alone", () => {
  fc.assert(
    fc.property(schemes, firms, before, (definition, year, last) => {
      const first = rated(definition, year, last);
      const second = rate(rescaled(definition, 10_000, 1 / 15), year, last, scaled(10_000, 1 / 15));
      expect(second).not.toBeNull();
      first.points.forEach((points, i) => {
        expect(Math.abs(points - (second?.points[i] as number))).toBeLessThan(100);
      });
    }),
  );
});

test("the order that firms come in changes nothing for any of them", () => {
  fc.assert(
    fc.property(
      schemes,
      firms,
      before,
      fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
      (definition, year, last, keys) => {
        const coded = year.map((each, code) => ({ each, code }));
        const shuffled = coded.toSorted((a, b) => (keys[a.code] as number) - (keys[b.code] as number));
        const first = rated(definition, year, last);
        const second = rate(
          definition,
          shuffled.map(({ each }) => each),
          last,
        );
        expect(
          second &&
            shuffled
              .map(({ code }, i) => [code, second.points[i], second.grade[i]])
              .toSorted((a, b) => (a[0] as number) - (b[0] as number)),
        ).toEqual(year.map((_, code) => [code, first.points[code], first.grade[code]]));
        expect(second?.pools).toEqual(first.pools);
      },
    ),
  );
});

test("raising what counts as better never lowers a score or a grade, and nobody else's score", () => {
  const definition = scheme({
    indicators: [
      indicator("tax_per_mu", "tax", "land", 60),
      indicator("emissions_per_mu", "emissions", "land", 40, { direction: "lower", fixed: 3 }),
    ],
    baseline: { mode: "fixed", multiple: 1.5 },
  });
  const amounts = fc.double({ min: 0.01, max: 5000, noNaN: true });
  const one = fc.record({
    land: fc.constant(10),
    revenue: fc.constant(1),
    tax: amounts,
    emissions: amounts,
    protections: fc.constantFrom(0, 1),
  });
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 3, maxLength: 30 }),
      grades,
      fc.nat(),
      fc.double({ min: 1, max: 3, noNaN: true }),
      fc.boolean(),
      (year, by, at, factor, cleaner) => {
        const i = at % year.length;
        const better = year.map((each, k) =>
          k !== i
            ? each
            : cleaner
              ? { ...each, emissions: each.emissions / factor }
              : { ...each, tax: each.tax * factor },
        );
        const first = rated({ ...definition, grades: by }, year, null);
        const second = rate({ ...definition, grades: by }, better, null);
        expect(second?.points[i]).toBeGreaterThanOrEqual(first.points[i] as number);
        const others = (points: Int32Array | undefined) => [...(points ?? [])].toSpliced(i, 1);
        expect(others(second?.points)).toEqual(others(first.points));
        // Grades rise towards A.
        expect(second?.grade[i]).toBeLessThanOrEqual(first.grade[i] as number);
      },
    ),
  );
});

test("every single-precision step of a ratio keeps or raises the score", () => {
  const ratio = fc.float({ min: 0, max: 4, noNaN: true });
  const terms = termsOf(scheme({ baseline: { mode: "fixed", multiple: 1.7 } }));
  const bits = new DataView(new ArrayBuffer(4));
  fc.assert(
    fc.property(ratio, ratio, (one, other) => {
      bits.setFloat32(0, one);
      bits.setUint32(0, bits.getUint32(0) + 1);
      const next = bits.getFloat32(0);
      const slopes = slopesOf(terms);
      expect(pointsOf(slopes, [next, other, other], 0)).toBeGreaterThanOrEqual(
        pointsOf(slopes, [one, other, other], 0),
      );
    }),
  );
});

test("all firms at once score as each does alone, whatever the ratios", () => {
  const wild = fc.oneof(
    fc.float({ min: 0, max: 3, noNaN: true }),
    fc.constantFrom(
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      -1,
      0,
      999,
      1001,
      Math.fround(1e30),
      Math.fround(-1e30),
    ),
  );
  const rows = fc.array(fc.tuple(wild, wild, wild), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      rows,
      fc.float({ min: -30, max: 30, noNaN: true }),
      fc.subarray([0, 1, 2]),
      (ratios, extra, lower) => {
        const terms = termsOf(scheme());
        for (const k of lower) terms.lower[k] = 1;
        const slopes = slopesOf(terms);
        const into = new Int32Array(ratios.length);
        const column = (k: 0 | 1 | 2) => Float32Array.from(ratios, (row) => row[k]);
        scoreAll(
          slopes,
          [column(0), column(1), column(2)],
          new Float32Array(ratios.length).fill(extra),
          into,
        );
        expect([...into]).toEqual(ratios.map((row) => pointsOf(slopes, row, extra)));
        // As written in the rules, in plain arithmetic.
        ratios.forEach((row, i) => {
          const sum = row.reduce((all, each, k) => {
            const rate = (terms.lower[k] ? 2 - each : each) / terms.multiple;
            return (
              all + (terms.weights[k] as number) * (Number.isNaN(rate) ? 0 : Math.min(Math.max(rate, 0), 1))
            );
          }, 0);
          expect(Math.abs((into[i] as number) / 1e6 - (sum + extra))).toBeLessThan(1e-6);
        });
      },
    ),
  );
});

test("every firm of the year has exactly the letter that its standing allows", () => {
  fc.assert(
    fc.property(schemes, firms, before, (definition, year, last) => {
      const found = rated(definition, year, last);
      found.grade.forEach((letter, i) => {
        const allowed = [[""], ["A", "B", "C", "D"], ["T"], ["N"]][found.measured.standing[i] as number];
        expect(allowed).toContain(GRADES[letter]);
      });
    }),
  );
});
