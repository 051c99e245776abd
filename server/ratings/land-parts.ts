import type { RatingExplanation } from "../../domain/api/ratings/explanation.ts";
import { apportion, LAND_RULES, TENURES } from "../../domain/rating/land.ts";
import type { Read } from "../read.ts";
import { inUseAtEndOf } from "./occupation-at.ts";

/** Which parcels a firm's land is made of, and by which rule each counts. */

type Row = {
  enterprise_id: number;
  parcel_id: number;
  parcel: string;
  tenure: (typeof TENURES)[number];
  area: number;
  floorArea: number | null;
  agreedFar: number | null;
  floor: number | null;
};

/** All users of its parcels, for several owners share one among them. */
const sqlOf = (year: number) => `
  select o.enterprise_id, p.id as parcel_id, p.parcel_code as parcel, o.tenure, p.area_m2 as area,
         p.floor_area_m2 as "floorArea", p.agreed_far as "agreedFar", o.floor_area_m2 as floor
    from occupation o join parcel p on p.id = o.parcel_id
   where ${inUseAtEndOf(year)}
     and o.parcel_id in (select o.parcel_id from occupation o where o.enterprise_id = ? and ${inUseAtEndOf(year)})
   order by p.parcel_code, o.id`;

export async function landPartsOf(
  read: Read,
  year: number,
  enterpriseId: number,
  signal: AbortSignal,
): Promise<RatingExplanation["land"]> {
  const rows = await read<Row>(sqlOf(year), [enterpriseId], signal);
  const { parts, rules } = apportion(occupationsOf(rows));
  return rows.flatMap((row, i) => {
    if (row.enterprise_id !== enterpriseId) return [];
    const mu = parts[i]!;
    return {
      parcel: row.parcel,
      tenure: row.tenure,
      parcelArea_m2: row.area,
      floorArea_m2: row.floor,
      land_mu: Number.isNaN(mu) ? null : mu,
      rule: LAND_RULES[rules[i]!]!,
    };
  });
}

function occupationsOf(rows: readonly Row[]) {
  const firms = placesBy(rows.map((row) => row.enterprise_id));
  const parcels = placesBy(rows.map((row) => row.parcel_id));
  const first = [...parcels.keys()].map((id) => rows.find((row) => row.parcel_id === id)!);
  const figures = (numbers: (number | null)[]) => Float64Array.from(numbers, (value) => value ?? Number.NaN);
  return {
    firms: firms.size,
    firm: Int32Array.from(rows, (row) => firms.get(row.enterprise_id)!),
    parcel: Int32Array.from(rows, (row) => parcels.get(row.parcel_id)!),
    tenure: Uint8Array.from(rows, (row) => TENURES.indexOf(row.tenure)),
    floor: figures(rows.map((row) => row.floor)),
    parcels: {
      area: figures(first.map((row) => row.area)),
      floorArea: figures(first.map((row) => row.floorArea)),
      agreedFar: figures(first.map((row) => row.agreedFar)),
    },
  };
}

const placesBy = (ids: readonly number[]) => new Map([...new Set(ids)].map((id, place) => [id, place]));
