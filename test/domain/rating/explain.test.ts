import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GRADES, MARK, STANDING, type Terms } from "../../../domain/rating/columns.ts";
import { better, itemsOf } from "../../../domain/rating/explain.ts";
import { grade, termsOf } from "../../../domain/rating/grade.ts";
import { type Measurement, measure } from "../../../domain/rating/measure.ts";
import { scaleOf } from "../../../domain/rating/points.ts";
import { RatingRefusal } from "../../../domain/rating/refusal.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import { columns, type Firm, firm, grades, indicator, PLACES, scheme, VETO } from "./support/city.ts";

/** Why a firm got what it got, and what would get it more. */

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

type Rated = Measurement & { terms: Terms; graded: ReturnType<typeof grade> };

function rate(definition: Scheme, firms: readonly Firm[]): Rated {
  const found = measure(definition, columns(firms), null, PLACES);
  const terms = termsOf(definition, found.enabled);
  return { ...found, terms, graded: grade(found.measured, terms) };
}

function perhaps(definition: Scheme, firms: readonly Firm[]): Rated | null {
  try {
    return rate(definition, firms);
  } catch (error) {
    if (error instanceof RatingRefusal) return null;
    throw error;
  }
}

const letterOf = ({ graded }: Rated, i: number) => GRADES[graded.grade[i] as number] as string;

function betterOf(definition: Scheme, firms: readonly Firm[], found: Rated, i: number) {
  const { measured, graded, pools, terms, values } = found;
  const pool = measured.pool[i] as number;
  const letter = GRADES[graded.grade[i] as number];
  const facts = pools[pool];
  if (!facts || !letter) return null;
  const side = (which: "numerator" | "denominator") =>
    definition.indicators.map((each) => {
      const figure = each[which];
      return figure === "one" ? 1 : known(firms[i]?.[figure]);
    });
  return better({
    ...{ scheme: definition, terms, pool: facts, lines: graded.lines[pool] ?? [], grade: letter },
    points: graded.points[i] as number,
    extra: measured.extra[i] as number,
    vetoed: ((measured.mark[i] as number) & MARK.vetoed) !== 0,
    numerators: side("numerator"),
    denominators: side("denominator"),
    values: values.map((value) => known(value[i])),
  });
}

const definitions = fc
  .record({
    grades,
    multiple: fc.constantFrom(1, 1.5, 2),
    cap: fc.constantFrom(1, 1.5),
    rd: fc.boolean(),
    lower: fc.boolean(),
  })
  .map(({ grades: by, multiple, cap, rd, lower }) =>
    scheme({
      grades: by,
      baseline: { mode: "fixed", multiple },
      indicators: [
        indicator("tax_per_mu", "tax", "land", 50, { cap }),
        indicator("rev_per_mu", "revenue", "land", 30, { fixed: 300 }),
        // Revenue stands above the line in one and below it in the other.
        rd
          ? indicator("rd_ratio", "energy", "revenue", 20, {
              fixed: 0.2,
              direction: lower ? "lower" : "higher",
            })
          : indicator("rev_per_tce", "revenue", "energy", 20, { fixed: 5 }),
      ],
    }),
  );

test("each change alone reaches the grade when all are rated again, and 1 % less of it does not", () => {
  let tried = 0;
  fc.assert(
    fc.property(
      definitions,
      fc.array(firm, { minLength: 4, maxLength: 25 }),
      fc.nat(),
      (definition, firms, at) => {
        const i = at % firms.length;
        const before = perhaps(definition, firms);
        const found = before && betterOf(definition, firms, before, i);
        if (!before || !found) return;
        const changed = (figure: string, to: number) =>
          letterOf(
            rate(
              definition,
              firms.map((each, k) => (k === i ? { ...each, [figure]: to } : each)),
            ),
            i,
          );
        expect(found.grade < letterOf(before, i)).toBe(true);
        for (const { figure, from, to } of found.any) {
          tried++;
          expect(from).toBe((firms[i] as Record<string, number>)[figure]);
          expect(changed(figure, to) <= found.grade).toBe(true);
          expect(changed(figure, to - (to - from) / 100) >= letterOf(before, i)).toBe(true);
        }
      },
    ),
    { numRuns: 600 },
  );
  expect(tried).toBeGreaterThan(100);
}, 30_000);

describe("the nearest better grade", () => {
  // Ratios that single precision holds exactly.
  const only = scheme({ indicators: [indicator("tax_per_mu", "tax", "land", 100, { fixed: 8 })] });
  const firms = Array.from({ length: 10 }, (_, i): Firm => ({ land: 16, tax: 16 * (i + 1), revenue: 1 }));
  const found = rate(only, firms);

  test("takes a millionth more than who stands at the line", () => {
    expect(found.graded.grade.join("")).toBe("3222222111");
    const lowest = betterOf(only, firms, found, 0);
    expect(lowest).toMatchObject({ grade: "B", points: 12_500_001 });
    expect(lowest?.any.map(({ change, figure, unit }) => [change, figure, unit])).toEqual([
      ["land", "land", "亩"],
      ["tax_per_mu", "tax", "万元"],
    ]);
    expect(lowest?.any[0]?.to).toBeCloseTo(8, 4);
    expect(lowest?.any[1]?.to).toBeCloseTo(32, 4);
    expect(betterOf(only, firms, found, 1)).toMatchObject({ grade: "A", points: 50_000_001 });
  });

  test("is none for the best", () => expect(betterOf(only, firms, found, 9)).toBeNull());

  test("is none for the barred of three grades, and C for those who are D of four", () => {
    const barred = [{ ...firms[0], vetoes: VETO }, ...firms.slice(1)];
    expect(betterOf(only, barred, rate(only, barred), 0)).toBeNull();
    const four = {
      ...only,
      grades: { method: "quota" as const, letters: "ABCD" as const, top: [2000, 6000], bottom: 500 },
    };
    expect(betterOf(four, barred, rate(four, barred), 0)).toMatchObject({ grade: "C", points: 12_500_001 });
  });

  test("never takes land below what the scheme rates", () => {
    const small = { ...only, object: { size: "below_scale" as const, leastLand_mu: 9 } };
    const smaller = firms.map((each) => ({ ...each, aboveScale: false }));
    const steps = betterOf(small, smaller, rate(small, smaller), 0)?.any;
    expect(steps?.map(({ figure }) => figure)).toEqual(["tax"]);
  });

  test("tells what less emission would do, and from nothing how much tax", () => {
    const clean = scheme({
      indicators: [
        indicator("emissions_per_mu", "emissions", "land", 50, { direction: "lower", fixed: 1 }),
        indicator("tax_per_mu", "tax", "land", 50),
      ],
    });
    const mixed = firms.map((each, i) => ({ ...each, tax: i * 40, emissions: i === 0 ? 24 : 16 }));
    const change = betterOf(clean, mixed, rate(clean, mixed), 0);
    expect(change?.grade).toBe("B");
    expect(change?.any.map(({ figure, from }) => [figure, from])).toEqual([
      ["emissions", 24],
      ["tax", 0],
    ]);
  });
});

describe("items", () => {
  const definition = scheme({
    indicators: [
      indicator("tax_per_mu", "tax", "land", 50),
      indicator("emissions_per_mu", "emissions", "land", 25, { direction: "lower", fixed: 2 }),
      indicator("rev_per_tce", "revenue", "energy", 25, { fixed: 5 }),
    ],
  });
  const items = (
    values: (number | null)[],
    pool: { baselines: number[] } | null = { baselines: [10, 2, 5] },
    multiple = 2,
  ) => itemsOf(definition, { ...termsOf(definition), multiple }, pool, { values });

  test("say value, baseline, the value of the whole weight, the score and what held it", () => {
    expect(items([10, 1, null])).toEqual([
      { value: 10, baseline: 10, full: 20, score: 25, limit: null },
      { value: 1, baseline: 2, full: 0, score: 18.75, limit: null },
      { value: null, baseline: 5, full: 10, score: 0, limit: "missing" },
    ]);
    expect(items([30, 5, 0]).map(({ score, limit }) => [score, limit])).toEqual([
      [50, "cap"],
      [0, "floor"],
      [0, "floor"],
    ]);
  });

  test("of less-is-better have no value of the whole weight where none earns it", () => {
    expect(items([1, 1, 1], { baselines: [10, 2, 5] }, 3)[1]?.full).toBeNull();
  });

  test("of firms that are not rated are values alone", () => {
    expect(items([10, null, 3], null).map(({ value, score, limit }) => [value, score, limit])).toEqual([
      [10, null, null],
      [null, null, null],
      [3, null, null],
    ]);
  });

  test("add up to the score", () => {
    fc.assert(
      fc.property(definitions, fc.array(firm, { minLength: 4, maxLength: 20 }), (each, firms) => {
        const found = perhaps(each, firms);
        found?.measured.standing.forEach((standing, i) => {
          if (standing !== STANDING.rated) return;
          const values = found.values.map((value) => known(value[i]));
          const pool = found.pools[found.measured.pool[i] as number] ?? null;
          const sum = itemsOf(each, found.terms, pool, { values }).reduce(
            (all, { score }) => all + (score ?? 0),
            0,
          );
          const score = sum * scaleOf(found.terms) + (found.measured.extra[i] as number);
          expect(Math.abs(score - (found.graded.points[i] as number) / 1e6)).toBeLessThan(1e-6);
        });
      }),
    );
  });
});
