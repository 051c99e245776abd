import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PolicyList } from "../../domain/api/ratings/policies.ts";
import { RatingResponse, ResponseList } from "../../domain/api/ratings/responses.ts";
import { RatingRun } from "../../domain/api/ratings/runs.ts";
import { openRatingDesk, type RatingDesk } from "../setup/rating-desk.ts";

let desk: RatingDesk;

beforeAll(async () => {
  desk = await openRatingDesk();
});
afterAll(() => desk.close());

const lastAudit = () => desk.database.knex("audit").orderBy("id", "desc").first();
const today = () => new Date().toLocaleDateString("sv", { timeZone: "Asia/Shanghai" });

async function shown(year: number, size: string): Promise<number | undefined> {
  const { body } = await desk.get(`/runs?year=${year}&size=${size}`);
  return body.runs.find((run: { shown: boolean }) => run.shown)?.id;
}

const layerTag = async (layer: string) =>
  (await fetch(`${desk.app.url}/ogc/collections/${layer}/items?limit=1`)).headers.get("etag");

describe("a draft", () => {
  test("is what the map shows once it is published; after its withdrawal the one before is", async () => {
    const earlier = await shown(2025, "above_scale");
    const { id } = await desk.rated({ year: 2025, scheme: "huaian-2024" });
    const tag = await layerTag("enterprises");
    expect(await shown(2025, "above_scale")).toBe(earlier);

    const published = await desk.post(`/runs/${id}/publish`, { noticeDays: 10 });
    expect(published.status).toBe(200);
    expect(published.body).toEqual(RatingRun.parse(published.body));
    expect(published.body).toMatchObject({ state: "published", shown: true });
    const days = (Date.parse(published.body.noticeUntil) - Date.parse(today())) / 86_400_000;
    expect(days).toBe(10);
    expect(await lastAudit()).toMatchObject({
      action: "rating_run.publish",
      subject: `rating_run ${id}`,
      before: { state: "draft" },
      after: { state: "published" },
    });
    expect(await shown(2025, "above_scale")).toBe(id);
    const shownTag = await layerTag("enterprises");
    expect(shownTag).not.toBe(tag);

    const withdrawn = await desk.post(`/runs/${id}/withdraw`, { because: "数据有误" });
    expect(withdrawn.body).toMatchObject({
      state: "withdrawn",
      shown: false,
      withdrawnBecause: "数据有误",
      publishedAt: published.body.publishedAt,
    });
    expect(await shown(2025, "above_scale")).toBe(earlier);
    expect(await layerTag("enterprises")).not.toBe(shownTag);
    expect((await desk.get(`/runs/${id}`)).status).toBe(200);
  });

  test("takes each step once, in order", async () => {
    const { id } = await desk.rated({ year: 2024, scheme: "huaian-2024" });
    expect(await desk.post(`/runs/${id}/withdraw`, { because: "x" })).toMatchObject({ status: 409 });
    const both = await Promise.all([
      desk.post(`/runs/${id}/publish`, {}),
      desk.post(`/runs/${id}/publish`, {}),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
      type: "urn:mutu:problem:conflict",
      zh: expect.stringContaining("已公布"),
    });
    expect((await desk.send("DELETE", `/runs/${id}`)).body.detail).toMatch(/withdraw it instead/);
    expect((await desk.post(`/runs/${id}/withdraw`, {})).body.errors[0].field).toBe("because");
    expect((await desk.post(`/runs/${id}/withdraw`, { because: "完" })).status).toBe(200);
    for (const step of ["publish", "withdraw"])
      expect(
        (await desk.post(`/runs/${id}/${step}`, { ...(step === "withdraw" && { because: "x" }) })).status,
      ).toBe(409);
  });

  test("can be taken away, with all that belongs to it", async () => {
    const before = await desk.stored();
    const { id } = await desk.rated({ year: 2024, scheme: "sichuan-small" });
    expect((await desk.send("DELETE", `/runs/${id}`)).status).toBe(204);
    expect(await lastAudit()).toMatchObject({
      action: "rating_run.remove",
      before: { year: 2024 },
      after: null,
    });
    expect(await desk.stored()).toEqual({ ...before, audit: Number(before.audit) + 2 });
    expect((await desk.send("DELETE", `/runs/${id}`)).status).toBe(404);
  });

  test.each(["/runs/999999", "/runs/x", "/runs/0"])("is not there at %s", async (path) => {
    expect((await desk.get(path)).status).toBe(404);
    expect((await desk.post(`${path}/publish`, {})).status).toBe(404);
    expect((await desk.get(`${path}/responses`)).status).toBe(404);
  });
});

describe("while the notice lasts", () => {
  let run: number;
  let firm: string;

  beforeAll(async () => {
    ({ id: run } = await desk.rated({ year: 2023, scheme: "huaian-2024" }));
    await desk.post(`/runs/${run}/publish`, {});
    const row = await desk.database
      .knex("rating")
      .join("enterprise", "enterprise.id", "rating.enterprise_id")
      .where({ run_id: run, grade: "C" })
      .orderBy("credit_code")
      .first("credit_code");
    firm = row.credit_code;
  });

  const objection = (more: Record<string, unknown> = {}) => ({
    creditCode: firm,
    kind: "objection",
    raisedOn: today(),
    raisedBy: "企业代表",
    statement: "用地面积有误",
    ...more,
  });
  const respond = (response: Record<string, unknown>, to = run) =>
    desk.post(`/runs/${to}/responses`, response);

  test("a firm confirms once", async () => {
    const confirmation = { ...objection(), kind: "confirmation", statement: "" };
    const { status, body } = await respond(confirmation);
    expect(status).toBe(201);
    expect(body).toEqual(RatingResponse.parse(body));
    expect(await lastAudit()).toMatchObject({
      action: "rating_response.create",
      subject: `rating_response ${body.id}`,
    });
    expect(await respond(confirmation)).toMatchObject({
      status: 409,
      body: { zh: expect.stringContaining(firm) },
    });
    expect((await desk.get(`/runs/${run}`)).body.confirmations).toBe(1);
    expect((await desk.post(`/responses/${body.id}/decision`, decision())).status).toBe(409);
  });

  const decision = (more: Record<string, unknown> = {}) => ({
    outcome: "accepted",
    note: "已核实",
    decidedOn: today(),
    decidedBy: "王五",
    ...more,
  });

  test("an objection is decided once, and a later run changes nothing of it", async () => {
    const { body: raised } = await respond(objection());
    expect((await desk.get(`/runs/${run}/responses?open=true`)).body.responses).toEqual([raised]);
    const early = await desk.post(`/responses/${raised.id}/decision`, decision({ decidedOn: "2020-01-01" }));
    expect([early.status, early.body.errors[0].field]).toEqual([422, "decidedOn"]);
    const late = await desk.post(`/responses/${raised.id}/decision`, decision({ decidedOn: "2099-01-01" }));
    expect([late.status, late.body.errors[0].field]).toEqual([422, "decidedOn"]);
    const both = await Promise.all(
      ["accepted", "rejected"].map((outcome) =>
        desk.post(`/responses/${raised.id}/decision`, decision({ outcome })),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await desk.get(`/runs/${run}/responses?creditCode=${firm}`);
    expect(body).toEqual(ResponseList.parse(body));
    await desk.rated({ year: 2023, scheme: "huaian-2024" });
    expect((await desk.get(`/runs/${run}/responses?creditCode=${firm}`)).body).toEqual(body);
    expect((await desk.get(`/runs/${run}`)).body.objections.open).toBe(0);
  });

  test("only then, only from firms of the run, and with a reason", async () => {
    const wrong = async (response: Record<string, unknown>, field: string) => {
      const { status, body } = await respond(response);
      expect([status, body.errors?.[0].field], JSON.stringify(body)).toEqual([422, field]);
    };
    await wrong(objection({ raisedOn: "2020-01-01" }), "raisedOn");
    await wrong(objection({ raisedOn: "2099-01-01" }), "raisedOn");
    await wrong(objection({ raisedOn: "2026-02-30" }), "raisedOn");
    await wrong(objection({ creditCode: "0".repeat(18) }), "creditCode");
    await wrong(objection({ statement: " " }), "statement");
    const { id: draft } = await desk.rated({ year: 2023, scheme: "sichuan-small" });
    expect((await respond(objection(), draft)).status).toBe(409);
    expect((await respond(objection(), 999_999)).status).toBe(404);
  });
});

describe("policy entries", () => {
  test("come with their clause, and none of them names a price", async () => {
    const { body } = await desk.get("/policies");
    expect(body).toEqual(PolicyList.parse(body));
    const here = body.policies.filter(({ scope }: { scope: string }) => scope === "here");
    expect(here.length).toBeGreaterThanOrEqual(3);
    for (const { source, measure, basis } of body.policies) {
      expect(`${measure}${basis}`).not.toMatch(/\d+(\.\d+)?\s*元/);
      if (source) {
        const passage = await fetch(`${desk.app.url}/api/sources/${source.file}?line=${source.line}`);
        const { lines } = await passage.json();
        const text = lines
          .map((line: { text: string }) => line.text)
          .join("")
          .replace(/\s/g, "");
        expect(text).toContain(source.evidence);
      }
    }
    expect(here.every(({ source }: { source: unknown }) => source !== null)).toBe(true);
  });

  test("are added and taken away again, except for those that came with the program", async () => {
    const policy = {
      field: "land",
      grades: ["B", "A"],
      measure: "优先供地",
      basis: "区政府文件",
      validFrom: "2026-01-01",
    };
    const added = await desk.post("/policies", policy);
    expect(added).toMatchObject({
      status: 201,
      body: { ...policy, grades: ["A", "B"], shipped: false, scope: "here" },
    });
    expect((await desk.send("DELETE", `/policies/${added.body.id}`)).status).toBe(204);
    expect(await lastAudit()).toMatchObject({ action: "allocation_policy.remove", after: null });
    expect((await desk.send("DELETE", `/policies/${added.body.id}`)).status).toBe(404);
    const [shipped] = (await desk.get("/policies")).body.policies;
    expect((await desk.send("DELETE", `/policies/${shipped.id}`)).status).toBe(409);
    const backwards = await desk.post("/policies", { ...policy, validTo: "2025-01-01" });
    expect([backwards.status, backwards.body.errors[0].field]).toEqual([422, "validTo"]);
  });
});
