import type { Knex } from "knex";
import { isOpen } from "../domain/cases/machine.ts";
import type { CaseKind } from "../domain/cases/states.ts";
import { afterStep } from "../domain/cases/steps.ts";
import { day, isoDay } from "../domain/civil-days.ts";
import { EMERGING_DISTRICTS } from "../domain/districts.ts";
import { columnsOf, type LandRow, landOf } from "../server/cases/records.ts";
import { type Past, pastOf } from "./case-history.ts";
import { REASONS } from "./case-notes.ts";
import { type Random, seeded } from "./ground/random.ts";

/** Cases of the demonstration city in every state, with the history that led there, by officers whom nobody can sign in as. */

/** How many of each kind a district has at most, on what the screening found; and how many were opened by hand. */
const WANTED: Readonly<Record<CaseKind, number>> = { idle: 7, inefficient: 9, scattered: 4 };
const BY_HAND = 1;

type Officer = { id: number; district_code: string | null };

async function storeOfficers(trx: Knex): Promise<Officer[]> {
  const officers = [
    ...EMERGING_DISTRICTS.map(({ code, name }) => ({
      name: `demo.${code}`,
      display_name: `演示·${name}经办人`,
      role: "district_officer",
      district_code: code as string | null,
    })),
    { name: "demo.city", display_name: "演示·市级经办人", role: "city_officer", district_code: null },
  ];
  return trx("account")
    .insert(officers.map((officer) => ({ ...officer, synthetic: true })))
    .returning(["id", "district_code"]);
}

type Flagged = LandRow & {
  parcel_id: number;
  district_code: string;
  finding_id: number | null;
  since: string | null;
};

const LAND = `
  p.id as parcel_id, p.parcel_code, p.district_code, p.area_m2, p.agreed_start, p.extension_days, p.started, p.completed,
  p.development_stopped`;

/** Spread over all that was found, and the same ones on every machine. */
const FOUND = `
  select * from (
    select ${LAND}, f.id as finding_id, f.kind, f.since,
           row_number() over (partition by p.district_code, f.kind order by md5(p.parcel_code), p.parcel_code) as place
      from finding f join shown_screening s on s.id = f.run_id join parcel p on p.id = f.parcel_id
     where p.district_code = any(?) and (f.since is null or f.since < '2025-10-01')) placed
   where place <= (?::jsonb ->> kind)::integer
   order by parcel_code, kind`;

const UNFOUND = `
  select * from (
    select ${LAND}, null::integer as finding_id, 'inefficient' as kind, null::date as since,
           row_number() over (partition by p.district_code order by md5(p.parcel_code), p.parcel_code) as place
      from parcel p
     where p.district_code = any(?) and p.completed is not null and not exists (select from finding f where f.parcel_id = p.id)) placed
   where place <= ? order by parcel_code`;

async function flagged(trx: Knex): Promise<Flagged[]> {
  const codes = EMERGING_DISTRICTS.map(({ code }) => code);
  const found = await trx.raw<{ rows: Flagged[] }>(FOUND, [codes, JSON.stringify(WANTED)]);
  const unfound = await trx.raw<{ rows: Flagged[] }>(UNFOUND, [codes, BY_HAND]);
  return [...found.rows, ...unfound.rows];
}

/** Some time of a working day. */
const momentOf = (on: number, random: Random): string =>
  `${isoDay(on)}T${String(random.integer(9, 17)).padStart(2, "0")}:${String(random.integer(0, 59)).padStart(2, "0")}:00+08:00`;

type Event = { case: number; at: string; account_id: number; kind: string; detail: object };

function eventsOf(
  index: number,
  land: Flagged,
  { openedOn, events }: Past,
  reason: string,
  account: number,
  random: Random,
): Event[] {
  const opened = { to: "suspected", note: reason, wrote: { kind: land.kind } };
  return [
    { case: index, at: momentOf(openedOn, random), account_id: account, kind: "opened", detail: opened },
    ...events.map(({ on, order: { step, note, ...wrote }, before }) => ({
      case: index,
      at: momentOf(on, random),
      account_id: account,
      kind: "step",
      detail: {
        ...{ step, note, wrote, from: before.state, to: afterStep(before, { step, note, ...wrote }).state },
        before: { ...columnsOf(before), closed_at: null },
      },
    })),
  ];
}

export async function loadDemonstrationCases(trx: Knex, progress: (line: string) => void): Promise<void> {
  const random = seeded("cases");
  const officers = await storeOfficers(trx);
  const officerOf = (district: string) =>
    officers.find(({ district_code }) => district_code === district)!.id;
  const rows: object[] = [];
  const events: Event[] = [];
  for (const land of await flagged(trx)) {
    const past = pastOf(landOf(land), land.since === null ? null : day(land.since), random);
    const reason = land.finding_id === null ? random.pick(REASONS) : "";
    const account = officerOf(land.district_code);
    const happened = eventsOf(rows.length, land, past, reason, account, random);
    const last = happened.at(-1)!.at;
    rows.push({
      ...columnsOf(past.progress),
      ...{ parcel_id: land.parcel_id, finding_id: land.finding_id, kind: land.kind, reason, synthetic: true },
      assignee_id: random.chance(0.85) ? account : null,
      version: past.events.length + 1,
      opened_at: happened[0]!.at,
      changed_at: last,
      closed_at: isOpen(past.progress.state) ? null : last,
    });
    events.push(...happened);
  }
  if (rows.length === 0) return;
  const stored: { id: number }[] = await trx("case").insert(rows).returning("id");
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.case - b.case));
  await trx.batchInsert(
    "case_event",
    events.map(({ case: index, detail, ...event }) => ({
      ...event,
      case_id: stored[index]!.id,
      detail: JSON.stringify(detail),
    })),
    200,
  );
  progress(`${rows.length} cases`);
}

/** Takes away the cases of an earlier load and their officers; their history is only ever added to otherwise, so this is for synthetic ones alone. */
export async function clearCases(trx: Knex): Promise<void> {
  if (await trx("case").where({ synthetic: false }).first("id"))
    throw new Error("There are cases that no load has brought");
  await trx.raw("alter table case_event disable trigger case_event_only_added");
  await trx.raw("delete from case_event");
  await trx.raw("alter table case_event enable trigger case_event_only_added");
  await trx.raw("delete from case_file");
  await trx.raw('delete from "case"');
  await trx("account").where({ synthetic: true }).delete();
  for (const table of ["case", "case_event", "case_file"])
    await trx.raw("select setval(pg_get_serial_sequence(?, 'id'), 1, false)", [`"${table}"`]);
}
