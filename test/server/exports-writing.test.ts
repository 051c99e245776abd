import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Column, ColumnType } from "../../server/catalog/layer.ts";
import { LAYERS } from "../../server/catalog.ts";
import { csvRow } from "../../server/csv.ts";
import { csv } from "../../server/exports/csv.ts";
import type { Format, Making, TakeRow } from "../../server/exports/format.ts";
import { geojson } from "../../server/exports/geojson.ts";
import { createShelf } from "../../server/exports/shelf.ts";
import { zip } from "../../server/exports/zip.ts";
import { CRS84 } from "../../server/ogc/crs.ts";

/** What texts and numbers become in a file, whatever they are: held against what the language itself makes of them. */

const column = (type: ColumnType, decimals = 2): Column => ({
  name: `${type}_${decimals}`,
  type,
  decimals,
  title: { zh: "", en: "" },
  sql: "",
});

type Cell = string | number | null;

/** A row as COPY writes it. */
function copied(cells: readonly Cell[]): Buffer {
  const head = Buffer.alloc(2);
  head.writeInt16BE(cells.length);
  const fields = cells.map((cell) => {
    const value = Buffer.alloc(typeof cell === "number" ? 8 : 0);
    if (typeof cell === "number") value.writeDoubleBE(cell);
    const bytes = typeof cell === "string" ? Buffer.from(cell) : value;
    const length = Buffer.alloc(4);
    length.writeInt32BE(cell === null ? -1 : bytes.length);
    return Buffer.concat([length, bytes]);
  });
  return Buffer.concat([head, ...fields]);
}

/** A file of these rows in batches of two, without the code and the outline that stand before their cells. */
async function fileOf(format: Format, columns: readonly Column[], rows: readonly Cell[][]): Promise<string> {
  const layer = LAYERS[0]!;
  const making = {
    ask: { layer, columns, geometry: false, crs: CRS84 },
    about: { layer, licence: "", revision: 1, changed: "", synthetic: false, srid: 4326, wkt: "" },
    options: {},
    async *rows(_select: unknown, take: TakeRow) {
      for (const [i, cells] of rows.entries()) {
        take(copied(["code", null, ...cells]));
        if (i % 2 === 1) yield;
      }
      yield;
    },
  } as unknown as Making;
  const chunks: Uint8Array[] = [];
  for await (const chunk of format.write(making)) chunks.push(Buffer.from(chunk as string));
  return Buffer.concat(chunks).toString();
}

/** With what spreadsheets, quotes and files are sensitive to. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc
    .array(fc.constantFrom(..."=+-@＝＋－＠\t\r\n\"',;\\/宗地ａ😀\u0001\u007fx0"), { maxLength: 6 })
    .map((signs) => signs.join("")),
);

test("texts of every kind stand in CSV as its one rule has them, and in GeoJSON as in JSON", async () => {
  const columns = [column("string", 1), column("string", 2)];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, fc.option(text)), { minLength: 1, maxLength: 5 }),
      async (rows) => {
        const lines = await fileOf(csv, columns, rows);
        expect(lines).toBe([columns.map(({ name }) => name), ...rows].map(csvRow).join(""));
        const { features } = JSON.parse(await fileOf(geojson, columns, rows));
        expect(features.map(({ properties }: { properties: object }) => Object.values(properties))).toEqual(
          rows,
        );
      },
    ),
    { numRuns: 200 },
  );
});

const NOISE = 1 + 4 * Number.EPSILON;
const rounded = (value: number, decimals: number) =>
  (Math.sign(value) * Math.round(Math.abs(value) * 10 ** decimals * NOISE)) / 10 ** decimals;

test("numbers have their decimals, as many digits as they take, and no others", async () => {
  const value = fc.oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.double({ min: -10, max: 10, noNaN: true }),
    fc.integer({ min: -1e9, max: 1e9 }).map((units) => units / 1000),
    fc.constantFrom(0, -0, -0.001, 0.005, 1.005, 0.5, 999_999.995, 2 ** 31, 2 ** 31 / 100, 4_294_967_295.99),
  );
  const decimals = [0, 1, 2, 4];
  const columns = decimals.map((count) => column("number", count));
  await fc.assert(
    fc.asyncProperty(fc.tuple(value, value, value, value), async (numbers) => {
      const expected = numbers.map((number, i) => rounded(number, decimals[i]!));
      const [, line = ""] = (await fileOf(csv, columns, [numbers])).split("\r\n");
      expect(line).toBe(expected.map(String).join());
      const written = /"properties":\{(.*)\}\}/.exec(await fileOf(geojson, columns, [numbers]))?.[1];
      expect(written).toBe(
        expected.map((number, i) => `"${columns[i]!.name}":${number.toFixed(decimals[i])}`).join(),
      );
    }),
    { numRuns: 500 },
  );
});

test("an archive that is given up gives up what it is made of", async () => {
  let given = false;
  async function* endless() {
    try {
      for (;;) yield randomBytes(64 * 1024);
    } finally {
      given = true;
    }
  }
  const archive = zip([{ name: "endless", content: endless() }], "2025-06-30");
  for (let i = 0; i < 3; i++) await archive.next();
  await archive.return(undefined);
  await vi.waitFor(() => expect(given).toBe(true));
});

test("nothing is left of a file that became whole after it was given up", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mutu-shelf-"));
  const lend = createShelf(folder, new AbortController().signal);
  let whole = false;
  async function* late() {
    await pause(20);
    yield "bytes";
    whole = true;
  }
  await lend(
    "late",
    (file) => file.write(late()),
    async () => {},
  );
  const [own = ""] = await readdir(folder);
  await vi.waitFor(async () => expect([whole, await readdir(join(folder, own))]).toEqual([true, []]));
  await rm(folder, { recursive: true });
});
