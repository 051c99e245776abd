import type { Knex } from "knex";
import type { NewNeed, NewOffer } from "../../domain/api/workshops.ts";
import { SCATTERED_BELOW } from "../../domain/scattered.ts";
import type { WorkshopRefusal } from "../../domain/workshops/soundness.ts";
import { within } from "../asking.ts";

/** What an offer or a need names by code, looked up: districts, a park, a parcel, a firm. */

/** Outlines of districts are good to about 100 m; a workshop on the border is not refused for that, in metres. */
const OUTLINE_TOLERANCE = 200;

type Named = Pick<NewOffer, "district_code" | "park_code" | "parcel_code" | "at">;

type Found = {
  district: string | null;
  park_id: number | null;
  park_district: string | null;
  parcel_id: number | null;
  parcel_district: string | null;
  parcel_park_id: number | null;
  lon: number | null;
  lat: number | null;
  inside: boolean | null;
};

const FIND = `
  select d.code as district, k.id as park_id, k.district_code as park_district, p.id as parcel_id,
         p.district_code as parcel_district, case when p.park_share >= ? then p.park_id end as parcel_park_id,
         ST_X(spot) as lon, ST_Y(spot) as lat, ST_DWithin(d.geom::geography, spot::geography, ?) as inside
    from (select 1) as one
    left join district d on d.code = ?
    left join park k on k.park_code = ?
    left join parcel p on p.parcel_code = ?
   cross join lateral (
     select coalesce(ST_SetSRID(ST_MakePoint(?::float8, ?::float8), 4326), ST_PointOnSurface(p.geom), ST_PointOnSurface(k.geom)) as spot
   ) as placed`;

export type Place = { park_id: number | null; parcel_id: number | null; at: [number, number] };

/** Where an offer stands: where it says, else inside its parcel, else inside its park. */
export async function placeOf(
  trx: Knex.Transaction,
  named: Named,
): Promise<{ place: Place | null; refusals: WorkshopRefusal[] }> {
  const [lon, lat] = named.at ?? [null, null];
  const { district_code, park_code, parcel_code } = named;
  const values = [SCATTERED_BELOW, OUTLINE_TOLERANCE, district_code, park_code, parcel_code, lon, lat];
  const [found] = await within(trx)<Found>(FIND, values);
  if (!found) throw new Error("A query without conditions has a row");
  const refusals = refusalsOf(named, found);
  if (refusals.length > 0 || found.lon === null || found.lat === null) return { place: null, refusals };
  const park_id = found.park_id ?? found.parcel_park_id;
  return { place: { park_id, parcel_id: found.parcel_id, at: [found.lon, found.lat] }, refusals };
}

const refusal = (field: string, message: string, zh: string): WorkshopRefusal => ({ field, message, zh });

const noDistrict = (field: string, code: string) =>
  refusal(field, `there is no district ${code}`, `没有行政区 ${code}`);

function refusalsOf({ district_code, park_code, parcel_code, at }: Named, found: Found): WorkshopRefusal[] {
  if (found.district === null) return [noDistrict("district_code", district_code)];
  const refusals: WorkshopRefusal[] = [];
  const refuse = (...told: Parameters<typeof refusal>) => refusals.push(refusal(...told));
  if (park_code !== null && found.park_id === null)
    refuse("park_code", `there is no park ${park_code}`, `没有园区 ${park_code}`);
  else if (park_code !== null && found.park_district !== district_code)
    refuse("park_code", "the park does not lie in this district", "该园区不在所选行政区内");
  if (parcel_code !== null && found.parcel_id === null)
    refuse("parcel_code", `there is no parcel ${parcel_code}`, `没有宗地 ${parcel_code}`);
  else if (parcel_code !== null && found.parcel_district !== district_code)
    refuse("parcel_code", "the parcel does not lie in this district", "该宗地不在所选行政区内");
  if (refusals.length > 0) return refusals;
  if (found.lon === null)
    refuse(
      "at",
      "say where it stands: a parcel, a park with an outline, or a place on the map",
      "请指明位置：填写宗地代码、选择有范围的园区，或在地图上标注",
    );
  else if (at !== null && found.inside !== true)
    refuse("at", "the place does not lie in this district", "所标位置不在所选行政区内");
  return refusals;
}

/** The firm of a need among the enterprises, and what it names that is not there. */
export async function firmOf(
  trx: Knex.Transaction,
  { district_code, districts, credit_code }: Pick<NewNeed, "district_code" | "districts" | "credit_code">,
): Promise<{ enterprise_id: number | null; refusals: WorkshopRefusal[] }> {
  const ask = within(trx);
  const named = [district_code, ...districts];
  const known = await ask<{ code: string }>("select code from district where code = any(?)", [named]);
  const missing = (code: string) => !known.some((district) => district.code === code);
  const refusals = [
    ...(missing(district_code) ? [noDistrict("district_code", district_code)] : []),
    ...districts.filter(missing).map((code) => noDistrict("districts", code)),
  ];
  if (credit_code === null) return { enterprise_id: null, refusals };
  const [firm] = await ask<{ id: number }>("select id from enterprise where credit_code = ?", [credit_code]);
  if (!firm)
    refusals.push(
      refusal(
        "credit_code",
        `no firm ${credit_code} is known here`,
        `没有统一社会信用代码为 ${credit_code} 的企业`,
      ),
    );
  return { enterprise_id: firm?.id ?? null, refusals };
}
