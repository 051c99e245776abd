import { expect, test } from "vitest";
import { MARK } from "../../domain/rating/columns.ts";
import { becauseOf, type Word } from "../../server/ratings/because.ts";
import type { ChosenRun } from "../../server/ratings/chosen-runs.ts";
import { scheme } from "../domain/rating/support/city.ts";

/** What is said of a firm that moved between two runs. */

const definition = scheme({ grades: { method: "quota", letters: "ABC", top: [3000], bottom: 1000 } });

/** A run of one pool with these scores as the lines of A and B. */
const run = (a: number, b: number): ChosenRun => ({
  id: 1,
  year: 2025,
  size: "above_scale",
  state: "draft",
  noticeUntil: null,
  stale: false,
  synthetic: true,
  pools: [
    {
      key: "all",
      name: { zh: "全部企业", en: "All firms" },
      firms: 10,
      baselines: definition.indicators.map(() => 1),
      basis: definition.indicators.map(() => "fixed" as const),
      lines: [
        { grade: "A", score: a },
        { grade: "B", score: b },
      ],
    },
  ],
  scheme: { key: "test", version: 1, definition },
});

const word = (grade: string, score: number, more: Partial<Word> = {}): Word => ({
  grade,
  score,
  land_mu: 10,
  item_scores: definition.indicators.map((_, i) => (i === 0 ? score / 2 : 0)),
  extra: 0,
  mark: 0,
  pool: 0,
  ...more,
});

const RUNS = [run(80, 20), run(80, 20)] as const;
const guarded = { mark: MARK.protected };

test("protection is the reason where it alone kept a firm from the lowest grade", () => {
  expect(becauseOf(word("B", 10, guarded), word("C", 10), RUNS).kind).toBe("protection");
  expect(becauseOf(word("C", 10), word("B", 10, guarded), RUNS).kind).toBe("protection");
});

test("protection is no reason where points were enough, or the lowest grade is not concerned", () => {
  expect(becauseOf(word("B", 60, guarded), word("C", 10), RUNS)).toMatchObject({ kind: "item" });
  expect(becauseOf(word("B", 60), word("A", 90, guarded), RUNS)).toMatchObject({ kind: "item" });
});

test("where nothing of its own moved it that way, others did", () => {
  const still = becauseOf(word("B", 15, guarded), word("C", 15, guarded), RUNS);
  expect(still).toEqual({ kind: "lines", item: null, points: null });
  expect(becauseOf(word("B", 30), word("C", 30), [run(80, 20), run(80, 40)])).toEqual({
    kind: "lines",
    item: null,
    points: -20,
  });
  const barred = becauseOf(word("B", 60), word("C", 60, { mark: MARK.vetoed }), RUNS);
  expect(barred.kind).toBe("veto");
});
