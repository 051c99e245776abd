import fc from "fast-check";
import { expect, test } from "vitest";
import { decoded, readCsv } from "../../server/csv-reading.ts";

const cells = (text: string) => readCsv(text).map((record) => record.cells);

test("fields, quotes, doubled quotes and every end of a line", () => {
  expect(cells('a,b\r\n"c, ""d""\ne",\rf\n')).toEqual([["a", "b"], ['c, "d"\ne', ""], ["f"]]);
  expect(cells(",\n\nx,,y")).toEqual([["x", "", "y"]]);
  expect(cells("")).toEqual([]);
  expect(cells('5" pipe,1')).toEqual([['5" pipe', "1"]]);
});

test("each record tells the line that it begins on", () => {
  const records = readCsv('a\n"b\r\nb",\n\nc\n');
  expect(records.map(({ line }) => line)).toEqual([1, 2, 5]);
});

test.each([
  ['a\n"b\nc', "line 2"],
  ['"a"b,c', "line 1"],
])("what quotes leave open is told: %j", (text, where) => {
  expect(() => readCsv(text)).toThrow(new RegExp(where, "i"));
});

test("whatever is written as CSV is read back", () => {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const table = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 5 }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, end) => {
      const text = rows.map((row) => row.map(quoted).join(",")).join(end);
      expect(cells(text)).toEqual(rows.filter((row) => row.some((cell) => cell !== "")));
    }),
  );
});

test("UTF-8 with or without its mark, and GBK", () => {
  expect(decoded(Buffer.from("\uFEFF目标,年"))).toBe("目标,年");
  expect(decoded(Buffer.from("目标,年"))).toBe("目标,年");
  expect(decoded(Buffer.from("c4bfb1ea2cc4ea", "hex"))).toBe("目标,年");
});
