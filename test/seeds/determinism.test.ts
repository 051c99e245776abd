import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { demonstrationDataset } from "../../seeds/demonstration/dataset.ts";
import { cosDegrees, exp } from "../../seeds/ground/exact.ts";

const digest = () => createHash("sha256").update(JSON.stringify(demonstrationDataset())).digest("hex");

test("the dataset is the same every time", () => {
  expect(digest()).toBe(digest());
});

test("elementary functions of our own agree with the engine's", () => {
  for (let x = -8; x <= 8; x += 0.37) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 13);
  for (let x = 0; x <= 90; x += 3.1) expect(cosDegrees(x)).toBeCloseTo(Math.cos((x * Math.PI) / 180), 13);
});
