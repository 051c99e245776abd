import type { CaseSummary } from "../../domain/api/cases.ts";
import { deadlineOf, isOverdue } from "../../domain/cases/deadlines.ts";
import type { Progress, Subject } from "../../domain/cases/steps.ts";
import { day, dayInChengdu, isoDay } from "../../domain/civil-days.ts";

/** A case as it is stored, and as the rules and those who ask see it. */

/** What deadlines and orders of lists depend on. */
export const SLIM_COLUMNS = `
  c.id, c.kind, c.state, c.cause, c.verified_on, c.decided_on, c.due_on, c.closed_on, c.revived_area_m2, c.opened_at, c.changed_at,
  c.parcel_id, c.assignee_id,
  p.parcel_code, p.district_code, p.area_m2, p.agreed_start, p.extension_days, p.started, p.completed, p.development_stopped,
  c.synthetic or p.synthetic as synthetic`;
export const SLIM_FROM = `"case" c join parcel p on p.id = c.parcel_id`;

export type SlimRow = Pick<CaseSummary, "id" | "kind" | "state" | "cause" | "revived_area_m2"> &
  Pick<CaseSummary, "parcel_code" | "district_code" | "area_m2" | "synthetic"> & {
    parcel_id: number;
    assignee_id: number | null;
    verified_on: string | null;
    decided_on: string | null;
    due_on: string | null;
    closed_on: string | null;
    opened_at: Date;
    changed_at: Date;
    agreed_start: string | null;
    extension_days: number;
    started: string | null;
    completed: string | null;
    development_stopped: string | null;
  };

export const CASE_COLUMNS = `
  ${SLIM_COLUMNS}, c.version, c.disposal, c.decided_area_m2, c.begun_on, c.closed_at, d.name as district_name,
  k.name as park_name, p.address, p.holder,
  case when a.id is not null then json_build_object('id', a.id, 'displayName', a.display_name) end as assignee,
  (select count(*)::integer from case_file f where f.case_id = c.id and f.removed_at is null) as files,
  ST_X(ST_PointOnSurface(p.geom)) as lon, ST_Y(ST_PointOnSurface(p.geom)) as lat`;
export const CASE_FROM = `
  ${SLIM_FROM}
  join district d on d.code = p.district_code
  left join park k on k.id = p.park_id
  left join account a on a.id = c.assignee_id`;

export type CaseRow = SlimRow &
  Pick<CaseSummary, "version" | "disposal" | "decided_area_m2" | "district_name" | "park_name" | "address"> &
  Pick<CaseSummary, "holder" | "assignee" | "files"> & {
    begun_on: string | null;
    closed_at: Date | null;
    lon: number;
    lat: number;
  };

const dayNumber = (date: string | null): number | null => (date === null ? null : day(date));

type BuildingRow = Pick<
  SlimRow,
  "agreed_start" | "extension_days" | "started" | "completed" | "development_stopped"
>;

const buildingOf = (row: BuildingRow): Subject["building"] => ({
  agreed_start: dayNumber(row.agreed_start),
  extension_days: row.extension_days,
  started: dayNumber(row.started),
  completed: dayNumber(row.completed),
  development_stopped: dayNumber(row.development_stopped),
});

export type LandRow = BuildingRow & Pick<SlimRow, "kind" | "area_m2">;

export const landOf = (row: LandRow): Omit<Subject, "openedOn"> => ({
  kind: row.kind,
  areaM2: row.area_m2,
  building: buildingOf(row),
});

export const subjectOf = (row: SlimRow): Subject => ({
  ...landOf(row),
  openedOn: isoDay(dayInChengdu(row.opened_at)),
});

export const progressOf = (row: CaseRow): Progress => ({
  state: row.state,
  cause: row.cause,
  disposal: row.disposal,
  verifiedOn: row.verified_on,
  decidedOn: row.decided_on,
  decidedAreaM2: row.decided_area_m2,
  dueOn: row.due_on,
  begunOn: row.begun_on,
  closedOn: row.closed_on,
  revivedAreaM2: row.revived_area_m2,
});

export const columnsOf = (progress: Progress) => ({
  state: progress.state,
  cause: progress.cause,
  disposal: progress.disposal,
  verified_on: progress.verifiedOn,
  decided_on: progress.decidedOn,
  decided_area_m2: progress.decidedAreaM2,
  due_on: progress.dueOn,
  begun_on: progress.begunOn,
  closed_on: progress.closedOn,
  revived_area_m2: progress.revivedAreaM2,
});

export const deadlineOfRow = (row: SlimRow, on: string) =>
  deadlineOf(
    { kind: row.kind, building: buildingOf(row) },
    { state: row.state, cause: row.cause, dueOn: row.due_on },
    on,
  );

export function presentSummary(row: CaseRow, on: string): CaseSummary {
  const deadline = deadlineOfRow(row, on);
  const { id, kind, state, version, parcel_code, district_code, district_name, park_name } = row;
  const { address, holder, area_m2, cause, disposal, decided_area_m2, revived_area_m2 } = row;
  return {
    ...{ id, kind, state, version, parcel_code, district_code, district_name, park_name, address, holder },
    ...{ area_m2, cause, disposal, decided_area_m2, revived_area_m2 },
    assignee: row.assignee,
    openedAt: row.opened_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    deadline,
    overdue: isOverdue(deadline),
    files: row.files,
    at: [row.lon, row.lat],
    synthetic: row.synthetic,
  };
}
