import { describe, expect, test } from "vitest";
import { type FileRecord, readActuals } from "../../../domain/plan/actual-list.ts";

const TARGETS = new Set(["plan-155-1", "plan-155-9"]);
const HEADING = ["target", "year", "value", "source"];

const read = (...rows: readonly (readonly string[])[]) =>
  readActuals(
    rows.map((cells, i): FileRecord => ({ line: i + 1, cells })),
    TARGETS,
    2026,
  );

describe("a table of figures", () => {
  test("is read in any order of columns, in English or as the list has them", () => {
    const english = read(HEADING, ["plan-155-1", "2026", " 2,150.5 ", "公报"]);
    expect(english).toEqual({
      rows: [
        {
          ...{ line: 2, target: "plan-155-1", year: 2026, value: 2150.5 },
          ...{ kind: "annual", source: "公报", note: "" },
        },
      ],
      refusals: [],
    });
    const chinese = read(
      ["来源", "类型", "实际值", "年份", "单位", "目标编号", "备注"],
      ["公报", "中期评估", "-3", "2025", "亿元", "plan-155-9", "降"],
    );
    expect(chinese.rows).toMatchObject([{ target: "plan-155-9", value: -3, kind: "mid_term", note: "降" }]);
  });

  test("passes over rows that nobody has filled in, and short ones have nothing at their end", () => {
    expect(read(HEADING, ["plan-155-1"], ["plan-155-9", "", "", "公报"])).toEqual({ rows: [], refusals: [] });
  });

  test.each([
    ["target", ["plan-155-99", "2026", "1", "公报"]],
    ["year", ["plan-155-1", "1999", "1", "公报"]],
    ["year", ["plan-155-1", "2027", "1", "公报"]],
    ["year", ["plan-155-1", "", "1", "公报"]],
    ["value", ["plan-155-1", "2026", "约30", "公报"]],
    ["value", ["plan-155-1", "2026", "1,50", "公报"]],
    ["value", ["plan-155-1", "2026", "1e999", "公报"]],
    ["target", ["", "2026", "1", "公报"]],
    ["source", ["plan-155-1", "2026", "1", ""]],
    ["source", ["plan-155-1", "2026", "1", "\u200b\u0000"]],
    ["source", ["plan-155-1", "2026", "1", "长".repeat(201)]],
  ])("tells the line of what is wrong with the %s", (field, row) => {
    const { refusals } = read(HEADING, ["plan-155-9", "2026", "1", "公报"], row);
    expect(refusals.map((one) => one.field)).toEqual([`3.${field}`]);
  });

  test("has each year of a target once, and each column once", () => {
    const row = ["plan-155-1", "2026", "1", "公报"];
    expect(read(HEADING, row, row).refusals).toMatchObject([
      { field: "3.year", zh: expect.stringContaining("第 2 行") },
    ]);
    expect(read([...HEADING, "来源"], row).refusals.map(({ field }) => field)).toEqual(["1.source"]);
    expect(read([...HEADING, "unit price"], row).refusals.map(({ field }) => field)).toEqual([
      "1.unit price",
    ]);
    expect(read().refusals).toHaveLength(1);
  });
});
