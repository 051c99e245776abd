import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CasePage, type CaseSummary } from "../../domain/api/cases.ts";
import { CASE_KINDS, CASE_STATES } from "../../domain/cases/states.ts";
import { EMERGING_DISTRICTS } from "../../domain/districts.ts";
import type { Database } from "../../server/db/connect.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";

/** The cases of the demonstration city. */

let database: Database;
let app: RunningApp;
let cases: CaseSummary[];

beforeAll(async () => {
  database = await sharedDatabase();
  app = await startApp(database);
  const page = CasePage.parse(await (await fetch(`${app.url}/api/cases?limit=500`)).json());
  cases = page.cases.filter(({ synthetic }) => synthetic);
});
afterAll(() => app.stop());

describe("cases of the demonstration city", () => {
  test("are some hundred, in every state, of every kind and district, and say that they are synthetic", () => {
    expect(cases.length).toBeGreaterThan(100);
    const values = (name: "state" | "kind" | "district_code") =>
      [...new Set(cases.map((one) => one[name]))].sort();
    expect(values("state")).toEqual([...CASE_STATES].sort());
    expect(values("kind")).toEqual([...CASE_KINDS].sort());
    expect(values("district_code")).toEqual(EMERGING_DISTRICTS.map(({ code }) => code).sort());
  });

  test("have the history that led where they are, in order and before the city was photographed", async () => {
    const { rows } = await database.knex.raw<{
      rows: { state: string; version: number; path: string[]; days: string[]; last: string }[];
    }>(
      `select c.state, c.version, array_agg(e.detail->>'to' order by e.id) as path,
              array_agg(e.at::text order by e.id) as days, max(e.at)::date as last
         from "case" c join case_event e on e.case_id = c.id where c.synthetic group by c.id`,
    );
    expect(rows).toHaveLength(cases.length);
    for (const { state, version, path, days, last } of rows) {
      expect(path.at(-1)).toBe(state);
      expect(path).toHaveLength(version);
      expect(days).toEqual([...days].sort());
      expect(last <= "2025-12-31").toBe(true);
    }
  });

  test("stand on what the screening found, but for those that were opened by hand and say why", async () => {
    const byHand = await database.knex("case").where({ synthetic: true }).whereNull("finding_id");
    expect(byHand.length).toBeGreaterThan(3);
    expect(byHand.length).toBeLessThan(cases.length / 4);
    for (const { reason } of byHand) expect(reason).not.toBe("");
  });

  test("are done by nobody who can sign in", async () => {
    const officers = await database.knex("account").where({ synthetic: true });
    expect(officers).toHaveLength(EMERGING_DISTRICTS.length + 1);
    for (const { password_hash, provider_subject, display_name } of officers) {
      expect([password_hash, provider_subject]).toEqual([null, null]);
      expect(display_name).toContain("演示");
    }
  });
});
