import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GroupDetail, GroupPage, PotentialPage } from "../../domain/api/potential.ts";
import { ParcelScreening, RuleList } from "../../domain/api/screening.ts";
import { POTENTIAL_COLUMNS } from "../../domain/screening/potential-list.ts";
import { limitsWith } from "../../server/screening/limits.ts";
import { type RunningApp, startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { removeFolder, temporaryFolder } from "../setup/prepared.ts";
import { reader } from "../setup/reader.ts";

/** What the demonstration city could carry and yield. */

const database = await sharedDatabase();
let app: RunningApp;
beforeAll(async () => {
  app = await startApp(database);
});
afterAll(() => app.stop());

const { ask, read, refused } = reader(() => app.url);
const potential = (query: string) => read(`/screening/potential?${query}`, PotentialPage);
const rowsOf = async <Row>(sql: string, values: Readonly<Record<string, string>> = {}) =>
  (await database.knex.raw<{ rows: Row[] }>(sql, values)).rows;
const middle = (range: readonly [number, number] | null) => (range ? range[0] + range[1] : -1);

/** The rules of potential once more, as plain SQL over all parcels at once. */
const EXPECTED = `
  with minima as materialized (select * from json_to_recordset(:minima) as m (industry text, least float8)),
  output as materialized (
    select parcel_id, sum(revenue_per_mu * land_mu) as output from parcel_rating
     where run_id in (select id from shown_run where year = 2025) and revenue_per_mu is not null group by parcel_id),
  fact as materialized (
    select p.id, p.area_m2, p.area_m2 * 15 / 10000 as mu, case when p.park_share >= 0.5 then coalesce(z.id, k.id) end as park, p.district_code as district, p.agreed_far,
           p.production_stopped is not null as stopped, o.output, p.floor_area_m2 as floor,
           p.completed is null and coalesce(p.started, p.agreed_start, p.agreed_completion) is not null as unfinished,
           exists (select from finding f where f.parcel_id = p.id
                    and f.rules && '{idle_not_started,idle_stalled,late_completion}') as left_so,
           (select least from minima m where starts_with(p.industry_code, m.industry) order by length(m.industry) desc limit 1) as least
      from parcel p left join output o on o.parcel_id = p.id left join park k on k.id = p.park_id left join park z on z.id = k.parent_id
     where p.land_use_code like '1001%'),
  mean as materialized (
    select park, district, sum(output) / sum(mu) as per_mu,
           sum(output) filter (where floor > 0) / sum(floor) filter (where floor > 0) as per_floor
      from fact where output is not null group by grouping sets ((park), (district), ()) having count(*) filter (where output > 0) >= 5),
  ratio as materialized (
    select *, coalesce(least, 0.8) as low,
           greatest(coalesce(least, 0.8), agreed_far, case when least >= 0.8 then 2 end) as high,
           case when unfinished then 0 else floor end as now,
           case when unfinished then 0 else coalesce(output, case when stopped then 0 end) end as own
      from fact where left_so or not unfinished),
  compared as materialized (
    select r.*, n.per_mu, n.per_floor,
           case when low * area_m2 - now >= 1 then low * area_m2 - now else 0 end as floor_low,
           case when high * area_m2 - now >= 1 then high * area_m2 - now else 0 end as floor_high
      from ratio r left join lateral (
        select per_mu, per_floor from mean m
         where m.park = r.park or m.park is null and (m.district = r.district or m.district is null)
         order by m.park is null, m.district is null limit 1) n on true),
  estimate as (
    select *, case when now is not null then floor_low * per_floor end as by_floor,
           case when own is not null then greatest(0, per_mu * mu - own) end as by_land
      from compared),
  expected as (
    select id, floor_low, floor_high, least(by_floor, by_land) as output_low, greatest(by_floor, by_land) as output_high
      from estimate)
  select count(*) filter (where t.parcel_id is not null)::integer as stored, count(*) filter (where t.parcel_id is null)::integer as missing,
         max(abs(floor_low - floor_low_m2)) as floor_low, max(abs(floor_high - floor_high_m2)) as floor_high,
         max(abs(output_low - output_low_wan)) as output_low, max(abs(output_high - output_high_wan)) as output_high
    from (select * from expected where floor_high > 0 or output_high >= 0.01) e
    full join potential t on t.parcel_id = e.id`;

test("what is stored is what the rules say, reckoned another way", async () => {
  const minima = JSON.stringify(limitsWith({}).minima);
  const [found] = await rowsOf<Record<string, number>>(EXPECTED, { minima });
  const [all] = await rowsOf<{ count: number }>("select count(*)::integer as count from potential");
  expect(found).toMatchObject({ stored: all?.count, missing: 0 });
  for (const figure of ["floor_low", "floor_high", "output_low", "output_high"])
    expect(found?.[figure]).toBeLessThan(1e-5);
});

test("what parcels yield is what their firms were rated for", async () => {
  const [sums] = await rowsOf<{ parcels: number; firms: number }>(`
    select (select sum(revenue_per_mu * land_mu) from parcel_rating where run_id = s.id) as parcels,
           (select sum(revenue_per_mu * land_mu) from rating where run_id = s.id) as firms
      from shown_run s where s.year = 2025 and s.size = 'above_scale'`);
  expect((sums?.parcels ?? 0) / (sums?.firms ?? 1)).toBeCloseTo(1, 6);
});

describe("the list", () => {
  test("begins with the hundred that matter most, and adds up all that matched", async () => {
    const page = await potential("");
    expect(page).toMatchObject({ referenceDate: "2025-12-31", year: 2025, synthetic: true });
    expect(page.parcels).toHaveLength(100);
    expect(page.assumptions.find(({ name }) => name === "output_year")?.value).toBe(2025);
    const middles = page.parcels.map(({ output_wan }) => middle(output_wan));
    expect(middles).toEqual(middles.toSorted((a, b) => b - a));
    const [sums] = await rowsOf<{ count: number; high: number; first: string }>(
      `select count(*)::integer as count, sum(output_high_wan) as high,
              (select parcel_code from potential t join parcel p on p.id = t.parcel_id
                order by (output_low_wan + output_high_wan) / 2 desc nulls last, parcel_code limit 1) as first
         from potential`,
    );
    expect(page.matched).toBe(sums?.count);
    expect(page.output_wan[1]).toBeCloseTo(sums?.high ?? 0, 0);
    expect(page.parcels[0]?.parcel_code).toBe(sums?.first);
    for (const { output, output_wan, area_m2, far } of page.parcels) {
      expect(output.pool_name).not.toBeNull();
      expect(output_wan?.[1]).toBeLessThanOrEqual((output.mean_per_mu ?? 0) * area_m2 * 0.0015 * 1.5);
      expect(far.high).toBeGreaterThanOrEqual(far.low);
    }
  });

  test.each([
    ["kind=idle,scattered", "f.kind = any('{idle,scattered}')"],
    ["kind=none", "f.kind is null"],
    [
      "kind=none,inefficient&district=510125",
      "(f.kind is null or f.kind = 'inefficient') and p.district_code = '510114'",
    ],
  ])("chosen by %s", async (query, condition) => {
    const [expected] = await rowsOf<{ count: number }>(
      `select count(distinct p.id)::integer as count from potential t join parcel p on p.id = t.parcel_id
         left join finding f on f.parcel_id = p.id where ${condition}`,
    );
    expect((await potential(`${query}&limit=1`)).matched).toBe(expected?.count);
    expect(expected?.count).toBeGreaterThan(0);
  });

  test("comes in the order that was asked for, page by page, and refuses what it doesn't know", async () => {
    const floors = (await potential("sort=-floor&limit=60")).parcels.map(({ floor_m2 }) => middle(floor_m2));
    expect(floors).toEqual(floors.toSorted((a, b) => b - a));
    const codes = async (query: string) =>
      (await potential(query)).parcels.map(({ parcel_code }) => parcel_code);
    expect(await codes("sort=code&limit=5&offset=5")).toEqual((await codes("sort=code&limit=10")).slice(5));
    const [some] = await codes("limit=1");
    expect(await codes(`q=${some?.slice(-9)}`)).toContain(some);
    expect((await potential("q=%25")).matched).toBe(0);
    expect(await refused("/screening/potential?sort=luck", 400)).toContain("sort");
  });

  test("goes out as a table, and a workbook with what it takes for granted", async () => {
    const csv = await (await ask("/screening/potential/list?kind=idle&limit=20")).text();
    const [header, ...lines] = csv.trimEnd().split("\r\n");
    expect(header).toBe(POTENTIAL_COLUMNS.map(({ title }) => title).join(","));
    expect(lines).toHaveLength(20);
    for (const line of lines) expect(line).toMatch(/闲置.*演示数据 synthetic$/);
    const response = await ask("/screening/potential/list?f=xlsx");
    expect(response.headers.get("content-type")).toContain("spreadsheetml");
    const folder = await temporaryFolder();
    const file = join(folder, "list.xlsx");
    await writeFile(file, Buffer.from(await response.arrayBuffer()));
    const inside = execFileSync("unzip", ["-p", file], { encoding: "utf8", maxBuffer: 2 ** 24 });
    await removeFolder(folder);
    expect(inside).toContain("测算口径");
    expect(inside).not.toMatch(/<f[ >]/);
  });
});

test("a parcel tells its own, and the rules what it assumes", async () => {
  const [first] = (await potential("limit=1")).parcels;
  const { potential: own } = await read(`/screening/parcels/${first?.parcel_code}`, ParcelScreening);
  expect(first).toMatchObject({ ...own });
  const { assumptions } = await read("/screening/rules", RuleList);
  expect(assumptions.map(({ value }) => value)).toContain(2);
});

describe("groups of scattered land", () => {
  test("are listed with what joining them would give, and told with their parcels", async () => {
    const { groups, matched } = await read("/screening/groups?sort=-output&limit=500", GroupPage);
    expect(groups).toHaveLength(matched);
    const middles = groups.map(({ gain }) => middle(gain?.output_wan ?? null));
    expect(middles).toEqual(middles.toSorted((a, b) => b - a));
    expect(groups.filter(({ gain }) => (gain?.between_m2 ?? 0) > 0).length).toBeGreaterThan(20);
    for (const { parcels, gain, area_m2 } of groups) {
      expect(gain?.largest_m2).toBeLessThanOrEqual(area_m2);
      expect(parcels > 1 || gain?.between_m2 === 0).toBe(true);
    }
    const some = groups[0];
    const group = await read(`/screening/groups/${some?.group_code}`, GroupDetail);
    expect(group).toMatchObject({ ...some });
    expect(group.members).toHaveLength(group.parcels);
    expect(group.members[0]?.area_m2).toBe(group.gain?.largest_m2);
    expect(group.members.reduce((sum, { output_wan }) => sum + (output_wan?.[1] ?? 0), 0)).toBeCloseTo(
      group.gain?.output_wan?.[1] ?? 0,
      3,
    );
    expect(group.disposals).toContain("consolidation");
    const layer = `${app.url}/ogc/collections/scattered-groups/items/${group.group_code}`;
    const { properties } = await (await fetch(layer)).json();
    expect(properties.output_gain_high_wan).toBeCloseTo(group.gain?.output_wan?.[1] ?? 0, 1);
  });

  test("are chosen by district, and what is none is a 404", async () => {
    const { groups } = await read("/screening/groups?district=510114,510117&sort=code&limit=5", GroupPage);
    expect(new Set(groups.map(({ district_code }) => district_code)).size).toBeLessThanOrEqual(2);
    expect(groups.map(({ group_code }) => Number(group_code.slice(1)))).toEqual(
      groups.map(({ group_code }) => Number(group_code.slice(1))).toSorted((a, b) => a - b),
    );
    for (const code of ["S99999", "S0", "12"])
      expect((await ask(`/screening/groups/${code}`)).status).toBe(404);
  });
});
