import { afterAll, beforeAll, expect, test } from "vitest";
import { FirmPage, type RatedFirm } from "../../domain/api/ratings/firms.ts";
import { RatingYears } from "../../domain/api/ratings/grades.ts";
import { ParkRatings } from "../../domain/api/ratings/parks.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { reader } from "../setup/reader.ts";

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
});
afterAll(() => app.stop());

const { ask, read, refused } = reader(() => app.url);

async function rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const { knex } = await sharedDatabase();
  return (await knex.raw(sql, values as string[])).rows;
}

async function count(condition: string, values: readonly unknown[] = []): Promise<number> {
  const [row] = await rows<{ count: number }>(
    `select count(*) as count from rating r join enterprise e on e.id = r.enterprise_id
       join rating_run w on w.id = r.run_id where w.year = 2025 and ${condition}`,
    values,
  );
  return row!.count;
}

const list = (query: string) => read(`/ratings/2025?${query}`, FirmPage);

async function whole(query: string): Promise<RatedFirm[]> {
  const firms: RatedFirm[] = [];
  for (;;) {
    const page = await list(`${query}&limit=150&offset=${firms.length}`);
    firms.push(...page.firms);
    if (page.firms.length < 150) return firms;
  }
}

test("there are the years that have a published run, each with one run for a size", async () => {
  const { years } = await read("/ratings", RatingYears);
  expect(years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
  for (const { runs } of years) expect(runs.map(({ size }) => size)).toEqual(["above_scale", "below_scale"]);
});

test("a page has what the whole selection adds up to", async () => {
  for (const size of ["above_scale", "below_scale"] as const) {
    const { matched, totals, runs, firms } = await list(`size=${size}&limit=7`);
    expect(firms).toHaveLength(7);
    expect(runs).toHaveLength(1);
    expect(matched).toBe(await count("w.size = ?", [size]));
    const [sums] = await rows<Record<string, number>>(
      `select sum(land_mu) as land, sum(tax_per_mu * land_mu) as tax, sum(revenue_per_mu * land_mu) as revenue,
              sum(land_mu) filter (where tax_per_mu is not null) as taxed from rating where run_id = ?`,
      [runs[0]],
    );
    expect(totals.land_mu).toBeCloseTo(sums!.land!, 3);
    expect(totals.tax_wan).toBeCloseTo(sums!.tax!, 2);
    expect(totals.revenue_wan).toBeCloseTo(sums!.revenue!, 1);
    expect(totals.tax_per_mu).toBeCloseTo(sums!.tax! / sums!.taxed!, 8);
    const letters = await rows<{ grade: string; firms: number }>(
      "select grade, count(*)::integer as firms from rating where run_id = ? group by grade",
      [runs[0]],
    );
    expect(Object.entries(totals.grades).map(([grade, tally]) => ({ grade, firms: tally.firms }))).toEqual(
      expect.arrayContaining(letters),
    );
  }
  const both = await list("limit=1");
  expect(both.runs).toHaveLength(2);
  expect(both.matched).toBe(await count("true"));
});

test("what a run said of money is what firms reported", async () => {
  const { runs, totals } = await list("size=above_scale&limit=1");
  const [sums] = await rows<{ tax: number; revenue: number }>(
    `select sum(y.tax_wan) as tax, sum(y.revenue_wan) as revenue
       from rating r join enterprise_year y on y.enterprise_id = r.enterprise_id and y.year = 2025
      where r.run_id = ? and r.land_mu > 0`,
    [runs[0]],
  );
  expect(totals.tax_wan).toBeCloseTo(sums!.tax, 2);
  expect(totals.revenue_wan).toBeCloseTo(sums!.revenue, 1);
});

test("every order is total: pages show each firm once, in order, those without a figure last", async () => {
  const some = "size=above_scale&district=510114,510118";
  const matched = await count("w.size = 'above_scale' and e.district_code in ('510114', '510118')");
  expect(matched).toBeGreaterThan(300);
  for (const figure of ["rank", "score", "land_mu", "tax_per_mu", "revenue_per_mu"] as const)
    for (const direction of [1, -1]) {
      const firms = await whole(`${some}&sort=${direction < 0 ? "-" : ""}${figure}`);
      expect(new Set(firms.map(({ credit_code }) => credit_code)).size).toBe(matched);
      const values = firms.map((firm) => firm[figure]);
      const known = values.filter((value) => value !== null);
      expect(values.slice(0, known.length)).toEqual(known);
      expect(known).toEqual([...known].sort((a, b) => direction * (a - b)));
    }
  const letters = (await whole(`${some}&sort=grade`)).map(({ grade }) => "ABCDTN".indexOf(grade));
  expect(letters).toEqual([...letters].sort((a, b) => a - b));
  for (const [sort, column] of [
    ["name", "name"],
    ["district", "district_code"],
  ] as const) {
    const texts = (await whole(`${some}&sort=${sort}`)).map((firm) => firm[column]);
    expect(texts).toEqual([...texts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  }
});

test("a firm's place in the selection is told under every order", async () => {
  const firms = await whole("size=above_scale&district=510114&sort=-tax_per_mu");
  for (const place of [0, 5, firms.length - 1]) {
    const code = firms[place]!.credit_code;
    const query = "size=above_scale&district=510114&sort=-tax_per_mu&limit=1";
    expect((await list(`${query}&find=${code}`)).found).toBe(place);
    expect((await list(`${query}&grade=D&find=${code}`)).found).toBeNull();
  }
  expect(await list("limit=1")).not.toHaveProperty("found");
});

test("filters select what plain conditions select", async () => {
  const [zone] = await rows<{ id: number; park_code: string }>(
    `select k.id, k.park_code from park k where exists (
       select from park i join enterprise e on e.park_id = i.id where i.parent_id = k.id) limit 1`,
  );
  const [firm] = await rows<{ name: string; credit_code: string }>(
    "select name, credit_code from enterprise order by id limit 1",
  );
  const part = firm!.name.slice(3, 5);
  const cases: [string, string, unknown[]][] = [
    ["district=510114", "e.district_code = '510114'", []],
    ["district=510124", "e.district_code = '510117'", []],
    ["district=510114,510117", "e.district_code in ('510114', '510117')", []],
    ["district=", "true", []],
    [
      `park=${zone!.park_code}`,
      "e.park_id in (select id from park where id = ? or parent_id = ?)",
      [zone!.id, zone!.id],
    ],
    ["park=none", "false", []],
    ["industry=38", "left(e.industry_code, 2) = '38'", []],
    ["industry=38,39", "left(e.industry_code, 2) in ('38', '39')", []],
    ["grade=A,C", "r.grade in ('A', 'C')", []],
    ["grade=T", "r.grade = 'T'", []],
    [`q=${encodeURIComponent(part)}`, "position(? in e.name) > 0", [part]],
    ["q=%25", "false", []],
    ["q=_", "false", []],
    [
      `q=${firm!.credit_code.slice(0, 12).toLowerCase()}`,
      "starts_with(e.credit_code, ?)",
      [firm!.credit_code.slice(0, 12)],
    ],
    [`code=${firm!.credit_code}`, "e.credit_code = ?", [firm!.credit_code]],
    [
      "size=below_scale&district=510118&grade=C",
      "w.size = 'below_scale' and e.district_code = '510118' and r.grade = 'C'",
      [],
    ],
  ];
  for (const [query, condition, values] of cases) {
    const { matched, totals, firms } = await list(`${query}&limit=1000`);
    expect(matched, query).toBe(await count(condition, values));
    expect(firms.length, query).toBe(Math.min(matched, 1000));
    const tallied = Object.values(totals.grades).reduce((sum, tally) => sum + tally.firms, 0);
    expect(tallied, query).toBe(matched);
  }
});

type Point = { credit_code: string; lon: number; lat: number };

/** Even-odd, as a drawn line that crosses itself is understood. */
function isInside({ lon, lat }: Point, ring: readonly number[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [x, y, px, py] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
  }
  return inside;
}

test("an area selects the firms that stand in it, even if its line crosses itself", async () => {
  const points = await rows<Point>(
    `select e.credit_code, ST_X(e.geom) as lon, ST_Y(e.geom) as lat from rating r join enterprise e on e.id = r.enterprise_id
       join rating_run w on w.id = r.run_id where w.year = 2025`,
  );
  const rings = [
    [103.9, 30.5, 104.3, 30.55, 104.1, 30.9],
    [103.9, 30.5, 104.3, 30.55, 104.1, 30.9, 103.9, 30.5],
    [103.8, 30.4, 104.3, 30.9, 104.3, 30.4, 103.8, 30.9],
    [-180, -90, 180, -90, 180, 90, -180, 90],
  ];
  for (const ring of rings) {
    const inside = points.filter((point) => isInside(point, ring)).length;
    expect(inside).toBeGreaterThan(0);
    expect((await list(`within=${ring.join()}&limit=1`)).matched).toBe(inside);
  }
  for (const nothing of ["104,30.6,104,30.6,104,30.6", "104,30.6,104.1,30.7,104.2,30.8", "1,1,2,1,2,2"])
    expect((await list(`within=${nothing}`)).matched, nothing).toBe(0);
});

test("what cannot be meant is refused by its name", async () => {
  const around = Array.from({ length: 202 }, (_, i) => `${104 + i / 1e4},30.6`).join();
  for (const [query, word] of [
    ["within=104,30.6,104.1,30.7", "within"],
    ["within=104,30.6,104.1,30.7,104.2", "within"],
    [`within=${around}`, "within"],
    ["within=NaN,30.6,104.1,30.7,104.2,30.8", "within"],
    ["within=Infinity,30.6,104.1,30.7,104.2,30.8", "within"],
    ["within=1e9,30.6,104.1,30.7,104.2,30.8", "within"],
    ["within=181,30.6,104.1,30.7,104.2,30.8", "within"],
    [`within=${"9".repeat(400)},30,104,30.7,104.2,30.8`, "within"],
    ["grade=Z", "grade"],
    ["grade=A,a", "grade"],
    ["sort=rank;drop table rating", "sort"],
    ["sort=--rank", "sort"],
    ["sort=credit_code", "sort"],
    ["limit=0", "limit"],
    ["limit=1001", "limit"],
    ["offset=-1", "offset"],
    ["size=large", "size"],
    ["run=0", "run"],
    ["run=99999999999", "run"],
    ["find=1", "find"],
    ["f=xml", "f"],
    ["district=510114&district=510117", "district"],
    ["colour=red", "colour"],
  ])
    expect(await refused(`/ratings/2025?${query}`, 400), query).toContain(word);
  const injection = encodeURIComponent("'; drop table rating; --");
  for (const name of ["district", "park", "industry", "code", "q"])
    expect((await list(`${name}=${injection}`)).matched, name).toBe(0);
});

test("beyond the end there is an empty page of the same selection", async () => {
  const { matched, firms } = await list("offset=5000000");
  expect(firms).toEqual([]);
  expect(matched).toBe(await count("true"));
});

test("a year without a rating says which there are, and a run is asked for by its own year", async () => {
  expect(await refused("/ratings/2019", 404)).toContain("2021, 2022, 2023, 2024, 2025");
  const { runs } = await list("size=above_scale&limit=1");
  expect((await list(`run=${runs[0]}&limit=1`)).runs).toEqual(runs);
  expect(await refused(`/ratings/2024?run=${runs[0]}`, 404)).toContain("rates 2025, not 2024");
  expect(await refused(`/ratings/2025?run=${runs[0]}&size=below_scale`, 404)).toContain(
    "above the designated size",
  );
  expect(await refused("/ratings/2025?run=2147483647", 404)).toContain("no rating run");
  for (const year of ["1999", "2101", "20250", "0x7e9", "2025.0", "%202025", "latest", "2025%00"])
    await refused(`/ratings/${year}`, 404);
});

/** Fields of a file whose texts hold neither commas nor quotes. */
const fieldsOf = (text: string) =>
  text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));

test("the file holds the whole selection, in its order, with units and what kind of data it is", async () => {
  const query = "size=above_scale&district=510114&sort=-tax_per_mu";
  const response = await ask(`/ratings/2025?${query}&f=csv&limit=3`);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toContain(
    `filename*=UTF-8''${encodeURIComponent("亩均评价-2025.csv")}`,
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...lines] = fieldsOf(bytes.toString("utf8").slice(1));
  expect(header).toEqual(
    expect.arrayContaining(["核定用地（亩）", "亩均税收（万元/亩）", "数据性质（synthetic）"]),
  );
  const firms = await whole(query);
  const column = (name: string) => lines.map((line) => line[header!.indexOf(name)]!);
  expect(column("统一社会信用代码")).toEqual(firms.map(({ credit_code }) => credit_code));
  expect(column("等级")).toEqual(firms.map(({ grade }) => grade));
  expect(column("综合得分（分）")).toEqual(firms.map(({ score }) => (score === null ? "" : String(score))));
  expect(new Set(column("数据性质（synthetic）"))).toEqual(new Set(["演示数据 synthetic"]));
  column("亩均税收（万元/亩）").forEach((text, i) => {
    const exact = firms[i]!.tax_per_mu;
    if (exact === null) expect(text).toBe("");
    else expect(Number(text)).toBeCloseTo(exact, 5);
  });
});

test("the file of all firms has a row for each", async () => {
  const text = await (await ask("/ratings/2025?f=csv")).text();
  expect(fieldsOf(text)).toHaveLength((await count("true")) + 1);
  const nobody = await (await ask("/ratings/2025?f=csv&park=none")).text();
  expect(fieldsOf(nobody)).toHaveLength(1);
});

test("parks are rated, best first", async () => {
  for (const size of ["above_scale", "below_scale"]) {
    const { parks, run } = await read(`/ratings/2025/parks?size=${size}`, ParkRatings);
    const [stored] = await rows<{ count: number }>(
      "select count(*) as count from park_rating where run_id = ?",
      [run],
    );
    expect(parks).toHaveLength(stored!.count);
    const ranks = parks.flatMap(({ rank }) => rank ?? []);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    for (const park of parks) expect(park.rank === null).toBe(park.grade === "N");
  }
  await refused("/ratings/2019/parks", 404);
});
