import type { Knex } from "knex";

/** Scattered parcels that lie together become groups that can be worked on as one. */

/** A road's width apart at most, in m. */
export const GAP_M = 30;

/** CGCS2000, Gauss–Krüger of 105° E: metres in Chengdu. */
const PLANE = 4544;

const CORNERS = "'join=mitre'";
const CLOSED = `ST_Buffer(ST_Buffer(g.plane, ${GAP_M / 2}, ${CORNERS}), ${-GAP_M / 2}, ${CORNERS})`;
/** Corners stay corners, or closing would cut them off. */
const BETWEEN = `case when g.parcels > 1 then greatest(0, round(ST_Area(${CLOSED}) - ST_Area(g.plane))) else 0 end`;

/**
 * Groups, each with the nearest park of its district that has idle land enough for it, or else the nearest; and the findings
 * linked to them. A park has the idle land of those inside it too. Land between the parcels of a group is what the outlines take in
 * when gaps that made them one are closed. Sums are taken in one order, for otherwise their last digits are not the same twice.
 */
const GROUPS = `
  with scattered as materialized (
    select p.id, p.parcel_code, p.district_code, p.holder, p.area_m2, p.control_line, p.synthetic, p.geom,
           ST_Transform(p.geom, ${PLANE}) as plane, t.floor_low_m2, t.floor_high_m2, t.output_low_wan, t.output_high_wan
      from finding f join parcel p on p.id = f.parcel_id
      left join potential t on t.run_id = f.run_id and t.parcel_id = p.id
     where f.run_id = :run and f.kind = 'scattered'),
  clustered as materialized (
    select *, ST_ClusterDBSCAN(plane, :gap, 1) over () as cluster from scattered),
  belonging as (
    select distinct on (cluster) cluster, district_code
      from clustered group by cluster, district_code order by cluster, sum(area_m2 order by id) desc, district_code),
  summed as (
    select cluster, count(*) as parcels, sum(area_m2 order by id) as area_m2, count(distinct holder) as owners, bool_or(synthetic) as synthetic,
           jsonb_build_object('red', coalesce(sum(area_m2 order by id) filter (where control_line = 'red'), 0),
                              'yellow', coalesce(sum(area_m2 order by id) filter (where control_line = 'yellow'), 0),
                              'none', coalesce(sum(area_m2 order by id) filter (where control_line = 'none'), 0)) as control_lines,
           ST_Multi(ST_CollectionExtract(ST_UnaryUnion(ST_Collect(geom order by id)), 3)) as geom,
           ST_UnaryUnion(ST_Collect(plane order by id)) as plane, min(parcel_code) as first, max(area_m2) as largest,
           coalesce(sum(floor_low_m2 order by id), 0) as floor_low, coalesce(sum(floor_high_m2 order by id), 0) as floor_high,
           sum(output_low_wan order by id) as output_low, sum(output_high_wan order by id) as output_high
      from clustered group by cluster),
  grouped as materialized (
    select s.*, b.district_code, row_number() over (order by s.area_m2 desc, s.first) as number
      from summed s join belonging b using (cluster)),
  idle as (
    select inside.park, sum(p.area_m2 order by p.id) as room
      from finding f
      join parcel p on p.id = f.parcel_id
      join park k on k.id = p.park_id
     cross join lateral (values (k.id), (k.parent_id)) inside (park)
     where f.run_id = :run and f.kind = 'idle' and p.park_share >= :share and inside.park is not null
     group by inside.park),
  places as materialized (
    select k.id, k.district_code, ST_Transform(k.geom, ${PLANE}) as plane, coalesce(idle.room, 0) as room
      from park k left join idle on idle.park = k.id where k.geom is not null),
  near as (
    select g.number, k.id, k.room, ST_Distance(k.plane, g.plane) as distance, k.room >= g.area_m2 as fits
      from grouped g join places k on k.district_code = g.district_code),
  nearest as (
    select distinct on (number) * from near order by number, fits desc, distance, id),
  stored as (
    insert into scattered_group (run_id, number, district_code, parcels, area_m2, owners, control_lines, nearest_park_id,
        park_distance_m, park_room_m2, gain, synthetic, geom)
      select :run, g.number, g.district_code, g.parcels, g.area_m2, g.owners, g.control_lines, n.id, n.distance, n.room,
             jsonb_build_object('floor_m2', jsonb_build_array(g.floor_low, g.floor_high),
                                'output_wan', case when g.output_high is not null then jsonb_build_array(g.output_low, g.output_high) end,
                                'between_m2', ${BETWEEN}, 'largest_m2', g.largest, 'fits_park', coalesce(n.fits, false)),
             g.synthetic, g.geom
        from grouped g left join nearest n on n.number = g.number
      returning id, number)
  update finding f set group_id = s.id
    from clustered c join grouped g on g.cluster = c.cluster join stored s on s.number = g.number
   where f.run_id = :run and f.kind = 'scattered' and f.parcel_id = c.id`;

export async function storeGroups(trx: Knex.Transaction, run: number, parkShare: number): Promise<void> {
  // Findings of a moment ago are in no statistics: taken for a handful, they would be searched once for each other.
  await trx.raw("set local enable_nestloop = off");
  await trx.raw(GROUPS, { run, gap: GAP_M, share: parkShare });
  await trx.raw("set local enable_nestloop to default");
}
