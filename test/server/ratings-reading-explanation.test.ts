import { afterAll, beforeAll, expect, test } from "vitest";
import { RatingExplanation } from "../../domain/api/ratings/explanation.ts";
import { FirmPage, type RatedFirm } from "../../domain/api/ratings/firms.ts";
import { RatingRun } from "../../domain/api/ratings/runs.ts";
import { gradeThatCounts } from "../../domain/rating/columns.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { reader } from "../setup/reader.ts";

let app: RunningApp;

beforeAll(async () => {
  app = await startApp(await sharedDatabase());
});
afterAll(() => app.stop());

const { read, refused } = reader(() => app.url);

async function rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const { knex } = await sharedDatabase();
  return (await knex.raw(sql, values as string[])).rows;
}

const explain = (code: string, query = "") => read(`/ratings/2025/${code}${query}`, RatingExplanation);

/** A few firms of each grade and size, barred and protected ones among them. */
async function samples(): Promise<string[]> {
  const found = await rows<{ credit_code: string }>(
    `select credit_code from (
       select e.credit_code, row_number() over (partition by w.size, r.grade, r.mark order by md5(e.credit_code)) as place
         from rating r join enterprise e on e.id = r.enterprise_id join rating_run w on w.id = r.run_id
        where w.year = 2025) placed where place <= 2`,
  );
  return found.map(({ credit_code }) => credit_code);
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const points = (entries: readonly { points: number }[]) => sum(entries.map((entry) => entry.points));

test("items, bonuses and deductions add up to the score, and each value is its numerator over its denominator", async () => {
  const seen = new Set<string>();
  for (const code of await samples()) {
    const firm = await explain(code);
    seen.add(`${firm.size} ${firm.grade}`);
    expect(firm.run.stale).toBe(false);
    expect(firm.items.map(({ value }) => value)).toEqual(firm.values);
    for (const { value, numerator, denominator } of firm.items)
      if (value !== null) expect(value).toBeCloseTo(numerator! / denominator!, 9);
    const weights = sum(firm.items.map(({ enabled, weight }) => (enabled ? weight : 0)));
    expect(firm.scale).toBeCloseTo(100 / weights, 12);
    if (firm.score === null) {
      expect(["T", "N"]).toContain(firm.grade);
      expect(firm.items.every(({ score }) => score === null)).toBe(true);
      expect(firm.better).toBeNull();
      expect(firm.places).toEqual({ pool: null, district: null, industry: null });
      expect(firm.peers).toEqual([]);
      continue;
    }
    const items = sum(firm.items.map(({ score }) => score ?? 0));
    expect(items * firm.scale + points(firm.bonuses) - points(firm.deductions)).toBeCloseTo(firm.score, 4);
    for (const { score, weight, limit, value } of firm.items) {
      expect(score).toBeGreaterThanOrEqual(0);
      if (limit === "missing") expect([value, score]).toEqual([null, 0]);
      if (limit === "cap") expect(score).toBeCloseTo(weight, 5);
    }
  }
  for (const grade of ["A", "B", "C", "T", "N"]) expect(seen).toContain(`above_scale ${grade}`);
  expect(seen).toContain("below_scale C");
});

test("who has no grade is told why; who has one is told the facts that count", async () => {
  for (const code of await samples()) {
    const firm = await explain(code);
    const [facts] = await rows<Record<"vetoes" | "exemptions" | "protections", string[]>>(
      `select vetoes, exemptions, protections from enterprise_year y join enterprise e on e.id = y.enterprise_id
        where e.credit_code = ? and y.year = 2025`,
      [code],
    );
    for (const kind of ["vetoes", "exemptions", "protections"] as const)
      expect(firm[kind].every((fact) => facts![kind].includes(fact))).toBe(true);
    if (firm.grade === "T") expect(firm.exemptions).not.toEqual([]);
    expect(firm.missing.length > 0).toBe(firm.grade === "N");
    if (firm.vetoes.length > 0 && firm.score !== null) expect(["C", "D"]).toContain(firm.grade);
  }
});

test("places are those that a sort of all firms gives", async () => {
  const all: RatedFirm[] = [];
  for (let offset = 0; offset % 1000 === 0; offset = all.length) {
    const page = await read(`/ratings/2025?size=above_scale&limit=1000&offset=${offset}`, FirmPage);
    all.push(...page.firms);
    if (page.firms.length === 0) break;
  }
  const rated = all.filter(({ rank }) => rank !== null);
  expect(rated.map(({ rank }) => rank)).toEqual(rated.map((_, i) => i + 1));
  for (const place of [0, 1, 99, 700, rated.length - 1]) {
    const firm = rated[place]!;
    const { places, peers } = await explain(firm.credit_code);
    const placeAmong = (others: RatedFirm[]) => ({ place: others.indexOf(firm) + 1, of: others.length });
    const sameIndustry = rated.filter(
      ({ industry_code }) => industry_code.slice(0, 2) === firm.industry_code.slice(0, 2),
    );
    expect(places).toEqual({
      pool: placeAmong(rated),
      district: placeAmong(rated.filter(({ district_code }) => district_code === firm.district_code)),
      industry: placeAmong(sameIndustry),
    });
    const at = sameIndustry.indexOf(firm);
    expect(peers.map(({ credit_code }) => credit_code)).toEqual(
      sameIndustry.slice(Math.max(0, at - 3), at + 4).map(({ credit_code }) => credit_code),
    );
  }
});

test("the nearest better grade is above the score, and only who can have one is told of it", async () => {
  const { pools } = await read(`/ratings/runs/${(await explain((await samples())[0]!)).run.id}`, RatingRun);
  expect(pools.length).toBeGreaterThan(0);
  for (const code of await samples()) {
    const { grade, score, better, vetoes, history, year } = { year: 2025, ...(await explain(code)) };
    if (grade === "A" || vetoes.length > 0) expect(better).toBeNull();
    if (better === null) continue;
    expect(better.grade < grade).toBe(true);
    expect(better.missing).toBeCloseTo(better.score - score!, 6);
    const lines = history.find((entry) => entry.year === year)!.lines;
    expect(lines.find((line) => line.grade === better.grade)!.score).toBe(better.score);
    for (const step of better.any) expect(step.from).not.toBe(step.to);
  }
});

test("land is told parcel by parcel, and history year by year", async () => {
  for (const code of await samples()) {
    const { land, land_mu, history, grade, score } = await explain(code);
    if (land_mu !== null && land_mu > 0) {
      expect(land.every((part) => part.land_mu !== null)).toBe(true);
      expect(sum(land.map((part) => part.land_mu!))).toBeCloseTo(land_mu, 6);
    }
    for (const part of land) {
      if (part.rule === "whole") expect(part.land_mu).toBeCloseTo((part.parcelArea_m2 * 15) / 10_000, 6);
      if (part.tenure === "leased_out") expect(part.land_mu).toBeLessThanOrEqual(0);
    }
    const stored = await rows<{ year: number; grade: string }>(
      `select h.year, r.grade from shown_run h join rating r on r.run_id = h.id
         join enterprise e on e.id = r.enterprise_id where e.credit_code = ? order by h.year`,
      [code],
    );
    expect(history.map((entry) => ({ year: entry.year, grade: entry.grade }))).toEqual(stored);
    expect(history.at(-1)).toMatchObject({ year: 2025, grade, score });
  }
});

test("policies are those of its grade, of here before those of elsewhere", async () => {
  for (const code of (await samples()).slice(0, 6)) {
    const { grade, policies } = await explain(code);
    expect(policies.every(({ grades }) => grades.includes(gradeThatCounts(grade)))).toBe(true);
    if (grade !== "N") expect(policies).not.toEqual([]);
    const scopes = policies.map(({ scope }) => scope);
    expect(scopes).toEqual([...scopes].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
  }
});

test("a firm is found in its own run only, under its whole code", async () => {
  const [code] = await samples();
  const { run, size } = await explain(code!);
  const other = size === "above_scale" ? "below_scale" : "above_scale";
  const { runs } = await read(`/ratings/2025?size=${other}&limit=1`, FirmPage);
  expect((await explain(code!, `?run=${run.id}`)).run.id).toBe(run.id);
  expect(await refused(`/ratings/2025/${code}?run=${runs[0]}`, 404)).toContain(code);
  for (const wrong of [
    code!.slice(1),
    `${code}0`,
    code!.toLowerCase(),
    "__________________",
    "91510114IOSVZ00000",
  ])
    await refused(`/ratings/2025/${wrong}`, 404);
  await refused(`/ratings/2025/${code}?size=large`, 400);
  await refused(`/ratings/2019/${code}`, 404);
});
