import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Filter } from "../../client/yield/protocol.ts";
import { computation } from "../../client/yield/worker/computation.ts";
import { readFirms } from "../../client/yield/worker/firms.ts";
import type { Tallies } from "../../domain/api/ratings/grades.ts";
import { GRADES } from "../../domain/rating/columns.ts";
import { grade, termsOf } from "../../domain/rating/grade.ts";
import { tally } from "../../domain/rating/tally.ts";
import { readTerms } from "../../domain/rating/terms.ts";
import { firm, grades, scheme } from "../domain/rating/support/city.ts";
import {
  BY_GRADE,
  codeOf,
  LAT,
  ladder,
  lonOf,
  type Made,
  made,
  NO_FILTER,
  parcelOf,
} from "./support/yield-block.ts";

const opened = ({ block }: Made) => computation(readFirms(block));

/** The engine's own counts of one place, in the spelling of answers. */
function tallies(letters: Uint8Array, land: Float32Array, place: Uint16Array, at: number): Tallies {
  const { firms, land: mu } = tally(letters, land, place, at + 1);
  const cell = (i: number) => at * GRADES.length + i;
  return Object.fromEntries(
    GRADES.flatMap((letter, i) =>
      letter && firms[cell(i)] ? [[letter, { firms: firms[cell(i)], land_mu: mu[cell(i)] ?? 0 }]] : [],
    ),
  );
}

const TERMS = "w.tax_per_mu=20,w.rev_per_mu=60,m=1.5,top=2000,bottom=2500";
const rated = fc
  .array(firm, { minLength: 2, maxLength: 40 })
  .map((firms) => [...ladder(3), ...firms.map((each) => ({ ...each, park: 0 }))]);

test("a picture counts what the engine counts, as stored and under changed terms", () => {
  fc.assert(
    fc.property(rated, fc.constantFrom(null, TERMS), (firms, terms) => {
      const run = made(firms);
      const { measured, enabled } = run.measurement;
      const changed = terms && readTerms(run.scheme, terms);
      const now = changed ? grade(measured, termsOf(changed, enabled)).grade : run.graded.grade;
      const picture = opened(run).picture(NO_FILTER, BY_GRADE, terms);
      const everywhere = new Uint16Array(firms.length);
      expect(picture.tallies).toEqual(tallies(now, measured.land, everywhere, 0));
      expect(picture.publishedTallies).toEqual(tallies(run.graded.grade, measured.land, everywhere, 0));
      picture.districts.forEach(({ tallies: found }, at) => {
        expect(found).toEqual(tallies(now, measured.land, measured.district, at));
      });
      const order = ["A", "B", "C", "D"];
      const step = (i: number) => {
        const [before, after] = [run.graded.grade[i], now[i]].map((g) => order.indexOf(GRADES[g ?? 0] ?? ""));
        return before! < 0 || after! < 0 ? 0 : after! - before!;
      };
      const steps = firms.map((_, i) => step(i));
      expect(picture.moved).toEqual({
        up: steps.filter((by) => by < 0).length,
        down: steps.filter((by) => by > 0).length,
      });
    }),
    { numRuns: 60 },
  );
});

test("schemes of every kind come out of the worker as they came out of the engine", () => {
  fc.assert(
    fc.property(rated, grades, (firms, kind) => {
      const run = made(firms, [], scheme({ grades: kind }));
      // Terms that change nothing: the worker grades anew and must find what was stored.
      expect(opened(run).picture(NO_FILTER, BY_GRADE, "m=2").moved).toEqual({ up: 0, down: 0 });
    }),
    { numRuns: 60 },
  );
});

describe("filters", () => {
  const run = made(ladder(12));
  const matched = (filter: Partial<Filter>) =>
    opened(run).picture({ ...NO_FILTER, ...filter }, BY_GRADE, null).matched;

  test("by district, park with the parks inside it, and industry", () => {
    expect(matched({})).toBe(12);
    expect(matched({ districts: ["510112"] })).toBe(6);
    expect(matched({ parks: ["auto-city"] })).toBe(6);
    expect(matched({ parks: ["water-town"] })).toBe(3);
    expect(matched({ industries: ["3922"] })).toBe(6);
    expect(matched({ parks: ["nowhere"] })).toBe(0);
  });

  test("by a drawn area, whatever its winding", () => {
    const [west, east] = [lonOf(2.5), lonOf(6.5)];
    const corners = [west, LAT - 1, east, LAT - 1, east, LAT + 1, west, LAT + 1];
    expect(matched({ within: corners })).toBe(4);
    const turned = [west, LAT - 1, west, LAT + 1, east, LAT + 1, east, LAT - 1];
    expect(matched({ within: turned })).toBe(4);
    expect(matched({ within: [0, 0, 1, 0, 1, 1] })).toBe(0);
  });

  test("by grade: a letter that is filtered out keeps its figures, the rest obeys", () => {
    const picture = opened(run).picture({ ...NO_FILTER, grades: ["A"] }, BY_GRADE, null);
    expect(picture.matched).toBe(3);
    expect(picture.land_mu).toBe(30);
    expect(picture.tallies.C?.firms).toBe(2);
    expect(picture.classes.map(({ firms }) => firms)).toEqual([3, 0, 0, 0, 0]);
    // Σ tax over Σ land of the three best.
    expect(picture.tax_per_mu).toBeCloseTo((10 + 11 + 12) / 3, 5);
  });

  test("by district: the other districts keep theirs", () => {
    const picture = opened(run).picture({ ...NO_FILTER, districts: ["510112"] }, BY_GRADE, null);
    const firms = picture.districts.map(({ tallies: found }) =>
      Object.values(found).reduce((sum, { firms }) => sum + firms, 0),
    );
    expect(firms).toEqual([6, 6, 0]);
  });
});

describe("classes", () => {
  const run = made([...ladder(20), { land: 5, revenue: 10 }]);

  test("of a value hold equally many firms, or begin at round numbers, and say who has none", () => {
    const quantile = opened(run).picture(NO_FILTER, { by: "tax_per_mu", classes: "quantile" }, null).classes;
    expect(quantile.map(({ firms }) => firms)).toEqual([4, 4, 4, 4, 4, 1]);
    const fixed = opened(run).picture(NO_FILTER, { by: "tax_per_mu", classes: "fixed" }, null).classes;
    expect(fixed.map(({ from }) => from)).toEqual([null, 5, 10, 20, 40, null]);
    expect(fixed.map(({ firms }) => firms)).toEqual([4, 5, 10, 1, 0, 1]);
  });

  test("take the bounds that another run is drawn with", () => {
    const colouring = { by: "tax_per_mu", classes: "quantile", bounds: [3] } as const;
    const { classes } = opened(run).picture(NO_FILTER, colouring, null);
    expect(classes.map(({ firms }) => firms)).toEqual([2, 18, 1]);
  });

  test("of what nobody knows are those of the grades", () => {
    const { classes } = opened(run).picture(NO_FILTER, { by: "constructor", classes: "fixed" }, null);
    expect(classes.map((one) => one.grade)).toEqual(["A", "B", "C", "T", "N"]);
  });

  test("where all have one value there is one class", () => {
    const same = made(Array.from({ length: 6 }, () => ({ land: 10, tax: 50, revenue: 300 })));
    const { classes } = opened(same).picture(NO_FILTER, { by: "tax_per_mu", classes: "quantile" }, null);
    expect(classes.map(({ firms }) => firms)).toEqual([6, 0]);
  });
});

test("firms and parcels are painted by their class, by 254 when filtered out, by 255 when unknown", () => {
  const parcels = [
    [{ firm: 11, mu: 5 }],
    [
      { firm: 11, mu: 5 },
      { firm: 0, mu: 5 },
    ],
    [
      { firm: 11, mu: 5 },
      { firm: 0, mu: 1 },
    ],
  ];
  const worker = opened(made(ladder(12), parcels));
  const codes = [0, 1, 2].map(parcelOf);
  worker.picture(NO_FILTER, BY_GRADE, null);
  expect([...worker.paint("enterprises", [codeOf(11), codeOf(0), "unknown", codeOf(12)])]).toEqual([
    0, 2, 255, 255,
  ]);
  // Of equal shares the lower grade speaks.
  expect([...worker.paint("parcels", [...codes, "x"])]).toEqual([0, 2, 0, 255]);
  expect(worker.told("parcels", parcelOf(1))).toEqual({ grade: "C", value: null, firms: 2 });
  worker.picture({ ...NO_FILTER, grades: ["C"] }, BY_GRADE, null);
  expect([...worker.paint("enterprises", [codeOf(11), codeOf(0)])]).toEqual([254, 2]);
  expect([...worker.paint("parcels", codes)]).toEqual([254, 2, 2]);
  worker.picture(NO_FILTER, { by: "tax_per_mu", classes: "fixed" }, null);
  // 12 and 1 a mu, weighted five to one.
  expect(worker.told("parcels", parcelOf(2))?.value).toBeCloseTo(61 / 6, 4);
  expect(worker.told("enterprises", "nobody")).toBeNull();
});

test("who moves is listed with most land first, page by page", () => {
  const run = made(ladder(20).map((each, i) => ({ ...each, land: 10 + i })));
  const worker = opened(run);
  worker.picture(NO_FILTER, BY_GRADE, "bottom=3000");
  const { matched, firms } = worker.moved(100, 0);
  expect(matched).toBe(4);
  expect(firms.every(({ before, after }) => before === "B" && after === "C")).toBe(true);
  expect(firms.map(({ land_mu }) => land_mu)).toEqual(firms.map((one) => one.land_mu).sort((a, b) => b - a));
  expect(worker.moved(2, 1)).toEqual({ matched, firms: firms.slice(1, 3) });
  worker.picture(NO_FILTER, BY_GRADE, null);
  expect(worker.moved(100, 0)).toEqual({ matched: 0, firms: [] });
});

test("the first of many who move are the first of all", () => {
  const firms = ladder(400).map((each, i) => ({ ...each, land: 10 + ((i * 7919) % 50) }));
  const worker = opened(made(firms));
  worker.picture(NO_FILTER, BY_GRADE, "bottom=7000");
  const all = worker.moved(1000, 0);
  expect(all.firms).toHaveLength(all.matched);
  expect(all.matched).toBeGreaterThan(200);
  expect(all.firms).toEqual(
    all.firms.toSorted((a, b) => b.land_mu - a.land_mu || (a.credit_code < b.credit_code ? -1 : 1)),
  );
  for (const [limit, offset] of [
    [20, 0],
    [60, 40],
    [100, 0],
    [0, 0],
  ] as const)
    expect(worker.moved(limit, offset)).toEqual({ ...all, firms: all.firms.slice(offset, offset + limit) });
});

test("terms that don't fit the scheme change nothing", () => {
  for (const terms of ["w.nothing=5", "m=99", "top=20000", "%00", "w.tax_per_mu=-4"])
    expect(opened(made(ladder(12))).picture(NO_FILTER, BY_GRADE, terms).moved).toEqual({ up: 0, down: 0 });
});

describe("charts", () => {
  const worker = opened(made(ladder(40)));

  test("a distribution has every firm in one bin of one width", () => {
    worker.picture(NO_FILTER, BY_GRADE, null);
    const { bounds, counts } = worker.distribution("tax_per_mu");
    const all = Object.values(counts).flat();
    expect(all.reduce((sum, firms) => sum + firms, 0)).toBe(40);
    expect(new Set(Object.values(counts).map(({ length }) => length))).toEqual(new Set([bounds.length - 1]));
    const widths = bounds.slice(1).map((bound, i) => bound - bounds[i]!);
    for (const width of widths) expect(width).toBeCloseTo(widths[0]!, 9);
  });

  test("bins of scores follow the hand, those of figures hold still", () => {
    worker.picture(NO_FILTER, BY_GRADE, "m=10");
    const [low, figures] = [worker.distribution("score"), worker.distribution("tax_per_mu")];
    worker.picture(NO_FILTER, BY_GRADE, null);
    const high = worker.distribution("score");
    expect(low.bounds.at(-1)).toBeLessThan(high.bounds.at(-1) as number);
    expect(worker.distribution("tax_per_mu").bounds).toEqual(figures.bounds);
    const scores = worker.scatter("score", "score").points;
    expect(high.bounds[0]).toBeLessThanOrEqual(Math.min(...scores));
    expect(high.bounds.at(-1)).toBeGreaterThanOrEqual(Math.max(...scores));
    const counted = Object.values(high.counts).flat();
    expect(counted.reduce((sum, firms) => sum + firms, 0)).toBe(40);
  });

  test("a scatter has the points that the filter leaves, and their line", () => {
    worker.picture({ ...NO_FILTER, districts: ["510112"] }, BY_GRADE, null);
    const { points, codes, grades: letters, regression } = worker.scatter("tax_per_mu", "revenue_per_mu");
    expect([points.length, letters.length, codes.length]).toEqual([40, 20, 20 * 18]);
    expect(regression?.slope).toBeCloseTo(30, 4);
    expect(regression?.intercept).toBeCloseTo(0, 3);
    expect(regression?.r2).toBeCloseTo(1, 6);
    worker.picture({ ...NO_FILTER, grades: ["D"] }, BY_GRADE, null);
    expect(worker.scatter("score", "land_mu")).toMatchObject({ regression: null });
    expect(() => worker.scatter("toString", "score")).toThrow();
  });
});
