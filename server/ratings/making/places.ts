import type { Knex } from "knex";
import type { Text } from "../../../domain/api/text.ts";
import { NOWHERE } from "../../../domain/rating/columns.ts";

/** Districts and parks by their place in lists, as the columns of a rating name them. */

type Place = { code: string; name: Text };
export type ParkPlace = Place & { id: number };

export type PlaceLists = {
  districts: Place[];
  parks: ParkPlace[];
  /** District of each park, NOWHERE for those whose district no document states. */
  parkDistrict: Uint16Array;
  /** The park that each stands in, -1 for none. */
  parkParent: Int32Array;
  /** Place by code and by number inside the database; NOWHERE for what is not in the lists. */
  district(code: string): number;
  park(id: number): number;
};

const DISTRICTS = `
  select code, json_build_object('zh', name, 'en', name_en) as name from district order by code`;

const PARKS = `
  select id, park_code as code, json_build_object('zh', name, 'en', name_en) as name, district_code, parent_id
    from park order by park_code`;

type ParkRow = ParkPlace & { district_code: string | null; parent_id: number | null };

export async function readPlaces(trx: Knex.Transaction): Promise<PlaceLists> {
  const { rows: districts } = await trx.raw<{ rows: Place[] }>(DISTRICTS);
  const { rows: parkRows } = await trx.raw<{ rows: ParkRow[] }>(PARKS);
  const districtPlaces = new Map(districts.map(({ code }, i) => [code, i]));
  const parkPlaces = new Map(parkRows.map(({ id }, i) => [id, i]));
  const district = (code: string) => districtPlaces.get(code) ?? NOWHERE;
  return {
    districts,
    parks: parkRows.map(({ id, code, name }) => ({ id, code, name })),
    parkDistrict: Uint16Array.from(parkRows, (park) => district(park.district_code ?? "")),
    parkParent: Int32Array.from(parkRows, ({ parent_id }) => parkPlaces.get(parent_id ?? 0) ?? -1),
    district,
    park: (id) => parkPlaces.get(id) ?? NOWHERE,
  };
}
