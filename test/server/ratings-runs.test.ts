import type { Knex } from "knex";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GradeLetter } from "../../domain/api/ratings/grades.ts";
import { JobList, RatingJob, RunList } from "../../domain/api/ratings/runs.ts";
import { databaseKind } from "../setup/place.ts";
import { openRatingDesk, type RatingDesk } from "../setup/rating-desk.ts";

let desk: RatingDesk;

beforeAll(async () => {
  desk = await openRatingDesk();
});
afterAll(() => desk.close());

describe("the demonstration city", () => {
  test("comes with a published run for every year and size", async () => {
    const { body } = await desk.get("/runs");
    const { runs } = RunList.parse(body);
    expect(body).toEqual(RunList.parse(body));
    expect(runs.map(({ year, size }) => `${year} ${size}`)).toEqual(
      [2025, 2024, 2023, 2022, 2021].flatMap((year) => [`${year} above_scale`, `${year} below_scale`]),
    );
    for (const run of runs)
      expect(run).toMatchObject({ state: "published", shown: true, stale: false, synthetic: true });
    expect(runs[0]).toMatchObject({ noticeUntil: "2026-05-07", firms: 2300 });
  });

  test("its runs agree with what is stored of their firms", async () => {
    for (const { id, firms, tallies } of (await desk.get("/runs")).body.runs) {
      const rows = await desk.database
        .knex("rating")
        .where({ run_id: id })
        .groupBy("grade")
        .select<{ grade: GradeLetter; firms: number; land_mu: number }[]>(
          "grade",
          desk.database.knex.raw("count(*) as firms, sum(land_mu) as land_mu"),
        );
      expect(rows.reduce((all, row) => all + row.firms, 0)).toBe(firms);
      for (const { grade, firms: graded, land_mu } of rows) {
        expect(tallies[grade].firms).toBe(graded);
        expect(tallies[grade].land_mu).toBeCloseTo(land_mu, 1);
      }
    }
  });
});

describe("a run", () => {
  test("is a draft that names its scheme's version, what it read, and who made it", async () => {
    const before = await desk.count("audit");
    const run = await desk.rated({ year: 2025, scheme: "huaian-2024", by: "张三", note: "试算" });
    expect(run).toMatchObject({
      state: "draft",
      shown: false,
      stale: false,
      createdBy: "张三",
      note: "试算",
      baseYear: 2024,
      scheme: { key: "huaian-2024", version: 1 },
    });
    const summed = Object.values(run.tallies).reduce((all, { firms }) => all + firms, 0);
    expect(summed).toBe(run.firms);
    expect(await desk.database.knex("rating").where({ run_id: run.id }).count().first()).toEqual({
      count: run.firms,
    });
    expect(await desk.count("audit")).toBe(before + 1);
    expect(await desk.database.knex("audit").orderBy("id", "desc").first()).toMatchObject({
      action: "rating_run.create",
      subject: `rating_run ${run.id}`,
      after: { year: 2025, by: "张三" },
    });
  });

  test("of the same data comes out the same to the last digit", async () => {
    const [one, two] = [
      await desk.rated({ year: 2024, scheme: "zhejiang-style" }),
      await desk.rated({ year: 2024, scheme: "zhejiang-style" }),
    ];
    const digest = async (id: number) => {
      const parts = ["rating", "parcel_rating", "park_rating"].map(
        (table) =>
          `(select md5(string_agg(row, '' order by row)) from (select (to_jsonb(t) - 'run_id')::text as row from ${table} t where run_id = :id) r)`,
      );
      const { rows } = await desk.database.knex.raw(
        `select ${parts.map((part, i) => `${part} as p${i}`).join(", ")}`,
        { id },
      );
      return rows[0];
    };
    expect(await digest(one.id)).toEqual(await digest(two.id));
    expect({ ...one, id: 0, createdAt: "" }).toEqual({ ...two, id: 0, createdAt: "" });
  });

  test("is out of date as soon as what it read has changed, and not when something else has", async () => {
    const { id } = await desk.rated({ year: 2022, scheme: "sichuan-small" });
    const stale = async () => (await desk.get(`/runs/${id}`)).body.stale;
    await desk.database.knex.raw("update land_transfer set price_wan = price_wan");
    expect(await stale()).toBe(false);
    await desk.database.knex.raw(
      "update enterprise_year set staff = staff where year = 2021 and enterprise_id = 1",
    );
    expect(await stale()).toBe(true);
  });

  test("scores are the sum of their items, bonuses and deductions", async () => {
    const run = await desk.rated({ year: 2025, scheme: "huaian-2024" });
    const { rows } = await desk.database.knex.raw(
      `select max(abs(score - (select sum(x) from unnest(item_scores) x) - extra)) as off
         from rating where run_id = ? and score is not null`,
      [run.id],
    );
    expect(rows[0].off).toBeLessThan(2e-6);
  });
});

describe("a job", () => {
  const async = { Prefer: "respond-async" };

  const until = async (id: string, reached: (job: RatingJob) => boolean): Promise<RatingJob> => {
    for (;;) {
      const { body } = await desk.get(`/jobs/${id}`);
      const job = RatingJob.parse(body);
      if (reached(job)) return job;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  test("can be followed to its run", async () => {
    const { status, headers, body } = await desk.post(
      "/runs",
      { year: 2023, scheme: "zhejiang-style" },
      async,
    );
    expect(status).toBe(202);
    expect(headers.get("location")).toBe(`/api/ratings/jobs/${body.id}`);
    expect(headers.get("preference-applied")).toBe("respond-async");
    const seen: number[] = [];
    const done = await until(body.id, (job) => {
      seen.push(job.progress);
      return job.state !== "running";
    });
    expect(done).toMatchObject({ state: "done", step: "done", progress: 1, problem: null });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect((await desk.get(`/runs/${done.run}`)).body).toMatchObject({ year: 2023, state: "draft" });
  });

  test("that is cancelled leaves nothing", async () => {
    const before = await desk.stored();
    const { body } = await desk.post("/runs", { year: 2025, scheme: "sichuan-2020" }, async);
    await until(body.id, ({ step }) => step === "storing");
    const { body: cancelled } = await desk.send("DELETE", `/jobs/${body.id}`);
    expect(RatingJob.parse(cancelled)).toMatchObject({ state: "cancelled", run: null });
    expect(await desk.stored()).toEqual(before);
  });

  test("that waits for its turn is cancelled at once, and its subject is free again", async () => {
    const first = await desk.post("/runs", { year: 2025, scheme: "sichuan-2020" }, async);
    const order = { year: 2024, scheme: "sichuan-2020" };
    const second = await desk.post("/runs", order, async);
    const { body: cancelled } = await desk.send("DELETE", `/jobs/${second.body.id}`);
    expect(cancelled).toMatchObject({ state: "cancelled", run: null });
    expect((await desk.get(`/jobs/${first.body.id}`)).body.state).toBe("running");
    const again = await desk.post("/runs", order, async);
    expect(again.status).toBe(202);
    for (const { body } of [first, again])
      expect(await until(body.id, ({ state }) => state !== "running")).toMatchObject({ state: "done" });
  });

  test("is listed with what was asked for, for whoever has lost its number", async () => {
    const order = { year: 2022, scheme: "sichuan-2020", by: "李四" };
    const { body } = await desk.post("/runs", order, async);
    const listed = JobList.parse((await desk.get("/jobs")).body);
    expect(listed.jobs[0]).toMatchObject({ id: body.id, order, state: "running" });
    await until(body.id, ({ state }) => state !== "running");
    const { body: later } = await desk.get("/jobs");
    expect(later.jobs[0]).toMatchObject({ id: body.id, state: "done" });
    expect(later.jobs.length).toBeGreaterThan(1);
  });

  /** Keeps what is to be stored waiting until others have written; the embedded database has one writer at a time anyway. */
  async function whileStoring(meanwhile: (knex: Knex) => Promise<unknown>): Promise<RatingJob> {
    const { knex, kind } = desk.database;
    const begin = async () =>
      (await desk.post("/runs", { year: 2025, scheme: "zhejiang-style" }, async)).body;
    const storing = ({ step }: RatingJob) => step === "storing" || step === "done";
    let job: RatingJob;
    if (kind === "embedded") {
      job = await begin();
      await until(job.id, storing);
      await meanwhile(knex);
    } else {
      const trx = await knex.transaction();
      await trx.raw("lock table rating in share mode");
      job = await begin();
      await until(job.id, storing);
      await meanwhile(trx);
      await trx.commit();
    }
    return until(job.id, ({ state }) => state !== "running");
  }

  test("is stored whatever others write meanwhile, and is then out of date", async () => {
    const drafted = await desk.rated({ year: 2023, scheme: "sichuan-2020" });
    const done = await whileStoring(async (knex) => {
      await knex("rating_run").where({ id: drafted.id }).update({ note: "meanwhile" });
      await knex.raw("update enterprise_year set staff = staff where year = 2021 and enterprise_id = 2");
    });
    expect(done).toMatchObject({ state: "done", problem: null });
    expect((await desk.get(`/runs/${done.run}`)).body).toMatchObject({ state: "draft", stale: true });
  });

  test.skipIf(databaseKind === "embedded")(
    "of firms that are taken away meanwhile leaves nothing",
    async () => {
      const before = await desk.stored();
      const failed = await whileStoring(async (knex) => {
        await knex.raw(
          `delete from enterprise where id = (
             select max(enterprise_id) from enterprise_year where year = 2025 and above_scale
                and enterprise_id not in (select counterparty_id from occupation where counterparty_id is not null))`,
        );
      });
      expect(failed).toMatchObject({ state: "failed", run: null, problem: { status: 409 } });
      expect(failed.problem?.zh).toMatch(/重新评价/);
      expect((await desk.stored()).rating_run).toEqual(before.rating_run);
    },
  );

  test("ends when the client that waited for it has gone", async () => {
    const before = await desk.stored();
    const leaving = new AbortController();
    const waiting = fetch(desk.url("/runs"), {
      method: "POST",
      headers: { ...desk.writer.token, "Content-Type": "application/json" },
      body: JSON.stringify({ year: 2025, scheme: "sichuan-2020" }),
      signal: leaving.signal,
    });
    setTimeout(() => leaving.abort(), 100);
    await expect(waiting).rejects.toThrow();
    // The next one of its kind waits for its turn, so it begins when the other has ended.
    let next = await desk.post("/runs", { year: 2025, scheme: "sichuan-small" });
    while (next.status === 409) next = await desk.post("/runs", { year: 2025, scheme: "sichuan-small" });
    expect(next.status).toBe(201);
    expect((await desk.stored()).rating_run).toBe(Number(before.rating_run) + 1);
  });

  test("is the only one of its scheme and year", async () => {
    const first = await desk.post("/runs", { year: 2021, scheme: "sichuan-2020" }, async);
    const second = await desk.post("/runs", { year: 2021, scheme: "sichuan-2020" }, async);
    expect(second).toMatchObject({ status: 409, body: { type: "urn:mutu:problem:conflict" } });
    expect(second.body.zh).toMatch(/2021/);
    expect((await until(first.body.id, ({ state }) => state !== "running")).state).toBe("done");
  });

  test("that fails says what the request would have answered", async () => {
    const { body } = await desk.post("/runs", { year: 2030, scheme: "sichuan-2020" }, async);
    const failed = await until(body.id, ({ state }) => state !== "running");
    expect(failed).toMatchObject({
      state: "failed",
      run: null,
      problem: { status: 422, errors: [{ field: "year" }] },
    });
  });

  test("of another name is not there", async () => {
    expect((await desk.get("/jobs/nothing")).status).toBe(404);
    expect((await desk.send("DELETE", "/jobs/00000000-0000-4000-8000-000000000000")).status).toBe(404);
  });
});
