import { afterAll, beforeAll, expect, test } from "vitest";
import { ColumnsHead } from "../../domain/api/ratings/columns.ts";
import { FirmPage, type RatedFirm } from "../../domain/api/ratings/firms.ts";
import { GRADES, type Measured, NOWHERE, STANDING } from "../../domain/rating/columns.ts";
import { grade, termsOf } from "../../domain/rating/grade.ts";
import { type Block, unpack } from "../../domain/rating/packed.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { reader } from "../setup/reader.ts";

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
});
afterAll(() => app.stop());

const { ask, read, refused } = reader(() => app.url);

const SIZES = ["above_scale", "below_scale"] as const;

async function blockOf(query: string): Promise<Block> {
  const response = await ask(`/ratings/2025/columns?${query}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/octet-stream");
  return unpack(await response.arrayBuffer());
}

async function allFirms(query: string): Promise<Map<string, RatedFirm>> {
  const firms = new Map<string, RatedFirm>();
  for (;;) {
    const page = await read(`/ratings/2025?${query}&limit=1000&offset=${firms.size}`, FirmPage);
    for (const firm of page.firms) firms.set(firm.credit_code, firm);
    if (page.firms.length < 1000) return firms;
  }
}

const codesOf = (block: Block, name: string, width: number): string[] => {
  const text = Buffer.from(block.array<Uint8Array<ArrayBuffer>>(name)).toString("latin1");
  return Array.from({ length: text.length / width }, (_, i) => text.slice(i * width, (i + 1) * width));
};

const floats = (block: Block, name: string) => block.array<Float32Array<ArrayBuffer>>(name);
const single = (value: number | null) => Math.fround(value ?? Number.NaN);

test("a block says of every firm what the list says", async () => {
  for (const size of SIZES) {
    const block = await blockOf(`size=${size}`);
    const { head } = block;
    expect(ColumnsHead.parse(head)).toEqual(head);
    const firms = await allFirms(`size=${size}`);
    const codes = codesOf(block, "code", 18);
    expect(codes).toEqual([...firms.keys()].sort());
    expect(head.count).toBe(firms.size);
    const place = (name: string, i: number) => block.array<Uint16Array<ArrayBuffer>>(name)[i]!;
    const { indicators } = head.scheme.definition;
    codes.forEach((code, i) => {
      const firm = firms.get(code)!;
      expect(head.districts[place("district", i)]!.code).toBe(firm.district_code);
      expect(head.parks[place("park", i)]?.code ?? null).toBe(firm.park_code);
      expect(head.industries[place("industry", i)]).toBe(firm.industry_code.slice(0, 2));
      expect(GRADES[block.array<Uint8Array<ArrayBuffer>>("grade")[i]!]).toBe(firm.grade);
      expect(block.array<Int32Array<ArrayBuffer>>("points")[i]! / 1e6).toBe(firm.score ?? 0);
      expect(floats(block, "land")[i]).toBe(single(firm.land_mu));
      expect(floats(block, "tax_per_mu")[i]).toBe(single(firm.tax_per_mu));
      expect(floats(block, "revenue_per_mu")[i]).toBe(single(firm.revenue_per_mu));
      const pool = head.pools[place("pool", i)];
      expect(pool === undefined).toBe(firm.score === null);
      indicators.forEach(({ id }, k) => {
        const ratio = (firm.values[k] ?? Number.NaN) / (pool?.baselines[k] ?? Number.NaN);
        expect(floats(block, `ratio_${id}`)[i]).toBe(Math.fround(ratio));
      });
    });
  }
});

test("the engine makes of a block the very scores and grades that are stored", async () => {
  for (const size of SIZES) {
    const block = await blockOf(`size=${size}`);
    const { definition } = block.head.scheme;
    const pool = block.array<Uint16Array<ArrayBuffer>>("pool");
    const standing = block.array<Uint8Array<ArrayBuffer>>("standing");
    const measured: Measured = {
      count: block.head.count,
      district: block.array<Uint16Array<ArrayBuffer>>("district"),
      pool,
      pools: block.head.pools.length,
      standing,
      mark: block.array<Uint8Array<ArrayBuffer>>("mark"),
      ratios: definition.indicators.map(({ id }) => floats(block, `ratio_${id}`)),
      extra: floats(block, "extra"),
      land: floats(block, "land"),
    };
    const enabled = definition.indicators.map((_, k) => block.head.pools[0]!.baselines[k] !== null);
    const graded = grade(measured, termsOf(definition, enabled));
    expect([...graded.grade]).toEqual([...block.array<Uint8Array<ArrayBuffer>>("grade")]);
    const points = block.array<Int32Array<ArrayBuffer>>("points");
    standing.forEach((stands, i) => {
      expect(pool[i] === NOWHERE).toBe(stands !== STANDING.rated);
      if (stands === STANDING.rated) expect(graded.points[i]).toBe(points[i]);
    });
    expect(graded.lines.map((lines) => lines.map((line) => line.points! / 1e6))).toEqual(
      block.head.pools.map((of) => of.lines.map((line) => line.score)),
    );
  }
});

test("parcels have their stored grade, and the land of each firm on them", async () => {
  const { knex } = await sharedDatabase();
  for (const size of SIZES) {
    const block = await blockOf(`size=${size}`);
    const stored = await knex("parcel_rating")
      .join("parcel", "parcel.id", "parcel_id")
      .where({ run_id: block.head.run })
      .orderBy("parcel_code")
      .select("parcel_code", "grade", "parcel_rating.land_mu", "firms");
    expect(codesOf(block, "parcel_code", 19)).toEqual(stored.map(({ parcel_code }) => parcel_code));
    const grades = block.array<Uint8Array<ArrayBuffer>>("parcel_grade");
    const first = block.array<Uint32Array<ArrayBuffer>>("parcel_first");
    const firm = block.array<Uint32Array<ArrayBuffer>>("parcel_firm");
    const land = floats(block, "parcel_land");
    expect(first).toHaveLength(stored.length + 1);
    expect(first.at(-1)).toBe(firm.length);
    expect(land).toHaveLength(firm.length);
    expect(Math.max(...firm)).toBeLessThan(block.head.count);
    stored.forEach((parcel, i) => {
      expect(GRADES[grades[i]!]).toBe(parcel.grade);
      expect(first[i + 1]! - first[i]!).toBe(parcel.firms);
      const known = land.slice(first[i], first[i + 1]).filter((mu) => !Number.isNaN(mu));
      const all = known.reduce((sum, mu) => sum + mu, 0);
      expect(Math.abs(all - parcel.land_mu)).toBeLessThan(1e-5 * (1 + parcel.land_mu));
    });
  }
});

test("firms stand where they are, and parks say which they stand in", async () => {
  const { knex } = await sharedDatabase();
  const block = await blockOf("size=above_scale");
  const lon = floats(block, "lon");
  const lat = floats(block, "lat");
  const [code] = codesOf(block, "code", 18);
  const { rows } = await knex.raw(
    "select ST_X(geom) as lon, ST_Y(geom) as lat from enterprise where credit_code = ?",
    [code!],
  );
  expect([lon[0], lat[0]]).toEqual([Math.fround(rows[0].lon), Math.fround(rows[0].lat)]);
  const listed = block.head.parks.map((park) => park.code);
  for (const { parent } of block.head.parks) if (parent !== null) expect(listed).toContain(parent);
});

test("whoever has a block is told no more than that; it comes small where it may", async () => {
  const path = "/ratings/2025/columns?size=above_scale";
  const plain = await ask(path, { headers: { "Accept-Encoding": "identity" } });
  const zipped = await ask(path, { headers: { "Accept-Encoding": "gzip" } });
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(zipped.headers.get("content-encoding")).toBe("gzip");
  expect(Buffer.from(await plain.arrayBuffer()).equals(Buffer.from(await zipped.arrayBuffer()))).toBe(true);
  const tag = zipped.headers.get("etag")!;
  expect(tag).not.toBe(plain.headers.get("etag"));
  const again = await ask(path, { headers: { "If-None-Match": tag, "Accept-Encoding": "gzip" } });
  expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
});

test("without a size the block is of firms above it; what is not there is not found", async () => {
  expect((await blockOf("")).head.size).toBe("above_scale");
  const below = await blockOf("size=below_scale");
  expect((await blockOf(`run=${below.head.run}`)).head.size).toBe("below_scale");
  await refused(`/ratings/2024/columns?run=${below.head.run}`, 404);
  await refused("/ratings/2019/columns", 404);
  await refused("/ratings/2025/columns?district=510114", 400);
});
