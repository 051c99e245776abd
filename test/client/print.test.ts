import { expect, test } from "vitest";
import { today } from "../../client/language/days.ts";
import { isPrint, printAddress, readPrint } from "../../client/yield/print/address.ts";
import { drawOutlines } from "../../client/yield/print/draw-outlines.ts";

const code = "91510112MA6CGUGA1W";

test("the address of a printed sheet is read as it was written", () => {
  for (const run of [null, 12]) {
    const printed = { code, year: 2025, run };
    const address = printAddress(printed, "en");
    expect(isPrint(address)).toBe(true);
    expect(readPrint(address)).toEqual(printed);
  }
});

test("an address that names no firm or no year prints nothing", () => {
  for (const search of [
    "?print=enterprise:short&year=2025",
    `?print=parcel:${code}&year=2025`,
    `?print=enterprise:${code}`,
    `?print=enterprise:${code}&year=last`,
    "?print=",
  ])
    expect(readPrint(search)).toBeNull();
  expect(readPrint(`?print=enterprise:${code}&year=2025&run=-1`)?.run).toBeNull();
  expect(isPrint("?theme=yield")).toBe(false);
});

test("the day of a notice is Chengdu's", () => {
  expect(today(Date.parse("2026-05-07T15:59:59Z"))).toBe("2026-05-07");
  expect(today(Date.parse("2026-05-07T16:00:00Z"))).toBe("2026-05-08");
});

test("outlines keep their shape, north up, and the scale bar is as long as it says", () => {
  const square = (west: number, south: number, side: number) => ({
    type: "Feature" as const,
    id: `${west}`,
    properties: {},
    geometry: {
      type: "Polygon" as const,
      coordinates: [
        [
          [west, south],
          [west + side, south],
          [west + side, south + side],
          [west, south + side],
          [west, south],
        ],
      ],
    },
  });
  const box: [number, number, number, number] = [104, 30.5, 104.01, 30.51];
  const drawing = drawOutlines(
    { own: [square(104.004, 30.504, 0.002)], around: [square(104.007, 30.504, 0.001)], box },
    { width: 400, height: 200 },
  );
  const corners = drawing.own[0]!.path.slice(1, -1)
    .split("L")
    .map((corner) => corner.split(" ").map(Number));
  const [southWest, southEast, , northWest] = corners;
  expect(northWest![1]).toBeLessThan(southWest![1]!);
  const wide = southEast![0]! - southWest![0]!;
  const high = southWest![1]! - northWest![1]!;
  expect(wide / high).toBeCloseTo(Math.cos((30.505 * Math.PI) / 180), 1);
  expect(drawing.own[0]!.at).toEqual([expect.closeTo(200, 0), expect.closeTo(100, 0)]);
  expect(drawing.around).toHaveLength(1);
  expect(drawing.scale.length).toBeLessThanOrEqual(120);
  expect(drawing.scale.length / drawing.scale.metres).toBeCloseTo(200 / (0.01 * 111_320), 6);
});
