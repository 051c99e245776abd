import type { Thresholds as Given, ScreeningRun } from "../../domain/api/screening.ts";
import { staleSince } from "../data-revision.ts";
import type { Read } from "../read.ts";
import { thresholdsWith } from "./limits.ts";
import { SCREENED_TABLES } from "./tables.ts";

/** Screenings as they are listed and shown, the latest reference date first. */

const LIST = `
  select r.id, r.reference_date as "referenceDate", r.state,
         r.id = (select h.id from shown_screening h) is true as shown, r.rules->'thresholds' as thresholds,
         r.rule_version as rules, r.parcels, r.summary->'tallies' as tallies,
         (select coalesce(json_agg(json_build_object('rule', key, 'parcels', value->'parcels') order by key), '[]')
            from jsonb_each(r.summary->'rules')) as "byRule",
         r.started_at as "createdAt", a.display_name as "createdBy", r.note, r.published_at as "publishedAt",
         ${staleSince(SCREENED_TABLES)} as stale, r.synthetic
    from screening_run r left join account a on a.id = r.account_id`;

type Row = Omit<ScreeningRun, "thresholds"> & { thresholds: Given };

const present = (row: Row): ScreeningRun => ({ ...row, thresholds: thresholdsWith(row.thresholds) });

export const screeningStore = (read: Read) => ({
  async list(signal: AbortSignal): Promise<ScreeningRun[]> {
    return (await read<Row>(`${LIST} order by r.reference_date desc, r.id desc`, [], signal)).map(present);
  },

  async one(id: number, signal: AbortSignal): Promise<ScreeningRun | undefined> {
    return (await read<Row>(`${LIST} where r.id = ?`, [id], signal)).map(present)[0];
  },
});
