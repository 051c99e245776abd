import type { ScreeningSummary } from "../../domain/api/screening.ts";
import { EMERGING } from "../../domain/districts.ts";
import type { Read } from "../read.ts";
import { noTallies } from "./making/tally.ts";

/** The screening that is shown, by district; districts without a finding say so. */

const SUMMARY = `
  select r.id as run, r.reference_date as "referenceDate", r.synthetic, r.summary->'tallies' as total,
         (select coalesce(json_agg(json_build_object('code', d.code, 'name', json_build_object('zh', d.name, 'en', d.name_en),
                   'tallies', coalesce(r.summary->'districts'->d.code, ?::jsonb)) order by d.code), '[]')
            from district d where d.group_name = ? or jsonb_exists(r.summary->'districts', d.code)) as districts,
         (select coalesce(json_agg(json_build_object('rule', key, 'parcels', value->'parcels', 'area_m2', value->'area_m2')
                   order by key), '[]') from jsonb_each(r.summary->'rules')) as "byRule"
    from screening_run r where r.id = (select id from shown_screening)`;

export const summaryStore = (read: Read) => ({
  async shown(signal: AbortSignal): Promise<ScreeningSummary> {
    const [summary] = await read<ScreeningSummary>(SUMMARY, [JSON.stringify(noTallies()), EMERGING], signal);
    return summary ?? NOTHING;
  },
});

const NOTHING: ScreeningSummary = {
  run: null,
  referenceDate: null,
  synthetic: false,
  total: noTallies(),
  districts: [],
  byRule: [],
};
