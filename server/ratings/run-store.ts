import type { RatingRun, RunState, RunSummary } from "../../domain/api/ratings/runs.ts";
import type { Read } from "../read.ts";
import { STALE } from "./stale.ts";

/** Runs as they are listed and shown. */

const SUMMARY = `
  r.id, r.year, r.size, r.state, exists (select from shown_run h where h.id = r.id) as shown,
  json_build_object('key', s.key, 'version', s.version, 'name', s.definition->'name') as scheme, r.firms,
  r.summary->'tallies' as tallies, r.started_at as "createdAt", r.created_by as "createdBy", r.note,
  r.published_at as "publishedAt", r.notice_until as "noticeUntil", r.withdrawn_at as "withdrawnAt",
  r.withdrawn_because as "withdrawnBecause",
  ${STALE} as stale,
  r.synthetic, said.objections, said.confirmations`;

const FROM = `
  from rating_run r
  join rating_scheme s on s.id = r.scheme_id
  cross join lateral (
    select json_build_object('open', count(*) filter (where kind = 'objection' and outcome is null),
                             'accepted', count(*) filter (where outcome = 'accepted'),
                             'rejected', count(*) filter (where outcome = 'rejected')) as objections,
           count(*) filter (where kind = 'confirmation') as confirmations
      from rating_response said where said.run_id = r.id) said`;

const LIST = `select ${SUMMARY} ${FROM}`;

const ONE = `
  select ${SUMMARY}, r.data_revision as "dataRevision", r.base_year as "baseYear", s.definition, r.pools,
         (select coalesce(json_agg(json_build_object('code', d.code, 'name', json_build_object('zh', d.name, 'en', d.name_en),
                                            'tallies', part->'tallies', 'tax_per_mu', part->'tax_per_mu') order by d.code), '[]')
            from jsonb_array_elements(r.summary->'districts') part join district d on d.code = part->>'code') as districts
  ${FROM} where r.id = ?`;

type Wanted = { year?: number | undefined; state?: RunState | undefined; size?: string | undefined };

export const runStore = (read: Read) => ({
  list({ year, state, size }: Wanted, signal: AbortSignal): Promise<RunSummary[]> {
    const conditions = Object.entries({ "r.year": year, "r.state": state, "r.size": size }).filter(
      ([, value]) => value !== undefined,
    );
    const where = conditions.map(([column]) => `${column} = ?`).join(" and ") || "true";
    return read<RunSummary>(
      `${LIST} where ${where} order by r.year desc, r.size, r.id desc`,
      conditions.map(([, value]) => value),
      signal,
    );
  },

  async summary(id: number, signal: AbortSignal): Promise<RunSummary | undefined> {
    return (await read<RunSummary>(`${LIST} where r.id = ?`, [id], signal))[0];
  },

  async one(id: number, signal: AbortSignal): Promise<RatingRun | undefined> {
    return (await read<RatingRun>(ONE, [id], signal))[0];
  },
});
