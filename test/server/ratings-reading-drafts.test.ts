import { afterAll, beforeAll, expect, test } from "vitest";
import { RatingExplanation } from "../../domain/api/ratings/explanation.ts";
import { FirmPage } from "../../domain/api/ratings/firms.ts";
import { RatingYears } from "../../domain/api/ratings/grades.ts";
import { Comparison } from "../../domain/api/ratings/movement.ts";
import { unpack } from "../../domain/rating/packed.ts";
import { openRatingDesk, type RatingDesk } from "../setup/rating-desk.ts";
import { reader } from "../setup/reader.ts";

let desk: RatingDesk;

beforeAll(async () => {
  desk = await openRatingDesk();
});
afterAll(() => desk.close());

const { ask, read, refused } = reader(() => desk.app.url);

const published = async (year: number) => {
  const { years } = await read("/ratings", RatingYears);
  return years.find((entry) => entry.year === year)!.runs.find(({ size }) => size === "above_scale")!.id;
};

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

test("a draft is read by its number alone, like any run", async () => {
  const { id } = await desk.rated({ year: 2025, scheme: "huaian-2024" });
  const shown = await read("/ratings/2025?size=above_scale&limit=1", FirmPage);
  expect(shown.runs).not.toContain(id);
  const { firms, runs, totals, matched } = await read(`/ratings/2025?run=${id}&limit=1000`, FirmPage);
  expect(runs).toEqual([id]);
  expect(totals.grades.D!.firms).toBeGreaterThan(0);
  for (const grade of ["A", "B", "C", "D", "T", "N"]) {
    const firm = firms.find((one) => one.grade === grade);
    if (!firm) continue;
    const told = await read(`/ratings/2025/${firm.credit_code}?run=${id}`, RatingExplanation);
    expect(told.run).toEqual({ id, state: "draft", noticeUntil: null, stale: false });
    expect(told.history.map((entry) => entry.run)).not.toContain(id);
    if (told.score === null) continue;
    const items = sum(told.items.map(({ score }) => score ?? 0)) * told.scale;
    const extra =
      sum(told.bonuses.map(({ points }) => points)) - sum(told.deductions.map(({ points }) => points));
    expect(items + extra).toBeCloseTo(told.score, 4);
  }
  const block = unpack(await (await ask(`/ratings/2025/columns?run=${id}`)).arrayBuffer());
  expect([block.head.run, block.head.count]).toEqual([id, matched]);
  await desk.send("DELETE", `/runs/${id}`);
  expect(await refused(`/ratings/2025?run=${id}`, 404)).toContain(`no rating run ${id}`);
});

test("bonuses and deductions stay within what the scheme allows, and still add up", async () => {
  const scheme = await desk.schemeLike((like) => {
    const provenance = { certainty: "suggestion" as const, basis: { zh: "试验", en: "for a test" } };
    const named = (zh: string) => ({ name: { zh, en: zh }, provenance });
    like.bonusMax = 3;
    like.deductionMax = 1;
    like.bonuses = ["小巨人", "专精特新小巨人", "链主", "镇园之宝", "单项冠军"].map((title) => ({
      when: { title },
      points: 2,
      ...named(title),
    }));
    like.deductions = (["energy", "rd", "emissions"] as const).map((missing) => ({
      when: { missing },
      points: 0.75,
      ...named(missing),
    }));
  });
  const { id } = await desk.rated({ year: 2025, scheme });
  const { rows } = await desk.database.knex.raw<{ rows: { credit_code: string; extra: number }[] }>(
    `select e.credit_code, r.extra from rating r join enterprise e on e.id = r.enterprise_id
      where r.run_id = ? and r.extra <> 0 and r.score is not null order by abs(r.extra) desc, e.credit_code limit 12`,
    [id],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { credit_code, extra } of rows) {
    const told = await read(`/ratings/2025/${credit_code}?run=${id}`, RatingExplanation);
    const gains = sum(told.bonuses.map(({ points }) => points));
    const losses = sum(told.deductions.map(({ points }) => points));
    expect(gains).toBeLessThanOrEqual(3);
    expect(losses).toBeLessThanOrEqual(1);
    expect(gains - losses).toBeCloseTo(extra, 5);
    expect(sum(told.items.map(({ score }) => score ?? 0)) * told.scale + extra).toBeCloseTo(told.score!, 4);
  }
});

test("pools of districts have their own baselines, ranks and lines", async () => {
  const scheme = await desk.schemeLike((like) => {
    like.pool = { by: "district", least: 5 };
  });
  const { id, pools } = await desk.rated({ year: 2025, scheme });
  expect(pools).toHaveLength(7);
  for (const { key, firms, name } of pools) {
    const page = await read(`/ratings/2025?run=${id}&district=${key}&sort=rank&limit=1000`, FirmPage);
    const ranks = page.firms.flatMap(({ rank }) => rank ?? []);
    expect(ranks).toEqual(Array.from({ length: firms }, (_, i) => i + 1));
    const second = page.firms[1]!;
    const told = await read(`/ratings/2025/${second.credit_code}?run=${id}`, RatingExplanation);
    expect(told.pool).toEqual({ key, name, firms });
    expect(told.places.pool).toEqual({ place: 2, of: firms });
    expect(told.places.district).toEqual({ place: 2, of: firms });
  }
});

test("a scheme that is changed in one thing moves firms for that one reason", async () => {
  const base = await published(2025);
  const lines = await desk.rated({
    year: 2025,
    scheme: await desk.schemeLike((like) => {
      if (like.grades.method === "quota") like.grades.top = [2000];
    }),
  });
  const fewer = await read(`/ratings/runs/${lines.id}/comparison?with=${base}&limit=1000`, Comparison);
  expect(fewer.matched).toBeGreaterThan(0);
  expect(new Set(fewer.firms.map(({ because }) => because.kind))).toEqual(new Set(["lines"]));
  for (const { before, after } of fewer.firms) expect([before, after]).toEqual(["A", "B"]);
  const pardoned = await desk.rated({
    year: 2025,
    scheme: await desk.schemeLike((like) => {
      like.vetoes = [];
    }),
  });
  const free = await read(
    `/ratings/runs/${pardoned.id}/comparison?with=${base}&limit=1000&moved=up`,
    Comparison,
  );
  expect(free.firms.map(({ because }) => because.kind)).toContain("veto");
});

test("a changed firm makes an explanation stale and leaves what was stored", async () => {
  const { firms } = await read("/ratings/2025?size=above_scale&grade=B&limit=1", FirmPage);
  const code = firms[0]!.credit_code;
  const path = `/ratings/2025/${code}`;
  const before = await read(path, RatingExplanation);
  await desk.database.knex.raw(
    `update enterprise_year set tax_wan = tax_wan + 1000 where year = 2025
        and enterprise_id = (select id from enterprise where credit_code = ?)`,
    [code],
  );
  const after = await read(path, RatingExplanation);
  expect([before.run.stale, after.run.stale]).toEqual([false, true]);
  expect(after.values).toEqual(before.values);
  expect([after.score, after.rank, after.tax_per_mu]).toEqual([before.score, before.rank, before.tax_per_mu]);
});

test("a name that looks like a formula is only a name in a file", async () => {
  const { firms } = await read("/ratings/2025?limit=1", FirmPage);
  const code = firms[0]!.credit_code;
  const name = '=HYPERLINK("http://example.org", "甲, 乙")';
  await desk.database.knex("enterprise").where({ credit_code: code }).update({ name });
  const file = await (await ask(`/ratings/2025?code=${code}&f=csv`)).text();
  expect(file).toContain(`"'=HYPERLINK(""http://example.org"", ""甲, 乙"")"`);
});
