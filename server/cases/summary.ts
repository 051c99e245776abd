import type { z } from "zod";
import type { CasesSummary } from "../../domain/api/cases.ts";
import { isOverdue } from "../../domain/cases/deadlines.ts";
import { day, dayInChengdu, isoDay, monthsAfter } from "../../domain/civil-days.ts";
import { EMERGING } from "../../domain/districts.ts";
import type { Ask } from "../asking.ts";
import { today } from "../today.ts";
import { deadlineOfRow, type SlimRow } from "./records.ts";
import { slimRows } from "./selection.ts";

/** What became of all cases: how far they have come by district, and what was done month by month. */

type Summary = z.infer<typeof CasesSummary>;
type District = Pick<Summary["districts"][number], "code" | "name">;

const MONTHS = 24;

const DISTRICTS = `
  select d.code, json_build_object('zh', d.name, 'en', d.name_en) as name
    from district d
   where (d.group_name = ? and d.copy_of is null)
      or exists (select from "case" c join parcel p on p.id = c.parcel_id where p.district_code = d.code)
   order by d.code`;

const counted = (rows: readonly SlimRow[]) => ({
  cases: rows.length,
  area_m2: rows.reduce((sum, { area_m2 }) => sum + area_m2, 0),
});

/** What was brought back into use; a case that was reopened has revived nothing yet. */
const revived = (rows: readonly SlimRow[]) =>
  rows.reduce((sum, { revived_area_m2 }) => sum + (revived_area_m2 ?? 0), 0);

/** Each stage counts the cases that have come that far, wherever they are now. */
const districtSummary = ({ code, name }: District, rows: readonly SlimRow[], on: string) => ({
  code,
  name,
  found: counted(rows),
  verified: counted(rows.filter(({ verified_on }) => verified_on !== null)),
  decided: counted(rows.filter(({ decided_on }) => decided_on !== null)),
  closed: counted(rows.filter(({ state }) => state === "closed")),
  rejected: counted(rows.filter(({ state }) => state === "rejected")),
  revived_m2: revived(rows),
  overdue: rows.filter((row) => isOverdue(deadlineOfRow(row, on))).length,
});

function trendOf(rows: readonly SlimRow[], on: string): Summary["trend"] {
  const first = monthsAfter(day(`${on.slice(0, 7)}-01`), 1 - MONTHS);
  return Array.from({ length: MONTHS }, (_, i) => {
    const month = isoDay(monthsAfter(first, i)).slice(0, 7);
    const within = (date: string | null) => date?.slice(0, 7) === month;
    const closed = rows.filter(({ closed_on }) => within(closed_on));
    return {
      month,
      opened: rows.filter(({ opened_at }) => within(isoDay(dayInChengdu(opened_at)))).length,
      verified: rows.filter(({ verified_on }) => within(verified_on)).length,
      decided: rows.filter(({ decided_on }) => within(decided_on)).length,
      closed: closed.length,
      revived_m2: revived(closed),
    };
  });
}

export async function summaryOfCases(ask: Ask): Promise<Summary> {
  const on = today();
  const [rows, districts] = [await slimRows(ask, null, null), await ask<District>(DISTRICTS, [EMERGING])];
  return {
    districts: districts.map((district) =>
      districtSummary(
        district,
        rows.filter(({ district_code }) => district_code === district.code),
        on,
      ),
    ),
    trend: trendOf(rows, on),
    synthetic: rows.some(({ synthetic }) => synthetic),
  };
}
