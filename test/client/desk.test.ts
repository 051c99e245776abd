import fc from "fast-check";
import { expect, test } from "vitest";
import { inChinese } from "../../client/ui/in-chinese.ts";
import { placeOf, readDesk } from "../../client/yield/desk/place.ts";
import { changes, proposedKey, spread, sumOf } from "../../client/yield/desk/schemes/draft.ts";

const weights = fc.array(
  fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
  { minLength: 1, maxLength: 12 },
);

test("weights that are spread add up to 100 exactly, in hundredths, and none is negative", () => {
  fc.assert(
    fc.property(weights, (given) => {
      fc.pre(sumOf(given) > 0);
      const even = spread(given);
      expect(sumOf(even)).toBe(100);
      expect(even.every((weight) => weight >= 0 && Math.round(weight * 100) / 100 === weight)).toBe(true);
    }),
  );
  expect(spread([0, 0])).toEqual([0, 0]);
});

test("changes are counted value by value, wherever they lie", () => {
  const before = { name: { zh: "甲" }, weights: [20, 80], cap: 1 };
  expect(changes(before, structuredClone(before))).toBe(0);
  expect(changes(before, { ...before, weights: [30, 70] })).toBe(2);
  expect(changes(before, { name: before.name, weights: [20, 80] })).toBe(1);
});

test("a scheme of one's own gets a key that is free; one's own keeps its key", () => {
  expect(proposedKey("sichuan-2020", true, ["sichuan-2020"])).toBe("sichuan-2020-own");
  expect(proposedKey("sichuan-2020", true, ["sichuan-2020-own"])).toBe("sichuan-2020-own-2");
  expect(proposedKey("mine", false, ["mine"])).toBe("mine");
});

test("places of the desk are read from an address, and nothing else is", () => {
  for (const place of [
    "runs",
    "runs/new",
    "runs/12",
    "runs/12/with/9",
    "schemes",
    "schemes/sichuan-2020/1/edit",
    "responses/3",
    "policies",
  ])
    expect(readDesk(place)).toBe(place);
  for (const other of [null, "", "runs/", "runs/x", "runs/12/with", "schemes/../x", "policies/1", "Runs"])
    expect(readDesk(other)).toBeNull();
  expect(placeOf("runs/12/with/9")).toEqual({ tab: "runs", run: 12, against: 9 });
  expect(placeOf("schemes/a/2/edit")).toEqual({ tab: "schemes", key: "a", version: 2, edit: true });
});

test("what the server says of a field is told in Chinese where it is known, else as it is", () => {
  expect(inChinese("Too big: expected number to be <=3")).toBe("不能大于 3");
  expect(inChinese("the weights add up to 105, not to 100")).toBe("权重合计 105，应为 100");
  expect(inChinese("something new")).toBe("something new");
});
