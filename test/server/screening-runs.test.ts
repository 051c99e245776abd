import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ScreeningJob, ScreeningJobList, ScreeningRun } from "../../domain/api/screening.ts";
import type { Database } from "../../server/db/connect.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { freshDatabase } from "../setup/database.ts";
import { type Writer, writerOn } from "../setup/writer.ts";

/** Screenings as they are made and published. */

let database: Database;
let app: RunningApp;
let writer: Writer;
beforeAll(async () => {
  database = await freshDatabase("demonstration");
  app = await startApp(database);
  writer = await writerOn(database.knex);
});
afterAll(async () => {
  await app.stop();
  await database.close();
});

async function send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}/api/screening${path}`, {
    method,
    headers: { ...writer.token, ...(body && { "Content-Type": "application/json" }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}

async function screened(order: object): Promise<ScreeningRun> {
  const { status, body } = await send("POST", "/runs", order);
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body).toEqual(ScreeningRun.parse(body));
  return body;
}

const count = async (table: string) => Number((await database.knex(table).count().first())?.count);
const stored = async () =>
  Object.fromEntries(
    await Promise.all(
      ["screening_run", "finding", "scattered_group", "potential", "audit"].map(
        async (table) => [table, await count(table)] as const,
      ),
    ),
  );

async function ended(id: string): Promise<ScreeningJob> {
  for (;;) {
    const job = ScreeningJob.parse((await send("GET", `/jobs/${id}`)).body);
    if (job.state !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What a run found, whatever its numbers inside the database are. */
const digest = async (run: number) => {
  const { rows } = await database.knex.raw(
    `select md5(string_agg(concat_ws('|', parcel_id, kind, rules, since, evidence), ';' order by parcel_id, kind)) as findings,
            (select md5(string_agg(concat_ws('|', number, parcels, area_m2, nearest_park_id, gain, ST_AsText(geom)), ';' order by number))
               from scattered_group where run_id = :run) as groups,
            (select md5(string_agg((t.*)::text, ';' order by parcel_id))
               from (select parcel_id, floor_low_m2, floor_high_m2, output_low_wan, output_high_wan, far, mean_per_mu
                       from potential where run_id = :run) t) as potential
       from finding where run_id = :run`,
    { run },
  );
  return rows[0];
};

describe("a screening", () => {
  test("is a draft, named after who made it, and kept in the audit", async () => {
    const run = await screened({ referenceDate: "2024-06-30", note: "试算" });
    expect(run).toMatchObject({
      state: "draft",
      shown: false,
      stale: false,
      synthetic: true,
      createdBy: "测试",
      note: "试算",
      thresholds: { idle_months: 12 },
    });
    expect(await database.knex("audit").orderBy("id", "desc").first()).toMatchObject({
      action: "screening_run.create",
      subject: `screening_run ${run.id}`,
      account_id: writer.id,
    });
    expect((await send("GET", `/runs/${run.id}`)).body).toEqual(run);
    // One of earlier rules knew fewer thresholds.
    await database.knex.raw(
      "update screening_run set rules = rules #- '{thresholds,upstairs_far}' where id = ?",
      [run.id],
    );
    expect((await send("GET", `/runs/${run.id}`)).body).toEqual(run);
  });

  test("of the same day finds the same to the last byte, the shown one too", async () => {
    const { id } = await screened({ referenceDate: "2025-12-31" });
    const [shown] = await database.knex("screening_run").where({ state: "published" });
    expect(await digest(id)).toEqual(await digest(shown.id));
  });

  test("with other thresholds finds otherwise", async () => {
    const usual = await screened({ referenceDate: "2025-12-31" });
    const milder = await screened({ referenceDate: "2025-12-31", thresholds: { idle_months: 24 } });
    expect(milder.thresholds).toMatchObject({ idle_months: 24, stalled_months: 12 });
    expect(milder.tallies.idle.parcels).toBeLessThan(usual.tallies.idle.parcels);
    const evidence = await database
      .knex("finding")
      .where({ run_id: milder.id })
      .whereRaw("'idle_not_started' = any(rules)")
      .first();
    expect(evidence.evidence[0].limits).toEqual({ idle_months: 24 });
  });

  test.each([
    [{ referenceDate: "2025-02-30" }, "referenceDate"],
    [{ referenceDate: "2025-01-01", thresholds: { idle_months: 0 } }, "thresholds.idle_months"],
    [{ referenceDate: "2025-01-01", thresholds: { luck: 1 } }, "thresholds.luck"],
  ])("of %j is refused", async (order, field) => {
    const before = await stored();
    const { status, body } = await send("POST", "/runs", order);
    expect(status).toBe(422);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect(await stored()).toEqual(before);
  });

  test("is out of date as soon as a parcel has changed", async () => {
    const { id } = await screened({ referenceDate: "2023-12-31" });
    await database.knex.raw("update parcel set holder = holder where id = (select min(id) from parcel)");
    expect((await send("GET", `/runs/${id}`)).body.stale).toBe(true);
  });
});

describe("a job", () => {
  const async = { Prefer: "respond-async" };

  test("can be followed to its run", async () => {
    const { status, headers, body } = await send("POST", "/runs", { referenceDate: "2022-12-31" }, async);
    expect(status).toBe(202);
    expect(headers.get("location")).toBe(`/api/screening/jobs/${body.id}`);
    const done = await ended(body.id);
    expect(done).toMatchObject({ state: "done", progress: 1, problem: null });
    expect((await send("GET", `/runs/${done.run}`)).body).toMatchObject({ referenceDate: "2022-12-31" });
    const { jobs } = ScreeningJobList.parse((await send("GET", "/jobs")).body);
    expect(jobs[0]).toMatchObject({ id: body.id, order: { referenceDate: "2022-12-31" } });
  });

  test("that is cancelled leaves nothing, and a second of its kind is refused until then", async () => {
    const before = await stored();
    const order = { referenceDate: "2021-12-31" };
    const { body } = await send("POST", "/runs", order, async);
    expect((await send("POST", "/runs", order, async)).status).toBe(409);
    expect((await send("DELETE", `/jobs/${body.id}`)).body).toMatchObject({ state: "cancelled", run: null });
    expect(await stored()).toEqual(before);
  });
});

describe("publication", () => {
  test("shows the one of the latest day, and withdrawal the one before", async () => {
    const shown = async () => (await send("GET", "/summary")).body.referenceDate;
    const { id } = await screened({ referenceDate: "2026-06-30" });
    expect(await shown()).toBe("2025-12-31");
    const published = await send("POST", `/runs/${id}/publish`);
    expect(published.body).toMatchObject({ state: "published", shown: true });
    expect(await shown()).toBe("2026-06-30");
    expect((await send("POST", `/runs/${id}/publish`)).status).toBe(409);
    expect((await send("DELETE", `/runs/${id}`)).status).toBe(409);
    expect((await send("POST", `/runs/${id}/withdraw`)).body).toMatchObject({
      state: "withdrawn",
      shown: false,
    });
    expect(await shown()).toBe("2025-12-31");
    expect((await send("POST", `/runs/${id}/withdraw`)).status).toBe(409);
  });

  test("a draft can be taken away, with all that it found, and is not published before its day", async () => {
    const before = await stored();
    const { id } = await screened({ referenceDate: "2099-12-31" });
    const early = await send("POST", `/runs/${id}/publish`);
    expect(early.status).toBe(409);
    expect(early.body.zh).toContain("尚未到来");
    expect((await send("DELETE", `/runs/${id}`)).status).toBe(204);
    const after = await stored();
    expect({ ...after, audit: 0 }).toEqual({ ...before, audit: 0 });
    expect(after.audit).toBe((before.audit ?? 0) + 2);
    expect((await send("GET", `/runs/${id}`)).status).toBe(404);
  });

  test("a planner makes drafts and doesn't publish; nobody unknown does either", async () => {
    const planner = await writerOn(database.knex, { name: "规划", role: "planner" });
    const made = await send("POST", "/runs", { referenceDate: "2019-12-31" }, planner.token);
    expect(made.status).toBe(201);
    expect((await send("POST", `/runs/${made.body.id}/publish`, undefined, planner.token)).status).toBe(403);
    const unknown = await fetch(`${app.url}/api/screening/runs`, { method: "POST" });
    expect(unknown.status).toBe(401);
  });
});

test("a parcel that is in a case shows its state in the list and on the map", async () => {
  const [some] = (await send("GET", "/candidates?kind=idle&limit=1&state=none")).body.candidates;
  await database.knex.raw(
    `insert into "case" (parcel_id, kind, synthetic) select id, 'idle', true from parcel where parcel_code = ?`,
    [some.parcel_code],
  );
  const { body } = await send("GET", `/candidates?q=${some.parcel_code}`);
  expect(body.candidates[0]).toMatchObject({ case_state: "suspected" });
  const layer = `${app.url}/ogc/collections/idle-candidates/items/${some.parcel_code}`;
  const feature = await (await fetch(layer)).json();
  expect(feature.properties).toMatchObject({ case_state: "suspected", kind: "idle", days: some.days });
});
