import { expect, test } from "vitest";
import { directionOf, pressed } from "../../client/drawer/sorting.ts";
import { COLUMNS } from "../../client/yield/drawer/columns.ts";
import { movementOf } from "../../client/yield/drawer/movement.ts";
import { csvPath, firmsPath, layerPath, migrationPath } from "../../client/yield/drawer/query.ts";
import type { Block } from "../../client/yield/protocol.ts";
import { DEFAULT_YIELD, type YieldView } from "../../client/yield/state.ts";
import { FirmQuery } from "../../domain/api/ratings/firms.ts";
import { MigrationQuery } from "../../domain/api/ratings/movement.ts";

const block: Block = { year: 2025, run: 7, size: "above_scale" };
const SQUARE = [104, 30.5, 104.1, 30.5, 104.1, 30.6, 104, 30.6];
const narrowed: YieldView = {
  ...DEFAULT_YIELD,
  districts: ["510112", "510114"],
  parks: ["jingkai"],
  industries: ["36"],
  grades: ["A", "C"],
  within: SQUARE,
  sort: "-tax_per_mu",
};

const queryOf = (path: string) => Object.fromEntries(new URL(path, "http://here").searchParams);

test("the list asks for what the view filters and sorts by, in words that the server understands", () => {
  const path = firmsPath(narrowed, block);
  expect(path.startsWith("/api/ratings/2025?")).toBe(true);
  expect(FirmQuery.parse(queryOf(path))).toMatchObject({
    run: 7,
    size: "above_scale",
    district: ["510112", "510114"],
    park: ["jingkai"],
    industry: ["36"],
    grade: ["A", "C"],
    within: SQUARE,
    sort: "-tax_per_mu",
  });
  expect(FirmQuery.parse(queryOf(csvPath(narrowed, block))).f).toBe("csv");
});

test("migration counts all grades and the runs that were published", () => {
  const asked = MigrationQuery.parse(queryOf(migrationPath(narrowed, block, 2023)));
  expect(asked).toMatchObject({ from: 2023, to: 2025, district: ["510112", "510114"], within: SQUARE });
});

test("a layer is offered where it can say the selection, and only there", () => {
  const one: YieldView = { ...DEFAULT_YIELD, districts: ["510112"], grades: ["C"], within: SQUARE };
  expect(queryOf(layerPath(one, true) ?? "")).toEqual({
    district_code: "510112",
    grade: "C",
    bbox: "104,30.5,104.1,30.6",
    above_scale: "true",
    limit: "10000",
  });
  const slanted = [104, 30.5, 104.1, 30.5, 104.2, 30.6];
  expect(layerPath(one, false)).toBeNull();
  expect(layerPath({ ...one, run: 3 }, true)).toBeNull();
  expect(layerPath({ ...one, districts: ["510112", "510114"] }, true)).toBeNull();
  expect(layerPath({ ...one, industries: ["36"] }, true)).toBeNull();
  expect(layerPath({ ...one, within: slanted }, true)).toBeNull();
  // Every corner is one of the box's, but the ring crosses itself.
  expect(layerPath({ ...one, within: [104, 30.5, 104.1, 30.6, 104.1, 30.5, 104, 30.6] }, true)).toBeNull();
});

test("a press on a column's head sorts its own way first, then the other", () => {
  const column = (name: string) => COLUMNS.find((one) => one.name === name)!;
  expect(pressed(column("tax_per_mu"), "rank")).toBe("-tax_per_mu");
  expect(pressed(column("tax_per_mu"), "-tax_per_mu")).toBe("tax_per_mu");
  expect(pressed(column("rank"), "rank")).toBe("-rank");
  expect(pressed(column("rank"), "-score")).toBe("rank");
  expect(directionOf(column("score"), "-score")).toBe("descending");
  expect(directionOf(column("park"), "rank")).toBe("none");
});

test("every order that a column asks for is one of the server's", () => {
  for (const { sort } of COLUMNS)
    if (sort) expect(FirmQuery.safeParse({ sort: `-${sort}` }).success).toBe(true);
});

test("firms go up and down between the grades of the order; T, N and none are no place in it", () => {
  expect(movementOf("B", "A")).toBe("up");
  expect(movementOf("A", "D")).toBe("down");
  expect(movementOf("C", "C")).toBe("same");
  expect(movementOf("T", "A")).toBeNull();
  expect(movementOf("A", "N")).toBeNull();
  expect(movementOf(null, "B")).toBeNull();
});
