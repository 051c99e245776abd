import type { LedgerCase } from "../../domain/cases/ledger.ts";
import type { Ask } from "../asking.ts";
import { today } from "../today.ts";
import { type Filter, selectCases } from "./selection.ts";

/** What the ledger needs of each selected case, read in batches. */

const BATCH = 500;

/** What the parcel's firms paid a mu, in the newest year that is rated and in the one before. */
const taxPerMu = (yearsAgo: number) => `
  (select r.tax_per_mu from parcel_rating r join shown_run s on s.id = r.run_id
    where r.parcel_id = p.id and s.year = (select max(year) from shown_run) - ${yearsAgo} and r.tax_per_mu is not null
    order by s.size limit 1)`;

const ROWS = `
  select c.id, to_char(c.opened_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "openedOn", p.parcel_code as "parcelCode",
         d.name as district, p.holder, k.name as park, p.area_m2 as "areaM2", p.address, p.started, p.completed,
         (select coalesce(json_agg(json_build_object('name', e.name, 'creditCode', e.credit_code) order by e.credit_code), '[]')
            from occupation o join enterprise e on e.id = o.enterprise_id
           where o.parcel_id = p.id and o.tenure = 'owned' and (o.to_date is null or o.to_date >= current_date)) as owners,
         ${taxPerMu(0)} as "taxPerMu", ${taxPerMu(1)} as "taxPerMuBefore",
         p.development_stopped as "developmentStopped", p.production_stopped as "productionStopped",
         p.land_use_code as "landUseCode", p.new_industry as "newIndustry", c.kind, c.cause, c.disposal, c.state,
         (select coalesce(json_agg(json_build_object('on', coalesce(e.detail->'wrote'->>'on', to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')),
                    'step', e.detail->>'step', 'note', e.detail->>'note') order by e.id), '[]')
            from case_event e
           where e.case_id = c.id and e.kind = 'step'
             and not exists (select from case_event u where u.case_id = c.id and u.kind = 'undone' and (u.detail->>'of')::bigint = e.id)) as steps,
         c.decided_area_m2 as "decidedAreaM2", c.revived_area_m2 as "revivedAreaM2", a.display_name as assignee,
         coalesce(f.rules, '{}') as rules, f.since, c.reason, c.synthetic or p.synthetic as synthetic
    from unnest(?::integer[]) with ordinality wanted (id, place)
    join "case" c on c.id = wanted.id
    join parcel p on p.id = c.parcel_id
    join district d on d.code = p.district_code
    left join park k on k.id = p.park_id
    left join account a on a.id = c.assignee_id
    left join finding f on f.id = c.finding_id
   order by wanted.place`;

export async function* ledgerCases(
  ask: Ask,
  filter: Filter,
  me: number | null,
): AsyncGenerator<LedgerCase[]> {
  const selected = (await selectCases(ask, filter, me, today())).map(({ id }) => id);
  for (let at = 0; at < selected.length; at += BATCH)
    yield await ask<LedgerCase>(ROWS, [selected.slice(at, at + BATCH)]);
}
