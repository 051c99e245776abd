import type { Knex } from "knex";
import { disposalsOpen, EXTENSION_MONTHS } from "../domain/cases/disposals.ts";
import { isOpen } from "../domain/cases/machine.ts";
import type { CaseKind, Cause, Disposal } from "../domain/cases/states.ts";
import {
  afterStep,
  type Progress,
  type StepOrder,
  type Subject,
  stepRefusals,
} from "../domain/cases/steps.ts";
import { day, isoDay, monthsAfter } from "../domain/civil-days.ts";
import { EMERGING_DISTRICTS } from "../domain/districts.ts";
import { columnsOf, type SlimRow, subjectOf } from "../server/cases/records.ts";
import { CASE_NOTES, REASONS } from "./case-notes.ts";
import { TODAY } from "./demonstration/dates.ts";
import { type Random, seeded } from "./ground/random.ts";

/** Cases of the demonstration city in every state, with the history that led there, by officers whom nobody can sign in as. */

/** How many of each kind a district has at most, on what the screening found; and how many were opened by hand. */
const WANTED: Readonly<Record<CaseKind, number>> = { idle: 7, inefficient: 9, scattered: 4 };
const BY_HAND = 1;

const FIRST_DAY = day("2024-01-08");

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

type Flagged = Omit<SlimRow, "kind"> & {
  kind: CaseKind;
  parcel_id: number;
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

type Past = {
  openedOn: number;
  progress: Progress;
  events: { on: number; order: StepOrder; before: Progress }[];
};

const START: Progress = {
  state: "suspected",
  cause: "unknown",
  ...{ disposal: null, verifiedOn: null, decidedOn: null, decidedAreaM2: null, dueOn: null },
  ...{ begunOn: null, closedOn: null, revivedAreaM2: null },
};

/** How long officers take for a step, in days. */
const TAKES = {
  verify: [12, 70],
  decide: [15, 80],
  begin: [7, 60],
  close: [60, 300],
  reject: [10, 50],
} as const;

function onWorkday(number: number): number {
  const weekday = new Date(number * 86_400_000).getUTCDay();
  return number + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

function pastOf(land: Flagged, random: Random): Past {
  const since = land.since === null ? FIRST_DAY : Math.max(FIRST_DAY, day(land.since) + 5);
  const openedOn = onWorkday(random.integer(since, Math.max(since, TODAY - 25)));
  const subject: Subject = {
    ...subjectOf({ ...land, opened_at: new Date() } as SlimRow),
    openedOn: isoDay(openedOn),
  };
  const past: Past = { openedOn, progress: START, events: [] };
  const rejected = random.chance(0.08);
  let on = openedOn;
  for (const step of rejected ? (["reject"] as const) : (["verify", "decide", "begin", "close"] as const)) {
    const [least, most] = TAKES[step];
    on = onWorkday(on + random.integer(least, most));
    if (on > TODAY || random.chance(0.07)) break;
    const order = orderOf(step, on, subject, past.progress, random);
    if (stepRefusals(subject, past.progress, order, isoDay(TODAY)).length > 0) break;
    past.events.push({ on, order, before: past.progress });
    past.progress = afterStep(past.progress, order);
  }
  return past;
}

function orderOf(
  step: keyof typeof TAKES,
  on: number,
  subject: Subject,
  progress: Progress,
  random: Random,
): StepOrder {
  const note = random.pick(CASE_NOTES[step]);
  const said = { step, note, on: isoDay(on) };
  switch (step) {
    case "verify":
      return { ...said, ...(subject.kind === "idle" && { cause: causeBy(random) }) };
    case "decide":
      return { ...said, ...decision(on, subject, progress, random) };
    case "close":
      return { ...said, revivedAreaM2: part(progress.decidedAreaM2 ?? 0, random) };
    case "begin":
      return said;
    case "reject":
      return { step, note };
  }
}

const causeBy = (random: Random): Cause =>
  random.weighted([
    ["firm", 55],
    ["government", 30],
    ["preparation", 10],
    ["force_majeure", 5],
  ] as const);

/** Mostly all of it; otherwise whole hundreds of m². */
const part = (area: number, random: Random): number =>
  random.chance(0.65) ? area : Math.max(100, Math.floor((area * random.between(0.4, 0.95)) / 100) * 100);

function decision(on: number, subject: Subject, { cause }: Progress, random: Random) {
  const disposal: Disposal = random.pick(disposalsOpen({ ...subject, cause }, on));
  const months = disposal === "extension" ? random.integer(4, EXTENSION_MONTHS) : random.integer(8, 26);
  const decidedAreaM2 = Math.min(subject.areaM2, part(subject.areaM2, random));
  return { disposal, decidedAreaM2, dueOn: isoDay(monthsAfter(on, months)) };
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
    const past = pastOf(land, random);
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
