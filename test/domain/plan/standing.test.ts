import { expect, test } from "vitest";
import {
  type Aim,
  figureOf,
  meets,
  neededAYear,
  numberPrinted,
  pathAt,
  standingOf,
} from "../../../domain/plan/standing.ts";

const aim: Aim = {
  ...{ base: 2037.7, base_year: 2025, target: 2800, target_year: 2030 },
  ...{ operator: ">=", annual_average: false },
};

test("documents print numbers, spans and words", () => {
  expect(["2800", "7-9", "7—9*", "23.8", " -1.5 ", "稳中有升", "约30", null].map(numberPrinted)).toEqual([
    2800,
    7,
    7,
    23.8,
    -1.5,
    null,
    null,
    null,
  ]);
});

test("the path is straight, and ends at its ends", () => {
  expect([2020, 2025, 2027.5, 2030, 2040].map((year) => pathAt(aim, year))).toEqual([
    2037.7,
    2037.7,
    (2037.7 + 2800) / 2,
    2800,
    2800,
  ]);
  expect(pathAt({ ...aim, base: null }, 2027)).toBeNull();
});

test("what is needed a year counts from the latest figure, or from the base", () => {
  expect(neededAYear(aim, null)).toBeCloseTo((2800 - 2037.7) / 5, 9);
  expect(neededAYear(aim, { year: 2028, value: 2400 })).toBe(200);
  expect(neededAYear(aim, { year: 2028, value: 2800 })).toBeNull();
  expect(neededAYear(aim, { year: 2030, value: 2700 })).toBeNull();
});

test("it stands by its path, its goal and its year", () => {
  const at = (year: number, value: number, today = year) => standingOf(aim, { year, value }, today);
  expect(at(2026, 2200)).toBe("on_path");
  expect([at(2025, 2037.7), at(2025, 2100), at(2024, 1900), at(2025, 2800)]).toEqual([
    ...["short", "short", "short", "reached"],
  ]);
  expect(at(2026, 2100)).toBe("behind");
  expect(at(2027, 2800)).toBe("reached");
  expect(at(2030, 2799)).toBe("behind");
  expect(at(2029, 2750, 2031)).toBe("expired");
  expect(standingOf(aim, null, 2026)).toBe("no_figure");
  expect(standingOf({ ...aim, target: null }, { year: 2026, value: 1 }, 2026)).toBe("words");
});

test("above is more than at least, and less may be wanted", () => {
  expect(meets({ ...aim, operator: ">" }, 2800)).toBe(false);
  expect(meets(aim, 2800)).toBe(true);
  const less = { ...aim, base: 100, target: 80, operator: "<=" };
  expect(standingOf(less, { year: 2027, value: 90 }, 2027)).toBe("on_path");
  expect(standingOf(less, { year: 2027, value: 95 }, 2027)).toBe("behind");
});

test("a mean of years is held against their mean, and is reached only when they are over", () => {
  const growth = { ...aim, base: 5, base_year: 2020, target: 7, target_year: 2025, annual_average: true };
  const figures = [5, 9, 6.5, 7.5, 6].map((value, i) => ({ year: 2020 + i, value }));
  const until = (year: number) => {
    const held = figureOf(
      growth,
      figures.filter((figure) => figure.year <= year),
    );
    return [held?.value ?? null, standingOf(growth, held, year)];
  };
  expect([2020, 2021, 2022, 2023].map(until)).toEqual([
    [null, "no_figure"],
    [9, "on_path"],
    [7.75, "on_path"],
    [(9 + 6.5 + 7.5) / 3, "on_path"],
  ]);
  figures.push({ year: 2025, value: 5.9 }, { year: 2026, value: 20 });
  expect(until(2026)).toEqual([expect.closeTo(6.98, 9), "behind"]);
  expect([pathAt(growth, 2022), neededAYear(growth, { year: 2022, value: 6 })]).toEqual([7, null]);
  expect(figureOf(aim, figures)).toEqual({ year: 2026, value: 20 });
});
