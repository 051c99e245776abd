import type { z } from "zod";
import type { CaseQuery, CasesSummary, Progress } from "../../domain/api/cases.ts";
import { isOverdue } from "../../domain/cases/deadlines.ts";
import { day, dayInChengdu, isoDay, monthsAfter } from "../../domain/civil-days.ts";
import { currentDistrictCode, EMERGING } from "../../domain/districts.ts";
import type { Ask } from "../asking.ts";
import { today } from "../today.ts";
import { deadlineOfRow, type SlimRow } from "./records.ts";
import { slimRows } from "./selection.ts";

/** How far found land has come: by district, and what was done month by month. */

type Summary = z.infer<typeof CasesSummary>;
type District = Pick<Summary["districts"][number], "code" | "name">;
type Found = Progress["found"] & { code: string };

const MONTHS = 24;

/** Of a district that is asked for nothing is left out, and of all others what is shown is what has come to something. */
const DISTRICTS = `
  select d.code, json_build_object('zh', d.name, 'en', d.name_en) as name
    from district d
   where case when ?::text[] is null
              then (d.group_name = ? and d.copy_of is null) or d.code = any(?)
              else d.code = any(?) end
   order by d.code`;

/** A parcel that was built on since is no longer suspected, but its case tells that it was found. */
const FOUND = `
  select p.district_code as code, count(*)::integer as parcels, sum(p.area_m2) as area_m2
    from parcel p
   where p.id in (
           select f.parcel_id from finding f join shown_screening s on s.id = f.run_id
            where ?::text[] is null or f.kind = any(?)
           union select c.parcel_id from "case" c where ?::text[] is null or c.kind = any(?))
     and (?::text[] is null or p.district_code = any(?))
   group by p.district_code`;

const counted = (rows: readonly SlimRow[]) => ({
  cases: rows.length,
  area_m2: rows.reduce((sum, { area_m2 }) => sum + area_m2, 0),
});

/**
 * What each closed case brought back into use. A parcel may have cases of two kinds, and be taken up again years later: its land
 * counts once, for the case that was closed first. One that was reopened has revived nothing yet.
 */
function revivals(rows: readonly SlimRow[]): Map<number, number> {
  const left = new Map(rows.map(({ parcel_id, area_m2 }) => [parcel_id, area_m2]));
  const closed = rows.filter(({ state }) => state === "closed");
  closed.sort((a, b) => (a.closed_on ?? "").localeCompare(b.closed_on ?? "") || a.id - b.id);
  return new Map(
    closed.map(({ id, parcel_id, revived_area_m2 }) => {
      const free = left.get(parcel_id) ?? 0;
      const revived = Math.min(revived_area_m2 ?? 0, free);
      left.set(parcel_id, free - revived);
      return [id, revived];
    }),
  );
}

const sumOf = (rows: readonly SlimRow[], revived: ReadonlyMap<number, number>) =>
  rows.reduce((sum, { id }) => sum + (revived.get(id) ?? 0), 0);

type Counting = { revived: ReadonlyMap<number, number>; on: string };

function progressOf(
  { parcels, area_m2 }: Progress["found"],
  rows: readonly SlimRow[],
  { revived, on }: Counting,
): Progress {
  const standing = rows.filter(({ state }) => state !== "rejected");
  return {
    found: { parcels, area_m2 },
    opened: counted(rows),
    verified: counted(standing.filter(({ verified_on }) => verified_on !== null)),
    decided: counted(standing.filter(({ decided_on }) => decided_on !== null)),
    closed: counted(standing.filter(({ state }) => state === "closed")),
    rejected: counted(rows.filter(({ state }) => state === "rejected")),
    revived_m2: sumOf(rows, revived),
    overdue: rows.filter((row) => isOverdue(deadlineOfRow(row, on))).length,
  };
}

function trendOf(rows: readonly SlimRow[], { revived, on }: Counting): Summary["trend"] {
  const first = monthsAfter(day(`${on.slice(0, 7)}-01`), 1 - MONTHS);
  const standing = rows.filter(({ state }) => state !== "rejected");
  return Array.from({ length: MONTHS }, (_, i) => {
    const month = isoDay(monthsAfter(first, i)).slice(0, 7);
    const within = (date: string | null) => date?.slice(0, 7) === month;
    const closed = standing.filter(({ closed_on }) => within(closed_on));
    return {
      month,
      opened: rows.filter(({ opened_at }) => within(isoDay(dayInChengdu(opened_at)))).length,
      verified: standing.filter(({ verified_on }) => within(verified_on)).length,
      decided: standing.filter(({ decided_on }) => within(decided_on)).length,
      closed: closed.length,
      revived_m2: sumOf(closed, revived),
    };
  });
}

const NOTHING = { parcels: 0, area_m2: 0 };

const sumOfFound = (all: readonly Found[]) =>
  all.reduce(
    (sum, one) => ({ parcels: sum.parcels + one.parcels, area_m2: sum.area_m2 + one.area_m2 }),
    NOTHING,
  );

export async function summaryOfCases(
  ask: Ask,
  { kind, district }: Pick<CaseQuery, "kind" | "district">,
): Promise<Summary> {
  const rows = await slimRows(ask, { kind, district }, null);
  const [kinds, codes] = [kind ?? null, district?.map(currentDistrictCode) ?? null];
  const found = await ask<Found>(FOUND, [kinds, kinds, kinds, kinds, codes, codes]);
  const known = [...new Set([...found.map(({ code }) => code), ...rows.map((row) => row.district_code)])];
  const districts = await ask<District>(DISTRICTS, [codes, EMERGING, known, codes]);
  const counting = { revived: revivals(rows), on: today() };
  return {
    districts: districts.map(({ code, name }) => {
      const own = rows.filter(({ district_code }) => district_code === code);
      const parcels = found.find((one) => one.code === code) ?? NOTHING;
      return { code, name, ...progressOf(parcels, own, counting) };
    }),
    total: progressOf(sumOfFound(found), rows, counting),
    trend: trendOf(rows, counting),
    synthetic: rows.some(({ synthetic }) => synthetic),
  };
}
