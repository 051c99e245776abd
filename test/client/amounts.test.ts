import { describe, expect, test } from "vitest";
import { amountsIn } from "../../client/language/amounts.ts";
import { fromMu } from "../../domain/area.ts";

describe("Chinese", () => {
  const amounts = amountsIn("zh");
  test("money turns from 万元 to 亿元 at ten thousand", () => {
    expect(amounts.money(9_999)).toEqual({ figure: "9,999", unit: "万元" });
    expect(amounts.money(10_000)).toEqual({ figure: "1.00", unit: "亿元" });
    expect(amounts.money(65_084_000)).toEqual({ figure: "6,508", unit: "亿元" });
    expect(amounts.money(-25_000)).toEqual({ figure: "-2.50", unit: "亿元" });
  });
  test("land is in mu until it is a landscape", () => {
    expect(amounts.land(fromMu(22.75))).toEqual({ figure: "22.8", unit: "亩" });
    expect(amounts.land(fromMu(9_999))).toEqual({ figure: "9,999", unit: "亩" });
    expect(amounts.land(181.93e6)).toEqual({ figure: "181.93", unit: "平方公里" });
  });
  test("published 亿元 keep the decimal they were printed with", () => {
    expect(amounts.yi(6508.4).figure).toBe("6,508.4");
    expect(amounts.yi(2300).figure).toBe("2,300");
  });
});

describe("English", () => {
  const amounts = amountsIn("en");
  test("money is in millions and billions of yuan", () => {
    expect(amounts.money(5_000)).toEqual({ figure: "50.0", unit: "m yuan" });
    expect(amounts.money(65_084_000)).toEqual({ figure: "651", unit: "bn yuan" });
    expect(amounts.yi(6508.4)).toEqual({ figure: "651", unit: "bn yuan" });
  });
});
