import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CasePage } from "../../domain/api/cases.ts";
import { type CaseDesk, openCaseDesk, TODAY, WHOLE_WAY } from "../setup/case-desk.ts";

let desk: CaseDesk;

beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const count = async (table: string) => Number((await desk.knex(table).count().first())?.count);

describe("opening", () => {
  test("a parcel is flagged with a reason, audited, and answered where it can be found", async () => {
    const { code } = await desk.freeParcel();
    const answer = await desk.post("", { parcelCode: code, kind: "inefficient", reason: "厂房长期空置" });
    const made = desk.caseOf(answer, 201);
    expect(answer.headers.get("location")).toBe(`/api/cases/${made.id}`);
    expect(made).toMatchObject({ state: "suspected", version: 1, parcel_code: code, reason: "厂房长期空置" });
    expect(made.events).toMatchObject([{ kind: "opened", by: { displayName: "city" }, to: "suspected" }]);
    expect(made.steps).toEqual(["verify", "reject"]);
    const [entry] = await desk.knex("audit").where({ subject: `case ${made.id}` });
    expect(entry).toMatchObject({ action: "case.open", account_id: desk.officers.city.id, before: null });
  });

  test("one open case of a kind a parcel: the second is told which", async () => {
    const first = await desk.opened();
    const again = { parcelCode: first.parcel_code, kind: "idle", reason: "再次反映" };
    const { status, body } = await desk.post("", again);
    expect(status).toBe(409);
    expect(body.detail).toContain(`Case ${first.id}`);
    expect(body.zh).toContain(`第 ${first.id} 号`);
    expect(body.current.id).toBe(first.id);
    desk.caseOf(await desk.post("", { ...again, kind: "scattered" }), 201);
    // Idle land is not inefficient, too.
    const excluded = await desk.post("", { ...again, kind: "inefficient" });
    expect(excluded).toMatchObject({ status: 409, body: { current: { id: first.id } } });
    expect(excluded.body.zh).toContain("互斥");
    const rejected = await desk.led(first, [{ step: "reject", note: "已开工" }]);
    desk.caseOf(await desk.post("", { ...again, kind: "inefficient" }), 201);
    expect((await desk.step(rejected, { step: "reopen", note: "重办" })).status).toBe(409);
  });

  test("two who flag one parcel at the same moment open one case", async () => {
    const { code } = await desk.freeParcel();
    const order = { parcelCode: code, kind: "idle", reason: "同时" };
    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.post("", order)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  test.each([
    ["a parcel that is not there", { parcelCode: "5101140010010GB0000".slice(0, 19) }, "parcelCode"],
    ["no reason and no finding", { kind: "scattered", reason: "" }, "reason"],
    ["somebody who is not there", { assigneeId: 999_999 }, "assigneeId"],
  ])("refused by field: %s", async (_what, change, field) => {
    const { code } = await desk.freeParcel();
    const before = await count("case");
    const inPark = "select parcel_code as code from parcel where park_share = 1 order by 1 limit 1";
    const { rows } = await desk.knex.raw<{ rows: [{ code: string }] }>(inPark);
    const parcelCode = field === "reason" ? rows[0].code : code;
    const order = { parcelCode, kind: "idle", reason: "有", ...change };
    const { status, body } = await desk.post("", order);
    expect(status, JSON.stringify(body)).toBe(422);
    expect(body.errors[0].field).toBe(field);
    expect(body.zh).toMatch(/\p{Script=Han}/u);
    expect(await count("case")).toBe(before);
  });

  test("an officer of a district flags there, and nowhere else; a case is given to who works there", async () => {
    const { xindu, wenjiang, viewer, city } = desk.officers;
    const { code } = await desk.freeParcel();
    const order = { parcelCode: code, kind: "idle", reason: "巡查" };
    expect((await desk.post("", order, null)).status).toBe(401);
    expect((await desk.post("", order, viewer)).status).toBe(403);
    expect((await desk.post("", order, wenjiang)).status).toBe(403);
    const toStranger = await desk.post("", { ...order, assigneeId: wenjiang.id }, xindu);
    expect(toStranger.body.errors[0].field).toBe("assigneeId");
    const [nobody] = await desk.knex("account").where({ synthetic: true, role: "city_officer" });
    for (const { id } of [viewer, nobody])
      expect((await desk.post("", { ...order, assigneeId: id }, xindu)).status).toBe(422);
    const made = desk.caseOf(await desk.post("", { ...order, assigneeId: city.id }, xindu), 201);
    expect(made.assignee).toEqual({ id: city.id, displayName: "city" });
  });
});

describe("steps", () => {
  test("from suspicion to the end, and open again", async () => {
    const start = await desk.opened();
    const closed = await desk.led(start, WHOLE_WAY(start.area_m2));
    expect(closed).toMatchObject({
      ...{ state: "closed", version: 5, cause: "firm", disposal: "recovery_without_pay" },
      ...{ verifiedOn: TODAY, decidedOn: TODAY, dueOn: "2099-12-31", revived_area_m2: start.area_m2 / 2 },
    });
    expect(closed.closedAt).not.toBeNull();
    expect(closed.deadline).toBeNull();
    expect(closed.events.map(({ step, from, to }) => [step, from, to]).slice(1)).toEqual([
      ["verify", "suspected", "verified"],
      ["decide", "verified", "decided"],
      ["begin", "decided", "in_progress"],
      ["close", "in_progress", "closed"],
    ]);
    expect(closed.events[1]).toMatchObject({ note: "现场核查未动工", detail: { on: TODAY, cause: "firm" } });
    const again = desk.caseOf(await desk.step(closed, { step: "reopen", note: "复垦未落实" }));
    expect(again).toMatchObject({ state: "verified", closedAt: null, disposal: null, cause: "firm" });
  });

  test("a decided case looks to the end of its disposal", async () => {
    const start = await desk.opened();
    const decided = await desk.led(start, WHOLE_WAY(start.area_m2).slice(0, 2));
    expect(decided.deadline).toMatchObject({ what: "disposal_due", day: "2099-12-31" });
    expect(decided.overdue).toBe(false);
    expect(decided.deadlines.map(({ what }) => what)).toContain("two_years");
  });

  test("what a step lacks or the state forbids is told by field in both languages and stores nothing", async () => {
    const start = await desk.opened();
    const events = await count("case_event");
    for (const [order, field] of [
      [{ step: "verify", on: TODAY }, "cause"],
      [{ step: "verify", on: "2999-01-01", cause: "firm" }, "on"],
      [{ step: "decide", on: TODAY }, "step"],
      [{ step: "reject" }, "note"],
    ] as const) {
      const { status, body } = await desk.step(start, order);
      expect(status, JSON.stringify(body)).toBe(422);
      expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
      expect(body.zh).toMatch(/\p{Script=Han}/u);
    }
    expect(await count("case_event")).toBe(events);
    expect(desk.caseOf(await desk.get(`/${start.id}`)).version).toBe(1);
  });

  test("the second of two editors is told, and given the case as it is", async () => {
    const start = await desk.opened();
    const [verify, reject] = [WHOLE_WAY(1)[0]!, { step: "reject", note: "已动工" }];
    const answers = await Promise.all([
      desk.step(start, verify),
      desk.step(start, reject, desk.officers.xindu),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = answers[0].status === 200 ? answers : [answers[1], answers[0]];
    expect(lost!.body.current).toMatchObject({ id: start.id, version: 2, state: won!.body.state });
    expect(lost!.body.zh).toContain("不会丢失");
    expect(desk.caseOf(await desk.get(`/${start.id}`)).events).toHaveLength(2);
  });

  test("nobody of another district, no viewer and nobody unknown moves a case", async () => {
    const start = await desk.opened();
    const { wenjiang, viewer } = desk.officers;
    for (const [path, body] of [
      ["steps", { version: 1, ...WHOLE_WAY(1)[0] }],
      ["undo", { version: 1 }],
      ["notes", { note: "看看" }],
      ["assignee", { version: 1, assigneeId: null }],
    ] as const) {
      expect((await desk.post(`/${start.id}/${path}`, body, wenjiang)).status, path).toBe(403);
      expect((await desk.post(`/${start.id}/${path}`, body, viewer)).status, path).toBe(403);
      expect((await desk.post(`/${start.id}/${path}`, body, null)).status, path).toBe(401);
    }
    const seen = desk.caseOf(await desk.get(`/${start.id}`, wenjiang));
    expect(seen).toMatchObject({ mayAct: false, mayUndo: false, events: [{ kind: "opened" }] });
  });

  test("a case that is not there", async () => {
    expect((await desk.get("/999999")).status).toBe(404);
    expect((await desk.post("/999999/notes", { note: "无" })).status).toBe(404);
  });
});

describe("taking the last step back", () => {
  test("by whoever took it, with all that it changed", async () => {
    const start = await desk.opened();
    const done = await desk.led(start, WHOLE_WAY(start.area_m2));
    expect(done.mayUndo).toBe(true);
    expect(desk.caseOf(await desk.get(`/${start.id}`, desk.officers.xindu)).mayUndo).toBe(false);
    const back = desk.caseOf(await desk.post(`/${start.id}/undo`, { version: done.version }));
    expect(back).toMatchObject({ state: "in_progress", version: 6, closedAt: null, revived_area_m2: null });
    expect(back.events.at(-1)).toMatchObject({ kind: "undone", step: "close", to: "in_progress" });
    const twice = await desk.post(`/${start.id}/undo`, { version: back.version });
    expect(twice.status).toBe(409);
  });

  test("not by others, and not when somebody has built on it", async () => {
    const start = await desk.opened();
    const verified = await desk.led(start, WHOLE_WAY(1).slice(0, 1));
    const undo = { version: verified.version };
    expect((await desk.post(`/${start.id}/undo`, undo, desk.officers.xindu)).status).toBe(409);
    desk.caseOf(await desk.post(`/${start.id}/notes`, { note: "补充材料" }, desk.officers.xindu));
    expect((await desk.post(`/${start.id}/undo`, undo)).status).toBe(409);
  });

  test("not into a second open case of its kind", async () => {
    const start = await desk.opened();
    const rejected = await desk.led(start, [{ step: "reject", note: "误报" }]);
    const other = { parcelCode: start.parcel_code, kind: "idle", reason: "新线索" };
    desk.caseOf(await desk.post("", other), 201);
    expect((await desk.post(`/${start.id}/undo`, { version: rejected.version })).status).toBe(409);
    expect((await desk.step(rejected, { step: "reopen", note: "重办" })).status).toBe(409);
  });
});

describe("notes and assignments", () => {
  test("a note raises no version, so nobody's form is out of date by it", async () => {
    const start = await desk.opened();
    const noted = desk.caseOf(await desk.post(`/${start.id}/notes`, { note: "<script>alert(1)</script>" }));
    expect(noted.version).toBe(start.version);
    expect(noted.events.at(-1)).toMatchObject({ kind: "note", note: "<script>alert(1)</script>" });
  });

  test("a case is given to somebody and taken from them", async () => {
    const start = await desk.opened();
    const { xindu, wenjiang } = desk.officers;
    const nobody = await desk.post(`/${start.id}/assignee`, { version: 1, assigneeId: 2 ** 31 });
    expect(nobody.body.errors[0].field).toBe("assigneeId");
    const given = desk.caseOf(await desk.post(`/${start.id}/assignee`, { version: 1, assigneeId: xindu.id }));
    expect(given.assignee?.id).toBe(xindu.id);
    const stranger = { version: given.version, assigneeId: wenjiang.id };
    expect((await desk.post(`/${start.id}/assignee`, stranger)).status).toBe(422);
    const page = CasePage.parse((await desk.get("?assignee=me", xindu)).body);
    expect(page.cases.map(({ id }) => id)).toContain(start.id);
    expect((await desk.get("?assignee=me")).status).toBe(401);
    const freed = await desk.post(`/${start.id}/assignee`, { version: given.version, assigneeId: null });
    expect(desk.caseOf(freed).assignee).toBeNull();
  });
});

test("what happened to a case is only ever added to", async () => {
  const { id } = await desk.knex("case").first("id");
  await expect(desk.knex("case_event").where({ case_id: id }).update({ kind: "note" })).rejects.toThrow(
    /append-only/,
  );
  await expect(desk.knex("case_event").where({ case_id: id }).delete()).rejects.toThrow(/append-only/);
});
