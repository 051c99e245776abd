import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DEFAULT_VIEW,
  DISTRICT_COLOURS,
  KINDS,
  readView,
  THEMES,
  type View,
  writeView,
} from "../../client/state/view.ts";

const layer = fc.constantFrom("districts", "parks", "parcels", "enterprises");
const to = (digits: number) => (value: number) => Number(value.toFixed(digits)) + 0;

const view: fc.Arbitrary<View> = fc.record({
  theme: fc.constantFrom(...THEMES),
  language: fc.constantFrom("zh", "en"),
  mode: fc.constantFrom("light", "dark", "auto"),
  at: fc.option(
    fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }).map(to(5)),
      lat: fc.double({ min: -85, max: 85, noNaN: true }).map(to(5)),
      zoom: fc.double({ min: 0, max: 24, noNaN: true }).map(to(2)),
      bearing: fc.double({ min: -180, max: 180, noNaN: true }).map(to(1)),
      pitch: fc.double({ min: 0, max: 60, noNaN: true }).map(to(1)),
    }),
  ),
  selection: fc.option(fc.record({ kind: fc.constantFrom(...KINDS), code: fc.stringMatching(/^[\w-]+$/) })),
  colour: fc.constantFrom(...DISTRICT_COLOURS),
  hidden: fc.uniqueArray(layer).map((layers) => new Set(layers)),
  shown: fc.uniqueArray(fc.constantFrom("land-transfers", "other")).map((layers) => new Set(layers)),
  opacity: fc
    .uniqueArray(fc.tuple(layer, fc.integer({ min: 0, max: 99 })), { selector: ([name]) => name })
    .map((entries) => new Map(entries)),
});

test("an address shows again exactly what it was written from", () => {
  fc.assert(
    fc.property(view, (wanted) => {
      expect(readView(writeView(wanted))).toEqual(wanted);
    }),
  );
});

test("no address, however broken, keeps the map from opening", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom("at", "select", "theme", "opacity", "hide", "lang", "mode"),
      (text, name) => {
        const read = readView(`?${name}=${encodeURIComponent(text)}`);
        expect(THEMES).toContain(read.theme);
        expect(read.at === null || Object.values(read.at).every(Number.isFinite)).toBe(true);
      },
    ),
  );
});

test("an empty address is the default, with the reader's own language and mode", () => {
  expect(readView("")).toEqual(DEFAULT_VIEW);
  expect(readView("", { language: "en", mode: "dark" })).toEqual({
    ...DEFAULT_VIEW,
    language: "en",
    mode: "dark",
  });
});

test("a link's language wins over the reader's", () => {
  expect(readView("?lang=zh", { language: "en" }).language).toBe("zh");
});

test("positions out of this world fall back to the seven districts", () => {
  for (const at of [
    "181,30,9",
    "104,91,9",
    "104,30,99",
    "104,30",
    "a,b,c",
    "104,30,NaN",
    "104,30,9,Infinity",
  ])
    expect(readView(`?at=${at}`).at).toBeNull();
});

test("a selection that would be folded out of an address is none", () => {
  for (const code of [".", "..", "parcels/.", "../..", "parcels/"])
    expect(readView(`?select=feature:${code}`).selection).toBeNull();
});
