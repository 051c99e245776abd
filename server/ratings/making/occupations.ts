import type { Knex } from "knex";
import { floorAreaRatios } from "../../../domain/rating/floor-area.ts";
import { apportion } from "../../../domain/rating/land.ts";
import { copyOut } from "../../db/copy/out.ts";
import { type PlaceOfId, placeOfId } from "../place-of-id.ts";
import type { FirmsOfYear } from "./firms-of-year.ts";
import { occupationQuery, occupationsInUse, PARCEL_QUERY } from "./queries.ts";

/** The land that firms stand on, from who used which parcel on the last day of a year. */

type Parcels = { ids: Int32Array; area: Float64Array; floorArea: Float64Array; agreedFar: Float64Array };

export type OccupationRows = {
  enterprise: Int32Array;
  /** Place in `parcels`. */
  parcel: Int32Array;
  tenure: Uint8Array;
  floor: Float64Array;
  /** Bits: 1 in use at the end of the year, 2 at the end of the year before. */
  inUse: Uint8Array;
  parcels: Parcels;
};

/**
 * Which parcel each firm stands on, and with how much of its land. `firms` counts those of the year, which come first, and others
 * that share parcels with them.
 */
export type Land = { firms: number; firm: Int32Array; parcel: Int32Array; parts: Float64Array };

async function countOf(trx: Knex.Transaction, from: string): Promise<number> {
  const { rows } = await trx.raw<{ rows: [{ count: number }] }>(`select count(*) from ${from}`);
  return rows[0].count;
}

async function readParcels(trx: Knex.Transaction): Promise<Parcels> {
  const count = await countOf(trx, "parcel");
  const [area, floorArea, agreedFar] = [0, 0, 0].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const ids = new Int32Array(count);
  let i = 0;
  await copyOut(trx, PARCEL_QUERY, ({ integer, float }) => {
    ids[i] = integer();
    area[i] = float();
    floorArea[i] = float();
    agreedFar[i] = float();
    i++;
  });
  return { ids, area, floorArea, agreedFar };
}

/** `before` asks for those of the year before too. */
export async function readOccupations(
  trx: Knex.Transaction,
  year: number,
  before: boolean,
): Promise<OccupationRows> {
  const parcels = await readParcels(trx);
  const place = placeOfId(parcels.ids);
  const count = await countOf(trx, occupationsInUse(year, before));
  const rows: OccupationRows = {
    enterprise: new Int32Array(count),
    parcel: new Int32Array(count),
    tenure: new Uint8Array(count),
    floor: new Float64Array(count),
    inUse: new Uint8Array(count),
    parcels,
  };
  let i = 0;
  await copyOut(trx, occupationQuery(year, before), ({ integer, float }) => {
    rows.enterprise[i] = integer();
    rows.parcel[i] = place(integer());
    rows.tenure[i] = integer();
    rows.floor[i] = float();
    rows.inUse[i] = integer();
    i++;
  });
  return rows;
}

/** Fills in the land and the floor-area ratio of the firms of a year, and tells where they stand. */
export function settle(firms: FirmsOfYear, rows: OccupationRows, bit: 1 | 2): Land {
  const used = rows.inUse.reduce((count, inUse) => count + Number((inUse & bit) > 0), 0);
  const [firm, parcel] = [new Int32Array(used), new Int32Array(used)];
  const [tenure, floor] = [new Uint8Array(used), new Float64Array(used)];
  const number = numbering(placeOfId(firms.ids), firms.ids.length);
  let i = 0;
  for (let row = 0; row < rows.inUse.length; row++) {
    if (((rows.inUse[row] ?? 0) & bit) === 0) continue;
    firm[i] = number.of(rows.enterprise[row] ?? 0);
    parcel[i] = rows.parcel[row] ?? 0;
    tenure[i] = rows.tenure[row] ?? 0;
    floor[i] = rows.floor[row] ?? Number.NaN;
    i++;
  }
  const { parcels } = rows;
  const { land, parts } = apportion({ firms: number.used(), firm, parcel, tenure, floor, parcels });
  const ratios = floorAreaRatios({ firms: number.used(), firm, parcel, parts, parcels });
  const { count, figures } = firms.columns;
  figures.land.set(land.subarray(0, count));
  figures.floorAreaRatio.set(ratios.subarray(0, count));
  return { firms: number.used(), firm, parcel, parts };
}

/** Firms that are not rated share parcels with those that are: they get numbers after these. */
function numbering(place: PlaceOfId, count: number) {
  const others = new Map<number, number>();
  return {
    used: () => count + others.size,
    of(id: number): number {
      const known = place(id);
      if (known >= 0) return known;
      const other = others.get(id) ?? count + others.size;
      others.set(id, other);
      return other;
    },
  };
}
