import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  CandidateMarks,
  CandidatePage,
  ParcelScreening,
  RuleList,
  ScreeningRunList,
  ScreeningSummary,
} from "../../domain/api/screening.ts";
import { RULES } from "../../domain/screening/screen.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { reader } from "../setup/reader.ts";

/** What the demonstration city's screening says. */

const database = await sharedDatabase();
let app: RunningApp;
beforeAll(async () => {
  app = await startApp(database);
});
afterAll(() => app.stop());

const { read, refused } = reader(() => app.url);
const candidates = (query: string) => read(`/screening/candidates?${query}`, CandidatePage);
const rowsOf = async <Row>(sql: string) => (await database.knex.raw<{ rows: Row[] }>(sql)).rows;

test("every rule says what it tests, by what, and on whose word", async () => {
  const { rules } = await read("/screening/rules", RuleList);
  expect(rules.map(({ name }) => name)).toEqual(RULES.map(({ name }) => name));
  for (const { test, basis } of rules) {
    expect(test.zh).not.toBe("");
    expect(basis.source?.file).toMatch(/^004_/);
  }
});

test("the demonstration's screening is published, shown, up to date and synthetic", async () => {
  const { runs } = await read("/screening/runs", ScreeningRunList);
  expect(runs).toHaveLength(1);
  expect(runs[0]).toMatchObject({
    referenceDate: "2025-12-31",
    state: "published",
    shown: true,
    stale: false,
    synthetic: true,
  });
});

describe("the summary", () => {
  test("counts what is stored", async () => {
    const { total, districts, byRule } = await read("/screening/summary", ScreeningSummary);
    const stored = await rowsOf<{ kind: "idle"; parcels: number; area_m2: number }>(
      "select kind, count(*)::integer as parcels, sum(p.area_m2) as area_m2 from finding f join parcel p on p.id = f.parcel_id group by kind",
    );
    for (const { kind, parcels, area_m2 } of stored) {
      expect(total[kind].parcels).toBe(parcels);
      expect(total[kind].area_m2).toBeCloseTo(area_m2, 0);
      expect(districts.reduce((sum, { tallies }) => sum + tallies[kind].parcels, 0)).toBe(parcels);
    }
    expect(byRule.map(({ rule }) => rule).sort()).toEqual(RULES.map(({ name }) => name).sort());
  });

  test("has most scattered land in 新都 and 郫都", async () => {
    const { districts } = await read("/screening/summary", ScreeningSummary);
    const most = districts.toSorted((a, b) => b.tallies.scattered.area_m2 - a.tallies.scattered.area_m2);
    expect(most.slice(0, 2).map(({ name }) => name.zh)).toEqual(["新都区", "郫都区"]);
  });
});

describe("the work list", () => {
  test("has each idle or inefficient parcel once, page by page", async () => {
    const first = await candidates("limit=500");
    const codes = new Set(first.candidates.map(({ parcel_code }) => parcel_code));
    for (let offset = 500; offset < first.matched; offset += 500)
      for (const { parcel_code } of (await candidates(`limit=500&offset=${offset}`)).candidates)
        codes.add(parcel_code);
    expect(codes.size).toBe(first.matched);
    const { parcel_code } = first.candidates[321]!;
    const { found, candidates: shown } = await candidates(`limit=1&find=${parcel_code}`);
    expect([found, shown.length]).toEqual([321, 1]);
    expect((await candidates(`urgency=soon&limit=1&find=${"5".repeat(19)}`)).found).toBeNull();
  });

  test.each([
    ["kind=idle", "kind = 'idle'"],
    [
      "kind=inefficient&district=510114,510117",
      "kind = 'inefficient' and district_code in ('510114', '510117')",
    ],
    ["rule=idle_stalled,late_completion", "rules && '{idle_stalled,late_completion}'"],
    [
      "rule=scattered&kind=idle",
      "kind = 'idle' and exists (select from finding o where o.parcel_id = f.parcel_id and o.kind = 'scattered')",
    ],
  ])("chosen by %s", async (query, condition) => {
    const [expected] = await rowsOf<{ count: number }>(
      `select count(*)::integer as count from finding f join parcel p on p.id = f.parcel_id where f.kind <> 'scattered' and ${condition}`,
    );
    expect((await candidates(query)).matched).toBe(expected?.count);
    expect(expected?.count).toBeGreaterThan(0);
  });

  test("is found by part of a code, an address or a holder, and a percent sign is only that", async () => {
    const [some] = (await candidates("limit=1")).candidates;
    const { candidates: found } = await candidates(`q=${some?.parcel_code.slice(-9)}`);
    expect(found.map(({ parcel_code }) => parcel_code)).toContain(some?.parcel_code);
    expect((await candidates("q=%25")).matched).toBe(0);
  });

  test("comes in the order that was asked for", async () => {
    const longest = (await candidates("kind=idle&limit=200")).candidates.map(({ days }) => days ?? 0);
    expect(longest).toEqual(longest.toSorted((a, b) => b - a));
    const due = (await candidates("kind=idle&sort=deadline&limit=200")).candidates.flatMap(
      ({ deadline }) => deadline ?? [],
    );
    expect(due).toEqual(due.toSorted());
    const areas = (await candidates("sort=-area&limit=50")).candidates.map(({ area_m2 }) => area_m2);
    expect(areas).toEqual(areas.toSorted((a, b) => b - a));
  });

  test("is told apart by urgency, each candidate by one", async () => {
    const all = (await candidates("limit=1")).matched;
    const parts = await Promise.all(
      ["overdue", "soon", "later", "none"].map((urgency) => candidates(`urgency=${urgency}&limit=500`)),
    );
    expect(parts.reduce((sum, { matched }) => sum + matched, 0)).toBe(all);
    const today = new Date().toLocaleDateString("sv", { timeZone: "Asia/Shanghai" });
    for (const { deadline, kind, case_state } of parts[0]?.candidates ?? []) {
      // What is only inefficient is due once a case has decided what is done with it.
      expect(kind === "idle" || case_state !== null).toBe(true);
      expect(String(deadline) < today).toBe(true);
    }
  });

  test("is told to the map column by column, all of it", async () => {
    const query = "kind=idle&district=510114,510117";
    const { matched, candidates: listed } = await candidates(`${query}&sort=code&limit=500`);
    const { run, ...marks } = await read(`/screening/marks?${query}`, CandidateMarks);
    for (const column of Object.values(marks)) expect(column).toHaveLength(matched);
    const told = marks.parcels.map((parcel_code, i) => [
      parcel_code,
      marks.rules[i],
      marks.days[i],
      marks.urgencies[i],
    ]);
    expect(told).toEqual(
      listed.map(({ parcel_code, rules, days, urgency }) => [parcel_code, rules, days, urgency]),
    );
    const none = await read("/screening/marks?q=nowhere", CandidateMarks);
    expect(none).toMatchObject({ run, parcels: [], states: [] });
  });

  test("refuses what it doesn't know", async () => {
    expect(await refused("/screening/candidates?kind=scattered", 400)).toContain("kind");
    expect(await refused("/screening/candidates?colour=red", 400)).toContain("colour");
  });
});

describe("a parcel", () => {
  test("that is idle says what fired, what follows when, and which papers are due", async () => {
    const [some] = (await candidates("rule=idle_not_started&limit=1")).candidates;
    const parcel = await read(`/screening/parcels/${some?.parcel_code}`, ParcelScreening);
    const [idle] = parcel.findings;
    expect(idle).toMatchObject({ kind: "idle", since: some?.since, days: some?.days });
    expect(idle?.evidence[0]).toMatchObject({ rule: "idle_not_started", limits: { idle_months: 12 } });
    expect(parcel.consequences?.fee_from).toBe(some?.since);
    expect(parcel.disposals).toContain("recovery_without_pay");
    expect(parcel.documents.length).toBeGreaterThan(3);
    const days = parcel.timeline.map(({ day }) => day);
    expect(days).toEqual(days.toSorted());
    expect(parcel.timeline.map(({ what }) => what)).toContain("two_years");
  });

  test("that nothing was found of has a timeline and no more", async () => {
    const [clean] = await rowsOf<{ code: string }>(
      `select parcel_code as code from parcel p where completed is not null and not exists (select from finding f where f.parcel_id = p.id)
        order by id limit 1`,
    );
    const parcel = await read(`/screening/parcels/${clean?.code}`, ParcelScreening);
    expect(parcel).toMatchObject({ findings: [], consequences: null, disposals: [], documents: [] });
    expect(parcel.timeline.length).toBeGreaterThan(0);
  });

  test("that isn't there is not found", async () => {
    await refused("/screening/parcels/510114001001GB99999", 404);
  });
});

describe("groups of scattered land", () => {
  test("hold every scattered parcel once, and say so with their sums", async () => {
    const [off] = await rowsOf<{ unlinked: number; wrong: number }>(`
      select (select count(*)::integer from finding where kind = 'scattered' and group_id is null) as unlinked,
             (select count(*)::integer
                from scattered_group g
                join (select f.group_id, count(*) as parcels, sum(p.area_m2) as area
                        from finding f join parcel p on p.id = f.parcel_id group by 1) of_group on of_group.group_id = g.id
               where g.parcels <> of_group.parcels or abs(g.area_m2 - of_group.area) > 0.01) as wrong`);
    expect(off).toEqual({ unlinked: 0, wrong: 0 });
  });

  test("keep at most a road's width inside and more between them", async () => {
    const [gaps] = await rowsOf<{ between: number }>(`
      with a as (select id, ST_Transform(geom, 4544) as plane from scattered_group order by number limit 60)
      select min(ST_Distance(a.plane, b.plane)) as between from a join a b on a.id < b.id`);
    expect(gaps?.between).toBeGreaterThan(30);
  });
});
