import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SchemeList } from "../../domain/api/ratings/schemes.ts";
import { openRatingDesk, type RatingDesk } from "../setup/rating-desk.ts";

let desk: RatingDesk;

beforeAll(async () => {
  desk = await openRatingDesk();
});
afterAll(() => desk.close());

describe("what cannot be rated is refused by the field's name, in both languages, and leaves nothing", () => {
  const refusal = async (order: Record<string, unknown>, field: string, words: RegExp) => {
    const before = await desk.stored();
    const { status, body } = await desk.post("/runs", order);
    expect(status, JSON.stringify(body)).toBe(422);
    expect(body.errors[0].field).toBe(field);
    expect(body.detail).toMatch(words);
    expect(body.zh).toMatch(/\p{Script=Han}/u);
    expect(await desk.stored()).toEqual(before);
  };

  /** For the time of `work` the firms of a year report something else. */
  async function whileReported(change: string, year: number, work: () => Promise<void>, which = "true") {
    const { knex } = desk.database;
    const [column] = change.split(" ");
    await knex.raw(
      `create table kept as select enterprise_id as id, ${column} as was from enterprise_year where year = ${year}`,
    );
    await knex.raw(`update enterprise_year set ${change} where year = ${year} and ${which}`);
    try {
      await work();
    } finally {
      await knex.raw(
        `update enterprise_year set ${column} = was from kept where enterprise_id = kept.id and year = ${year}`,
      );
      await knex.raw("drop table kept");
    }
  }

  test("a year without figures", () =>
    refusal({ year: 2010, scheme: "sichuan-2020" }, "year", /2010.*2021, 2022, 2023, 2024, 2025/));

  test("a scheme and a version that are not there", async () => {
    await refusal({ year: 2025, scheme: "nowhere" }, "scheme", /no scheme nowhere.*sichuan-2020/);
    await refusal({ year: 2025, scheme: "sichuan-2020", version: 99 }, "version", /no version 99/);
  });

  test("nobody whom the scheme rates", () =>
    whileReported("above_scale = false", 2025, () =>
      refusal({ year: 2025, scheme: "sichuan-2020" }, "object", /above the designated size/),
    ));

  test("an empty pool: everybody exempt", () =>
    whileReported("exemptions = '{utility}'", 2025, () =>
      refusal({ year: 2025, scheme: "sichuan-2020" }, "pool", /empty/),
    ));

  test("a pool of one", async () => {
    const scheme = await desk.schemeLike(({ pool }) => {
      pool.by = "district";
    });
    const inXinjin = "enterprise_id in (select id from enterprise where district_code = '510118')";
    const one = `
      enterprise_id <> (
        select min(r.enterprise_id) from rating r join rating_run run on run.id = r.run_id join enterprise e on e.id = r.enterprise_id
         where run.year = 2025 and run.size = 'above_scale' and r.grade = 'A' and e.district_code = '510118')`;
    await whileReported(
      "exemptions = '{utility}'",
      2025,
      () => refusal({ year: 2025, scheme }, "pool", /510118 has a single firm/),
      `${inXinjin} and ${one}`,
    );
  });

  test("a pool in which everybody is barred", () =>
    whileReported("vetoes = '{environment}'", 2025, () =>
      refusal({ year: 2025, scheme: "sichuan-2020" }, "vetoes", /barred/),
    ));

  const withoutFixed = () =>
    desk.schemeLike(({ indicators }) => {
      for (const indicator of indicators) delete indicator.fixed;
    });

  test.each([
    ["energy_tce = 0", "denominator", "energy", /adds up to nothing/],
    ["tax_wan = -1", "numerator", "tax", /nothing or less/],
  ] as const)("a baseline that nothing can be compared with: %s", async (change, side, figure, words) => {
    const scheme = await withoutFixed();
    const { indicators } = await desk.shipped("sichuan-2020");
    const k = indicators.findIndex((indicator) => indicator[side] === figure);
    await whileReported(change, 2024, () =>
      refusal({ year: 2025, scheme }, `indicators.${k}.${side}`, words),
    );
  });

  test("no year before, and nothing fixed", async () => {
    const scheme = await withoutFixed();
    await refusal({ year: 2021, scheme }, "indicators.0.fixed", /no baseline/);
  });
});

describe("schemes", () => {
  test("are listed in their newest version, those that came with the program first", async () => {
    const { body } = await desk.get("/schemes");
    expect(body).toEqual(SchemeList.parse(body));
    expect(body.schemes.slice(0, 4).map(({ key }: { key: string }) => key)).toEqual([
      "huaian-2024",
      "sichuan-2020",
      "sichuan-small",
      "zhejiang-style",
    ]);
  });

  test("get a new version when they change, and none when they don't", async () => {
    const definition = await desk.shipped("sichuan-2020");
    const basedOn = { key: "sichuan-2020", version: 1 };
    const first = await desk.post("/schemes", { key: "own", definition, basedOn, by: "李四" });
    expect(first).toMatchObject({
      status: 201,
      body: { version: 1, shipped: false, basedOn, createdBy: "李四" },
    });
    expect(first.headers.get("location")).toBe("/api/ratings/schemes/own?version=1");
    expect((await desk.post("/schemes", { key: "own", definition, by: "李四" })).body.version).toBe(1);
    definition.baseline.multiple = 1.5;
    const second = await desk.post("/schemes", { key: "own", definition, by: "李四" });
    expect(second.body.version).toBe(2);
    expect((await desk.get("/schemes/own?version=1")).body.definition.baseline.multiple).toBe(2);
    expect((await desk.get("/schemes/own")).body.definition.baseline.multiple).toBe(1.5);
    expect((await desk.get("/schemes/own?version=3")).status).toBe(404);
  });

  test("that came with the program are not overwritten", async () => {
    const definition = await desk.shipped("sichuan-2020");
    const { status, body } = await desk.post("/schemes", { key: "sichuan-2020", definition, by: "李四" });
    expect([status, body.errors[0].field]).toEqual([409, "key"]);
    expect(body.detail).toMatch(/another key/);
  });

  test("are refused field by field", async () => {
    const before = await desk.stored();
    const definition = await desk.shipped("sichuan-2020");
    const first = definition.indicators[0]!;
    const wrong = {
      ...definition,
      indicators: [
        { ...first, weight: -1, numerator: "luck", surprise: 1 },
        ...definition.indicators.slice(1),
      ],
    };
    const { status, body } = await desk.post("/schemes", { key: "wrong", definition: wrong, by: "李四" });
    expect(status).toBe(422);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      "definition.indicators.0.numerator",
      "definition.indicators.0.surprise",
      "definition.indicators.0.weight",
    ]);
    const light = { ...definition, indicators: [{ ...first, weight: 1 }, ...definition.indicators.slice(1)] };
    const unbalanced = await desk.post("/schemes", { key: "wrong", definition: light, by: "李四" });
    expect(unbalanced.body.errors).toEqual([
      { field: "definition.indicators", message: "the weights add up to 81, not to 100" },
    ]);
    const orphan = { key: "wrong", definition, by: "李四", basedOn: { key: "nobody", version: 1 } };
    expect((await desk.post("/schemes", orphan)).body.errors[0].field).toBe("basedOn");
    expect(await desk.stored()).toEqual(before);
  });
});
