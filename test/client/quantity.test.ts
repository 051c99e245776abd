import { expect, test } from "vitest";
import { quantityIn, roundedUp, said } from "../../client/yield/sheet/quantity.ts";

const zh = (value: number, unit: string) => said(quantityIn("zh")(value, unit));
const en = (value: number, unit: string) => said(quantityIn("en")(value, unit));

test("values carry the unit of their indicator", () => {
  expect(zh(14.3, "万元/亩")).toBe("14.3 万元/亩");
  expect(en(14.3, "万元/亩")).toBe("143 k yuan/mu");
  expect(en(427.4, "万元/亩")).toBe("4.27 m yuan/mu");
  expect(zh(4.9, "万元/tce")).toBe("4.90 万元/tce");
  expect(en(144.4, "万元/人")).toBe("1.44 m yuan/person");
});

test("amounts are read as money, people and land", () => {
  expect(zh(30_000, "万元")).toBe("3.00 亿元");
  expect(en(30_000, "万元")).toBe("300 m yuan");
  expect(zh(1_250, "人")).toBe("1,250 人");
  expect(en(1_250, "人")).toBe("1,250 people");
  expect(zh(6.42, "亩")).toBe("6.42 亩");
  expect(en(6.42, "亩")).toBe("6.42 mu");
});

test("shares are percent, and what is nearly nothing is not minus nothing", () => {
  expect(zh(0.015, "%")).toBe("1.50%");
  expect(zh(-0.0001, "万元/亩")).toBe("0.000 万元/亩");
});

test("what is said to be enough is never less than what is needed", () => {
  expect(roundedUp(415.04)).toBe(416);
  expect(roundedUp(416)).toBe(416);
  expect(roundedUp(0.2001)).toBeCloseTo(0.201, 9);
  expect(roundedUp(0)).toBe(0);
  for (let i = 1; i < 500; i++) expect(roundedUp(i * 0.937)).toBeGreaterThanOrEqual(i * 0.937 - 1e-6);
});
