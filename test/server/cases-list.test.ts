import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CasePage, CasesAgenda, CasesSummary } from "../../domain/api/cases.ts";
import { type CaseDesk, openCaseDesk, TODAY, WHOLE_WAY, XINDU } from "../setup/case-desk.ts";

let desk: CaseDesk;

beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const count = async (table: string) => Number((await desk.knex(table).count().first())?.count);

describe("the list and the summary", () => {
  const page = async (query: string) => CasePage.parse((await desk.get(`?limit=500&${query}`)).body);

  test("filters agree with what they name", async () => {
    const all = await page("");
    expect(all.matched).toBe(await count("case"));
    const mine = await page(`state=suspected,verified&kind=idle&district=${XINDU}`);
    expect(mine.cases.length).toBeGreaterThan(0);
    for (const one of mine.cases) {
      expect(["suspected", "verified"]).toContain(one.state);
      expect([one.kind, one.district_code]).toEqual(["idle", XINDU]);
    }
    const [overdue, others] = [await page("overdue=true"), await page("overdue=false")];
    expect(overdue.matched + others.matched).toBe(all.matched);
    expect(overdue.cases.every((one) => one.overdue)).toBe(true);
    const { parcel_code } = mine.cases[0]!;
    expect((await page(`q=${parcel_code.slice(-5)}`)).cases.map((one) => one.parcel_code)).toContain(
      parcel_code,
    );
    expect((await page("q=%25%25")).matched).toBe(0);
    expect((await desk.get("?sort=nothing")).status).toBe(400);
  });

  test("sorted, and in pages that hold each case once", async () => {
    const days = (await page("sort=deadline")).cases.map(
      ({ deadline }) => deadline?.days ?? Number.MAX_VALUE,
    );
    expect(days).toEqual([...days].sort((a, b) => a - b));
    const ids: number[] = [];
    for (let offset = 0; offset < 40; offset += 7) {
      const part = CasePage.parse((await desk.get(`?sort=-area&limit=7&offset=${offset}`)).body);
      ids.push(...part.cases.map(({ id }) => id));
    }
    expect(new Set(ids).size).toBe(ids.length);
    const whole = await page("sort=-area");
    const eighth = whole.cases[7]!.parcel_code;
    const first = whole.cases.findIndex(({ parcel_code }) => parcel_code === eighth);
    const sought = CasePage.parse((await desk.get(`?sort=-area&limit=1&find=${eighth}`)).body);
    expect([sought.found, sought.cases.length]).toEqual([first, 1]);
    expect((await page(`find=${"5".repeat(19)}`)).found).toBeNull();
  });

  test("added up by district and by month, from what was found to what was revived", async () => {
    const start = await desk.opened();
    await desk.led(start, WHOLE_WAY(start.area_m2));
    const { body } = await desk.get("/summary");
    const summary = CasesSummary.parse(body);
    expect(body).toEqual(summary);
    expect(summary.total.opened.cases).toBe(await count("case"));
    const { rows } = await desk.knex.raw(
      `select count(distinct parcel_id)::integer as parcels from
         (select parcel_id from finding union select parcel_id from "case") known`,
    );
    expect(summary.total.found.parcels).toBe(rows[0].parcels);
    for (const stage of ["opened", "verified", "decided", "closed", "rejected"] as const)
      expect(summary.districts.reduce((sum, one) => sum + one[stage].cases, 0)).toBe(
        summary.total[stage].cases,
      );
    expect(summary.trend).toHaveLength(24);
    expect(summary.trend.at(-1)?.month).toBe(TODAY.slice(0, 7));
    expect(summary.trend.at(-1)?.opened).toBeGreaterThan(0);
    for (const { verified, decided, closed, opened } of summary.districts) {
      expect(opened.cases).toBeGreaterThanOrEqual(verified.cases);
      expect(verified.cases).toBeGreaterThanOrEqual(decided.cases);
      expect(decided.cases).toBeGreaterThanOrEqual(closed.cases);
    }
    const idle = CasesSummary.parse((await desk.get(`/summary?kind=idle&district=${XINDU}`)).body);
    expect(idle.districts.map(({ code }) => code)).toEqual([XINDU]);
    expect(idle.total.opened.cases).toBe((await page(`kind=idle&district=${XINDU}`)).matched);
    const csv = await (await fetch(desk.url("/summary?f=csv"))).text();
    expect(csv.trimEnd().split("\r\n")).toHaveLength(summary.districts.length + 2);
    expect(csv).toContain(`合计,${summary.total.found.parcels},`);
  });

  test("a case that was rejected after it was verified has come to nothing; land is revived once", async () => {
    const before = CasesSummary.parse((await desk.get("/summary")).body).total;
    const rejected = await desk.opened();
    await desk.led(rejected, [WHOLE_WAY(1)[0]!, { step: "reject", note: "已复工" }]);
    const whole = await desk.opened();
    const order = { parcelCode: whole.parcel_code, kind: "scattered", reason: "园外" };
    const second = desk.caseOf(await desk.post("", order), 201);
    const decided = { step: "decide", on: TODAY, decidedAreaM2: whole.area_m2, dueOn: "2099-12-31" };
    const closed = { step: "close", on: TODAY, revivedAreaM2: whole.area_m2 };
    const begun = { step: "begin", on: TODAY };
    const [verify] = WHOLE_WAY(1);
    await desk.led(whole, [verify!, { ...decided, disposal: "recovery_without_pay" }, begun, closed]);
    await desk.led(second, [
      { step: "verify", on: TODAY },
      { ...decided, disposal: "relocation" },
      begun,
      closed,
    ]);
    const { total, trend } = CasesSummary.parse((await desk.get("/summary")).body);
    expect(total.verified.cases - before.verified.cases).toBe(2);
    expect(total.rejected.cases - before.rejected.cases).toBe(1);
    expect(total.closed.cases - before.closed.cases).toBe(2);
    expect(total.revived_m2 - before.revived_m2).toBeCloseTo(whole.area_m2, 3);
    expect(trend.at(-1)?.revived_m2).toBeGreaterThanOrEqual(whole.area_m2);
  });

  test("what is due is told to all, and to officers of their own, as the lists have it", async () => {
    const agenda = async (writer: Parameters<typeof desk.get>[1]) =>
      CasesAgenda.parse((await desk.get("/agenda", writer)).body);
    const start = await desk.opened({ assigneeId: desk.officers.xindu.id });
    const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const [verify, decide] = WHOLE_WAY(start.area_m2);
    await desk.led(start, [verify!, { ...decide, dueOn: soon }]);
    expect((await agenda(null)).mine).toBeNull();
    expect((await agenda(desk.officers.viewer)).mine).toBeNull();
    const { all, mine } = await agenda(desk.officers.xindu);
    expect(mine).toEqual({ open: 1, within30: 1, within90: 1, overdue: 0 });
    const open = "state=suspected,verified,decided,in_progress";
    expect(all.open).toBe((await page(open)).matched);
    expect(all.within30).toBe((await page(`${open}&due=30`)).matched);
    expect(all.within90).toBe((await page("due=90")).matched);
    expect(all.overdue).toBe((await page("overdue=true")).matched);
    expect((await page("due=30")).cases.map(({ id }) => id)).toContain(start.id);
    expect((await page("due=10")).cases.map(({ id }) => id)).not.toContain(start.id);
  });
});
