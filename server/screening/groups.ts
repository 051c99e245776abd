import type { GroupDetail, GroupPage, GroupQuery, ScatteredGroup } from "../../domain/api/potential.ts";
import { disposalsOpen } from "../../domain/cases/disposals.ts";
import { day } from "../../domain/civil-days.ts";
import { currentDistrictCode } from "../../domain/districts.ts";
import type { Ask } from "../asking.ts";
import { today } from "../today.ts";
import { CASE_OF_PARCEL } from "./case-of-finding.ts";
import { shownScreening } from "./shown.ts";

/** Groups of scattered land (零散片区) of the screening that is shown, and what joining them would give. */

const COLUMNS = `
  'S' || g.number as group_code, g.district_code, d.name as district_name, g.parcels, g.area_m2, g.owners, g.control_lines,
  case when k.id is not null then json_build_object('code', k.park_code, 'name', json_build_object('zh', k.name, 'en', k.name_en),
    'distance_m', g.park_distance_m, 'room_m2', g.park_room_m2) end as nearest_park,
  nullif(g.gain, '{}') as gain, array[ST_X(at), ST_Y(at)] as at, g.synthetic`;

const SELECTED = "from scattered_group g where g.run_id = (select id from shown_screening)";

const AROUND = `
  join district d on d.code = g.district_code
  left join park k on k.id = g.nearest_park_id
 cross join lateral (select ST_PointOnSurface(g.geom) as at) point`;

const output = (end: 0 | 1) => `(g.gain->'output_wan'->>${end})::float8`;

const ORDERS: Readonly<Record<GroupQuery["sort"], string>> = {
  "-area": "g.area_m2 desc, g.number",
  "-parcels": "g.parcels desc, g.number",
  "-output": `${output(0)} + ${output(1)} desc nulls last, g.number`,
  distance: "g.park_distance_m nulls last, g.number",
  code: "g.number",
};

type Totals = Pick<GroupPage, "matched" | "area_m2">;

export async function pageOfGroups(
  ask: Ask,
  { district, sort, limit, offset }: GroupQuery,
): Promise<GroupPage> {
  const { run, referenceDate } = await shownScreening(ask);
  const where = district ? "and g.district_code = any(?)" : "";
  const values = district ? [district.map(currentDistrictCode)] : [];
  const [totals] = await ask<Totals>(
    `select count(*)::integer as matched, coalesce(sum(g.area_m2), 0) as area_m2 ${SELECTED} ${where}`,
    values,
  );
  const groups = await ask<ScatteredGroup>(
    `select ${COLUMNS} from (select g.* ${SELECTED} ${where} order by ${ORDERS[sort]} limit ? offset ?) g ${AROUND}
      order by ${ORDERS[sort]}`,
    [...values, limit, offset],
  );
  return { run, referenceDate, ...(totals as Totals), groups };
}

const MEMBERS = `
  select p.parcel_code, p.address, p.holder, p.area_m2, p.control_line, c.id as case_id, c.state as case_state,
         case when t.output_high_wan is not null then array[t.output_low_wan, t.output_high_wan] end as output_wan,
         array(select o.kind from finding o
                where o.run_id = f.run_id and o.parcel_id = p.id and o.kind <> 'scattered' order by o.kind) as kinds
    from scattered_group g
    join finding f on f.group_id = g.id
    join parcel p on p.id = f.parcel_id
    left join potential t on t.run_id = f.run_id and t.parcel_id = p.id ${CASE_OF_PARCEL}
   where g.run_id = (select id from shown_screening) and g.number = ?
   order by p.area_m2 desc, p.parcel_code`;

export async function oneGroup(ask: Ask, number: number): Promise<GroupDetail | undefined> {
  const [group] = await ask<ScatteredGroup>(
    `select ${COLUMNS} from (select g.* ${SELECTED} and g.number = ?) g ${AROUND}`,
    [number],
  );
  if (!group) return undefined;
  const { assumptions } = await shownScreening(ask);
  const members = await ask<GroupDetail["members"][number]>(MEMBERS, [number]);
  return { ...group, disposals: waysOpen(day(today())), members, assumptions };
}

const UNKNOWN = {
  agreed_start: null,
  extension_days: 0,
  started: null,
  completed: null,
  development_stopped: null,
};

/** Those of scattered land, whatever was or wasn't begun on it. */
const waysOpen = (on: number) => [
  ...disposalsOpen({ kind: "scattered", cause: "unknown", building: UNKNOWN }, on),
];
