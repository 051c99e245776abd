import { actsIn } from "../../domain/accounts/rights.ts";
import type { Case, CaseEvent, CaseFile, CasePage, CaseQuery } from "../../domain/api/cases.ts";
import { deadlinesOf } from "../../domain/cases/deadlines.ts";
import { disposalsOpen } from "../../domain/cases/disposals.ts";
import { stepsFrom } from "../../domain/cases/machine.ts";
import { day } from "../../domain/civil-days.ts";
import type { SignedIn } from "../accounts/who.ts";
import type { Ask } from "../asking.ts";
import { today } from "../today.ts";
import {
  CASE_COLUMNS,
  CASE_FROM,
  type CaseRow,
  presentSummary,
  progressOf,
  type SlimRow,
  subjectOf,
} from "./records.ts";
import { type Filter, selectCases } from "./selection.ts";

/** Cases as they are read: a page of the list, and one with all that happened to it. */

export async function pageOfCases(
  ask: Ask,
  filter: Filter,
  { limit, offset, find }: Pick<CaseQuery, "limit" | "offset" | "find">,
  me: number | null,
): Promise<CasePage> {
  const on = today();
  const selected = await selectCases(ask, filter, me, on);
  const wanted = selected.slice(offset, offset + limit).map(({ id }) => id);
  const rows = await ask<CaseRow>(
    `select ${CASE_COLUMNS} from unnest(?::integer[]) with ordinality wanted (id, place)
       join ${CASE_FROM.replace('"case" c', '"case" c on c.id = wanted.id')} order by wanted.place`,
    [wanted],
  );
  return {
    matched: selected.length,
    area_m2: selected.reduce((sum, { area_m2 }) => sum + area_m2, 0),
    cases: rows.map((row) => presentSummary(row, on)),
    ...(find !== undefined && { found: placeOf(selected, find) }),
  };
}

/** How many come before the first case of a parcel. */
function placeOf(selected: readonly SlimRow[], parcelCode: string): number | null {
  const place = selected.findIndex(({ parcel_code }) => parcel_code === parcelCode);
  return place < 0 ? null : place;
}

type OneRow = CaseRow & {
  reason: string;
  run_id: number | null;
  rules: string[] | null;
  since: string | null;
};

const ONE = `
  select ${CASE_COLUMNS}, c.reason, f.run_id, f.rules, f.since
    from ${CASE_FROM} left join finding f on f.id = c.finding_id
   where c.id = ?`;

type Kept = { step?: string; from?: string; to?: string; note?: string; wrote?: CaseEvent["detail"] };

type EventRow = Pick<CaseEvent, "id" | "by" | "kind"> & { at: Date; detail: Kept };

const EVENTS = `
  select e.id, e.at, json_build_object('id', a.id, 'displayName', a.display_name) as by, e.kind, e.detail
    from case_event e join account a on a.id = e.account_id
   where e.case_id = ? order by e.id`;

function presentEvent({ id, at, by, kind, detail }: EventRow): CaseEvent {
  const { step = null, from = null, to = null, note = "", wrote = {} } = detail;
  return { id, at: at.toISOString(), by, kind, step, from, to, note, detail: wrote } as CaseEvent;
}

type FileRow = Omit<CaseFile, "addedAt"> & { added_at: Date };

const FILES = `
  select f.id, f.name, f.media_type as "mediaType", f.bytes, f.sha256, f.added_at,
         json_build_object('id', a.id, 'displayName', a.display_name) as "addedBy"
    from case_file f join account a on a.id = f.account_id
   where f.case_id = ? and f.removed_at is null order by f.id`;

const presentFile = ({ added_at, ...file }: FileRow): CaseFile => ({
  ...file,
  addedAt: added_at.toISOString(),
});

const mayAct = (account: SignedIn | undefined, district: string): boolean =>
  account?.rights.includes("cases") === true && actsIn(account, district);

/** A case as whoever asks sees it; undefined where there is none. */
export async function oneCase(
  ask: Ask,
  id: number,
  account: SignedIn | undefined,
): Promise<Case | undefined> {
  const [row] = await ask<OneRow>(ONE, [id]);
  if (!row) return undefined;
  const events = await ask<EventRow>(EVENTS, [id]);
  const files = await ask<FileRow>(FILES, [id]);
  const on = today();
  const [subject, progress] = [subjectOf(row), progressOf(row)];
  const acts = mayAct(account, row.district_code);
  const newest = events.at(-1);
  return {
    ...presentSummary(row, on),
    reason: row.reason,
    finding:
      row.run_id === null || row.rules === null
        ? null
        : { run: row.run_id, rules: row.rules, since: row.since },
    verifiedOn: row.verified_on,
    decidedOn: row.decided_on,
    dueOn: row.due_on,
    deadlines: deadlinesOf(subject, progress, on),
    events: events.map(presentEvent),
    attachments: files.map(presentFile),
    steps: stepsFrom(row.state),
    mayAct: acts,
    mayUndo: acts && newest?.kind === "step" && newest.by.id === account?.id,
    disposals: [...disposalsOpen({ ...subject, cause: row.cause }, day(on))],
  };
}

export async function oneFile(ask: Ask, id: number, file: number): Promise<CaseFile | undefined> {
  return (await ask<FileRow>(FILES, [id])).map(presentFile).find((one) => one.id === file);
}
