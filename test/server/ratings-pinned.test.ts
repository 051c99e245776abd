import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RatingExplanation } from "../../domain/api/ratings/explanation.ts";
import { KEPT_FIGURES } from "../../domain/rating/facts.ts";
import { readInputs } from "../../server/ratings/making/inputs.ts";
import { openRatingDesk, type RatingDesk } from "../setup/rating-desk.ts";

/** A run says what it was published with, whatever becomes of the records; what follows from it is of today. */

let desk: RatingDesk;

beforeAll(async () => {
  desk = await openRatingDesk();
});
afterAll(() => desk.close());

const rows = async <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await desk.database.knex.raw(sql, values as string[])).rows;

async function firmWith(condition: string): Promise<string> {
  const [row] = await rows<{ credit_code: string }>(
    `select e.credit_code from shown_run h join rating r on r.run_id = h.id join enterprise e on e.id = r.enterprise_id
       join enterprise_year y on y.enterprise_id = e.id and y.year = h.year
      where h.year = 2025 and h.size = 'above_scale' and ${condition} order by e.credit_code limit 1`,
  );
  return row!.credit_code;
}

async function explained(code: string, run?: number): Promise<RatingExplanation> {
  const { status, body } = await desk.get(`/2025/${code}${run ? `?run=${run}` : ""}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return RatingExplanation.parse(body);
}

const day = (ahead: number) =>
  new Date(Date.now() + ahead * 86_400_000).toLocaleDateString("sv", { timeZone: "Asia/Shanghai" });

describe("policies", () => {
  const policy = (more: Record<string, unknown>) => ({
    field: "land",
    grades: ["B"],
    measure: "优先供地",
    basis: "区政府文件",
    ...more,
  });
  const offered = async (code: string, entry: Record<string, unknown>) => {
    const { status, body } = await desk.post("/policies", policy(entry));
    expect(status).toBe(201);
    const { policies } = await explained(code);
    expect((await desk.send("DELETE", `/policies/${body.id}`)).status).toBe(204);
    return policies.some(({ id }) => id === body.id);
  };

  test("hold from their first day to their last", async () => {
    const firm = await firmWith("r.grade = 'B'");
    expect(await offered(firm, {})).toBe(true);
    expect(await offered(firm, { validFrom: day(0), validTo: day(0) })).toBe(true);
    expect(await offered(firm, { validFrom: day(1) })).toBe(false);
    expect(await offered(firm, { validTo: day(-1) })).toBe(false);
  });

  test("for B are for firms without a grade for good reason too", async () => {
    const firm = await firmWith("r.grade = 'T'");
    expect(await offered(firm, {})).toBe(true);
    expect(await offered(firm, { grades: ["T"] })).toBe(true);
    expect(await offered(firm, { grades: ["A", "C"] })).toBe(false);
  });
});

test("a draft of an older year or of one size takes nothing off the public layers of the other", async () => {
  const graded = async () =>
    (
      await rows<{ size: string; year: number; firms: number }>(
        `select l.size, l.year, count(*)::integer as firms from latest_shown_run l join rating r on r.run_id = l.id
          group by 1, 2 order by 1`,
      )
    ).map(({ size, year, firms }) => [size, year, firms > 0]);
  expect(await graded()).toEqual([
    ["above_scale", 2025, true],
    ["below_scale", 2025, true],
  ]);
  const code = await firmWith("r.grade = 'A'");
  const feature = async () => {
    const answer = await fetch(`${desk.app.url}/ogc/collections/enterprises/items/${code}`);
    expect(answer.status).toBe(200);
    const { properties } = (await answer.json()) as { properties: Record<string, unknown> };
    return [properties.rating_year, properties.grade];
  };
  expect(await feature()).toEqual([2025, "A"]);
  // Of the smaller ones 2026 is published, of the larger not yet.
  await rows("update rating_run set year = 2026 where year = 2025 and size = 'below_scale'");
  expect(await graded()).toEqual([
    ["above_scale", 2025, true],
    ["below_scale", 2026, true],
  ]);
  expect(await feature()).toEqual([2025, "A"]);
  await rows("update rating_run set year = 2025 where year = 2026");
});

test("a parcel keeps a score below nothing", async () => {
  const scheme = await desk.schemeLike((one) => {
    one.deductions = [
      {
        name: { zh: "缺排放", en: "None" },
        points: 100,
        when: { missing: "rd" },
        provenance: one.provenance,
      },
    ];
    one.deductionMax = 100;
  });
  const { id } = await desk.rated({ year: 2025, scheme });
  const [found] = await rows<{ below: number; none: number }>(
    `select count(*) filter (where score < 0)::integer as below,
            count(*) filter (where score is null and grade in ('A', 'B', 'C', 'D'))::integer as none
       from parcel_rating where run_id = ?`,
    [id],
  );
  expect(found!.below).toBeGreaterThan(0);
  expect(found!.none).toBe(0);
});

test("a fixed baseline asks nothing of the year before", async () => {
  const scheme = await desk.shipped("sichuan-2020");
  const watch = { signal: new AbortController().signal, progress: () => {} };
  const read = (mode: "fixed" | "last_year") =>
    desk.database.knex.transaction((trx) =>
      readInputs(trx, { ...scheme, baseline: { ...scheme.baseline, mode } }, 2025, watch),
    );
  const [fixed, last] = [await read("fixed"), await read("last_year")];
  expect([fixed.before, last.before?.count]).toEqual([null, expect.any(Number)]);
  expect(fixed.land).toEqual(last.land);
});

describe("after the records have changed", () => {
  const codes: string[] = [];
  const before = new Map<string, RatingExplanation>();
  let run: number;

  beforeAll(async () => {
    ({ id: run } = await desk.rated({
      year: 2025,
      scheme: await desk.schemeLike((scheme) => {
        const { provenance } = scheme;
        scheme.bonuses = [
          { name: { zh: "链主", en: "Lead" }, points: 3, when: { title: "链主" }, provenance },
          { name: { zh: "小巨人", en: "Giant" }, points: 2, when: { title: "专精特新小巨人" }, provenance },
        ];
        scheme.deductions = [
          { name: { zh: "缺能耗", en: "No energy" }, points: 1, when: { missing: "energy" }, provenance },
        ];
        scheme.bonusMax = 10;
        scheme.deductionMax = 10;
      }),
    }));
    codes.push(
      await firmWith("r.grade = 'B' and e.titles && '{链主,专精特新小巨人}'"),
      await firmWith("r.grade = 'C' and y.vetoes <> '{}'"),
      await firmWith("r.grade = 'T'"),
      await firmWith("r.grade = 'N'"),
      await firmWith("r.score is not null and y.energy_tce is null"),
      await firmWith("r.score is not null and y.protections <> '{}' and y.vetoes = '{}'"),
    );
    for (const code of codes) before.set(code, await explained(code, run));
    await rows(
      `update enterprise_year set revenue_wan = 1, tax_wan = 2, value_added_wan = 3, staff = 4, energy_tce = 5, rd_wan = 6,
              investment_wan = 7, vetoes = '{environment}', exemptions = '{}', protections = '{}' where year = 2025`,
    );
    await rows("update enterprise set titles = '{}'");
    await rows("delete from occupation where from_date < '2024-01-01'");
  });

  test("the figures, facts and points of a run are those that it was made of", async () => {
    for (const code of codes) {
      const then = before.get(code)!;
      const { land, landAsOf, run: stale, policies, ...now } = await explained(code, run);
      const { land: _, landAsOf: asOf, run: fresh, policies: __, ...same } = then;
      expect(now).toEqual(same);
      expect([fresh.stale, asOf, stale.stale, landAsOf]).toEqual([false, "run", true, "today"]);
    }
    const [titled, barred, exempt, incomplete, lacking, guarded] = codes.map((code) => before.get(code)!);
    expect(titled!.figures.revenue).toBeGreaterThan(1);
    expect(titled!.bonuses.length).toBeGreaterThan(0);
    expect(barred!.vetoes).not.toEqual([]);
    expect(exempt!.exemptions).not.toEqual([]);
    expect(incomplete!.missing).not.toEqual([]);
    expect(lacking!.figures.energy).toBeNull();
    expect(lacking!.deductions).toMatchObject([{ points: 1 }]);
    expect(guarded!.protections).not.toEqual([]);
  });

  test("every figure is kept in its own place", async () => {
    const [row] = await rows<{ figures: (number | null)[] }>(
      "select figures from rating r join enterprise e on e.id = r.enterprise_id where run_id = ? and credit_code = ?",
      [run, codes[0]],
    );
    const { figures } = before.get(codes[0]!)!;
    expect(row!.figures).toEqual(KEPT_FIGURES.map((figure) => figures[figure]));
    expect(figures.land).toBe(before.get(codes[0]!)!.land_mu);
  });
});

test("those who save a scheme at once each follow the other in the record", async () => {
  const definition = await desk.shipped("sichuan-2020");
  const key = "at-once";
  const saved = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((bonusMax) =>
      desk.post("/schemes", { key, definition: { ...definition, bonusMax }, by: "测试" }),
    ),
  );
  expect(saved.map(({ status }) => status)).toEqual(saved.map(() => 201));
  const records = await rows<{ before: { version: number } | null; after: { version: number } }>(
    "select before, after from audit where action = 'rating_scheme.create' and subject like ? order by id",
    [`rating_scheme ${key} %`],
  );
  expect(records.map(({ before }) => before?.version ?? 0).sort()).toEqual([0, 1, 2, 3, 4, 5]);
  for (const { before, after } of records) expect(after.version).toBe((before?.version ?? 0) + 1);
});
