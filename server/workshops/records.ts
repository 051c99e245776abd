import type { Need, Offer, Pairing } from "../../domain/api/workshops.ts";
import type { MatchCounts } from "../../domain/workshops/counting.ts";

/** Offers, needs and pairings as they are stored, and as whoever asks sees them. */

const KEPT = (alias: string) => `
  ${alias}.id, ${alias}.version, ${alias}.state, ${alias}.created_at, ${alias}.changed_at, a.display_name as "changedBy", ${alias}.synthetic`;

/** What is on offer, less what was signed for. */
export const LEFT = "round((w.idle_area_m2 - coalesce(s.area_m2, 0))::numeric, 2)";
export const SIGNED_OF_OFFER = `
  left join lateral (
    select sum(x.area_m2) as area_m2 from workshop_pairing x where x.workshop_id = w.id and x.state = 'signed') s on true`;

export const OFFER_COLUMNS = `
  ${KEPT("w")}, w.name, w.district_code, d.name as district_name, k.park_code, k.name as park_name, p.parcel_code, w.address,
  w.operator, w.contact, w.storey, w.ground_floor, w.floor_area_m2, w.idle_area_m2, ${LEFT} as left_m2, w.least_area_m2,
  w.height_m, w.load_kn_m2, w.power_kva, w.crane_t, w.rent_yuan, w.industries, w.free_from, w.note,
  array[ST_X(w.geom), ST_Y(w.geom)] as at`;
export const OFFER_FROM = `
  workshop w
  join district d on d.code = w.district_code
  left join park k on k.id = w.park_id
  left join parcel p on p.id = w.parcel_id
  left join account a on a.id = w.account_id
  ${SIGNED_OF_OFFER}`;

export const NEED_COLUMNS = `
  ${KEPT("n")}, n.firm, e.credit_code, n.industry_code, n.district_code, d.name as district_name, n.districts, n.contact,
  n.area_low_m2, n.area_high_m2, n.height_m, n.load_kn_m2, n.power_kva, n.crane_t, n.ground_floor, n.rent_yuan, n.wanted_by,
  n.note,
  (select round(coalesce(sum(x.area_m2), 0)::numeric, 2) from workshop_pairing x where x.need_id = n.id and x.state = 'signed') as signed_m2`;
export const NEED_FROM = `
  workshop_need n
  join district d on d.code = n.district_code
  left join enterprise e on e.id = n.enterprise_id
  left join account a on a.id = n.account_id`;

export const PAIRING_COLUMNS = `
  r.id, r.version, r.workshop_id as offer, r.need_id as need, r.state, r.area_m2, r.note, r.changed_at, a.display_name as "changedBy"`;
export const PAIRING_FROM = "workshop_pairing r left join account a on a.id = r.account_id";

type Stored<T> = Omit<T, "createdAt" | "changedAt" | "contact" | "matches"> & {
  created_at: Date;
  changed_at: Date;
  contact: string;
};
export type OfferRow = Stored<Offer>;
export type NeedRow = Stored<Need>;
export type PairingRow = Omit<Pairing, "changedAt"> & { changed_at: Date };

/** Who asks, and how many goes with each. Whom to call is for those who are signed in. */
export type View = { signedIn: boolean; counts: MatchCounts };

const seen = <R extends NeedRow | OfferRow>(
  { created_at, changed_at, contact, ...row }: R,
  signedIn: boolean,
) => ({
  ...row,
  contact: signedIn ? contact : null,
  createdAt: created_at.toISOString(),
  changedAt: changed_at.toISOString(),
});

export const presentOffer = (row: OfferRow, { signedIn, counts }: View): Offer => ({
  ...seen(row, signedIn),
  matches: counts.offers.get(row.id) ?? 0,
});

export const presentNeed = (row: NeedRow, { signedIn, counts }: View): Need => ({
  ...seen(row, signedIn),
  matches: counts.needs.get(row.id) ?? 0,
});

export const presentPairing = ({ changed_at, ...row }: PairingRow): Pairing => ({
  ...row,
  changedAt: changed_at.toISOString(),
});
