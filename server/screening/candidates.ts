import type {
  Candidate,
  CandidateMarks,
  CandidatePage,
  CandidateQuery,
  MarkQuery,
} from "../../domain/api/screening.ts";
import { currentDistrictCode } from "../../domain/districts.ts";
import { FEE_MONTHS, RECOVERY_MONTHS } from "../../domain/screening/consequences.ts";
import { containing } from "../db/like.ts";
import type { Read } from "../read.ts";
import { CASE_OF_FINDING } from "./case-of-finding.ts";

/** The work list: what the screening that is shown suspects, with the case of each and what is due on it today. */

const SOON_DAYS = 90;

/** Days of idle land count from the due start of what was not begun, and from the stop of what was. */
const CLOCK = `
  case when 'idle_not_started' = any(f.rules) then p.agreed_start + p.extension_days
       when 'idle_stalled' = any(f.rules) then p.development_stopped end`;

/** The next day that something follows on, or the last one that was missed; once it is decided, the end of the disposal. */
const DEADLINE = `
  case when c.state in ('closed', 'rejected') then null
       when c.due_on is not null then c.due_on
       when c.cause not in ('firm', 'unknown') then null
       when current_date <= t.fee then t.fee
       when current_date <= t.recovery - ${SOON_DAYS} then t.recovery - ${SOON_DAYS}
       else t.recovery end`;

const FROM = `
  from shown_screening h
  join finding f on f.run_id = h.id and f.kind in ('idle', 'inefficient')
  join parcel p on p.id = f.parcel_id
  join district d on d.code = p.district_code
  left join park k on k.id = p.park_id
  ${CASE_OF_FINDING}
  cross join lateral (select ${CLOCK} as clock) s
  cross join lateral (select (s.clock + interval '${FEE_MONTHS} months')::date as fee,
                             (s.clock + interval '${RECOVERY_MONTHS} months')::date as recovery) t
  cross join lateral (select ${DEADLINE} as deadline) u
  cross join lateral (
    select case when u.deadline is null then 'none' when u.deadline < current_date then 'overdue'
                when u.deadline <= current_date + ${SOON_DAYS} then 'soon' else 'later' end as urgency) v`;

const COLUMNS = `
  p.parcel_code, f.kind, f.rules, f.since, h.reference_date - f.since as days, p.area_m2, p.district_code,
  d.name as district_name, k.name as park_name, p.address, p.holder, u.deadline, v.urgency, c.id as case_id,
  c.state as case_state, array[ST_X(at), ST_Y(at)] as at`;

const ORDERS: Readonly<Record<CandidateQuery["sort"], string>> = {
  "-days": "f.since nulls last",
  days: "f.since desc nulls last",
  "-area": "p.area_m2 desc",
  area: "p.area_m2",
  code: "p.parcel_code",
  deadline: "u.deadline nulls last",
};

type Condition = readonly [sql: string, ...values: unknown[]];

function conditionsOf(query: MarkQuery): Condition[] {
  const { kind, district, park, rule, state, urgency, q } = query;
  return [
    kind && (["f.kind = any(?)", kind] as const),
    district && (["p.district_code = any(?)", district.map(currentDistrictCode)] as const),
    park !== undefined && (["k.park_code = ?", park] as const),
    rule &&
      ([
        `(f.rules && ?::text[] or ? and exists (
            select from finding o where o.run_id = f.run_id and o.parcel_id = f.parcel_id and o.kind = 'scattered'))`,
        rule,
        rule.includes("scattered"),
      ] as const),
    state && (["coalesce(c.state, 'none') = any(?)", state] as const),
    urgency && (["v.urgency = any(?)", urgency] as const),
    q !== undefined &&
      ([
        "(p.parcel_code like ? or p.address ilike ? or p.holder ilike ?)",
        containing(q),
        containing(q),
        containing(q),
      ] as const),
  ].filter((condition) => condition !== undefined && condition !== false);
}

/** A database that has nothing to aggregate answers null; the map wants empty columns. */
const column = (sql: string) => `coalesce(json_agg(${sql} order by p.parcel_code), '[]')`;

function selected(query: MarkQuery): { where: string; values: unknown[] } {
  const conditions = conditionsOf(query);
  return {
    where: conditions.map(([sql]) => sql).join(" and ") || "true",
    values: conditions.flatMap(([, ...given]) => given),
  };
}

type Totals = Pick<CandidatePage, "run" | "referenceDate" | "matched" | "area_m2">;

export const candidateStore = (read: Read) => {
  /** How many of the selection come before this parcel; null where it is not among them. */
  async function place(query: CandidateQuery, code: string, signal: AbortSignal): Promise<number | null> {
    const { where, values } = selected(query);
    const [found] = await read<{ place: number }>(
      `select place::integer from (
         select p.parcel_code, row_number() over (order by ${ORDERS[query.sort]}, p.parcel_code) - 1 as place
           ${FROM} where ${where}) placed
        where parcel_code = ?`,
      [...values, code],
      signal,
    );
    return found?.place ?? null;
  }

  async function page(query: CandidateQuery, signal: AbortSignal): Promise<CandidatePage> {
    const { where, values } = selected(query);
    const [totals] = await read<Totals>(
      `select (select id from shown_screening) as run, (select reference_date from shown_screening) as "referenceDate",
              count(*)::integer as matched, coalesce(sum(p.area_m2), 0) as area_m2 ${FROM} where ${where}`,
      values,
      signal,
    );
    const candidates = await read<Candidate>(
      `select ${COLUMNS} ${FROM}
        cross join lateral (select ST_PointOnSurface(p.geom) as at) point
        where ${where} order by ${ORDERS[query.sort]}, p.parcel_code limit ? offset ?`,
      [...values, query.limit, query.offset],
      signal,
    );
    const found = query.find === undefined ? undefined : await place(query, query.find, signal);
    return { ...(totals as Totals), candidates, ...(found !== undefined && { found }) };
  }

  async function marks(query: MarkQuery, signal: AbortSignal): Promise<CandidateMarks> {
    const { where, values } = selected(query);
    const [marks] = await read<CandidateMarks>(
      `select (select id from shown_screening) as run, ${column("p.parcel_code")} as parcels, ${column("f.kind")} as kinds,
              ${column("f.rules")} as rules, ${column("h.reference_date - f.since")} as days,
              ${column("p.area_m2")} as areas_m2, ${column("v.urgency")} as urgencies, ${column("c.state")} as states
         ${FROM} where ${where}`,
      values,
      signal,
    );
    return marks as CandidateMarks;
  }

  return { page, marks };
};
