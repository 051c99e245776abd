import type { Need, NewNeed, NewOffer, Offer } from "../../../../domain/api/workshops.ts";

/** What a person has typed of a record, as text until it is sent. */

type Drafted<Order, Listed extends keyof Order, Ticked extends keyof Order> = {
  [Name in keyof Order]: Name extends Listed ? readonly string[] : Name extends Ticked ? boolean : string;
};
export type OfferDraft = Drafted<NewOffer, "industries", "ground_floor">;
export type NeedDraft = Drafted<NewNeed, "districts", "ground_floor">;
export type Draft = OfferDraft | NeedDraft;

const text = (value: string | number | null | undefined): string => (value == null ? "" : String(value));

/** About a metre; what nobody has changed is sent as it was. */
const DEGREE_DIGITS = 5;
export const placeText = (at: readonly number[] | null | undefined): string =>
  at ? at.map((degrees) => Number(degrees.toFixed(DEGREE_DIGITS))).join(", ") : "";

export const offerDraft = (of: Offer | null, district: string): OfferDraft => ({
  name: text(of?.name),
  operator: text(of?.operator),
  contact: text(of?.contact),
  district_code: of?.district_code ?? district,
  park_code: text(of?.park_code),
  parcel_code: text(of?.parcel_code),
  address: text(of?.address),
  at: placeText(of?.at),
  floor_area_m2: text(of?.floor_area_m2),
  idle_area_m2: text(of?.idle_area_m2),
  least_area_m2: text(of?.least_area_m2),
  storey: text(of?.storey),
  ground_floor: of?.ground_floor ?? false,
  height_m: text(of?.height_m),
  load_kn_m2: text(of?.load_kn_m2),
  power_kva: text(of?.power_kva),
  crane_t: text(of?.crane_t),
  rent_yuan: text(of?.rent_yuan),
  industries: of?.industries ?? [],
  free_from: text(of?.free_from),
  note: text(of?.note),
});

export const needDraft = (of: Need | null, district: string): NeedDraft => ({
  firm: text(of?.firm),
  credit_code: text(of?.credit_code),
  industry_code: text(of?.industry_code),
  district_code: of?.district_code ?? district,
  contact: text(of?.contact),
  area_low_m2: text(of?.area_low_m2),
  area_high_m2: text(of?.area_high_m2),
  height_m: text(of?.height_m),
  load_kn_m2: text(of?.load_kn_m2),
  power_kva: text(of?.power_kva),
  crane_t: text(of?.crane_t),
  ground_floor: of?.ground_floor ?? false,
  rent_yuan: text(of?.rent_yuan),
  wanted_by: text(of?.wanted_by),
  districts: of?.districts ?? [],
  note: text(of?.note),
});

/** Null where nothing was typed; what is no number, the answer says beside its field. */
const number = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed));
const orNull = (typed: string): string | null => typed.trim() || null;

/** An order as it is sent: a figure that must be there may still be missing. */
type Sent<Order> = { [Name in keyof Order]: number extends Order[Name] ? Order[Name] | null : Order[Name] };

const POINT = /^\s*(-?[\d.]+)\s*[,，\s]\s*(-?[\d.]+)\s*$/;

/** Lon, lat as typed; what can't be read is sent so that it is refused. */
function placeOf(typed: string): [number, number] | null {
  if (typed.trim() === "") return null;
  const [, lon, lat] = POINT.exec(typed) ?? [];
  return [Number(lon), Number(lat)];
}

/** A workshop that moves to another parcel is where that parcel is, unless a place is named as well. */
const atOf = (draft: OfferDraft, before: Offer | null): [number, number] | null =>
  before && draft.at === placeText(before.at)
    ? draft.parcel_code === text(before.parcel_code)
      ? before.at
      : null
    : placeOf(draft.at);

export const offerSent = (draft: OfferDraft, before: Offer | null): Sent<NewOffer> => ({
  name: draft.name,
  operator: draft.operator,
  contact: draft.contact,
  district_code: draft.district_code,
  park_code: orNull(draft.park_code),
  parcel_code: orNull(draft.parcel_code),
  address: draft.address,
  at: atOf(draft, before),
  floor_area_m2: number(draft.floor_area_m2),
  idle_area_m2: number(draft.idle_area_m2),
  least_area_m2: number(draft.least_area_m2),
  storey: draft.storey,
  ground_floor: draft.ground_floor,
  height_m: number(draft.height_m),
  load_kn_m2: number(draft.load_kn_m2),
  power_kva: number(draft.power_kva),
  crane_t: number(draft.crane_t),
  rent_yuan: number(draft.rent_yuan),
  industries: [...draft.industries],
  free_from: orNull(draft.free_from),
  note: draft.note,
});

export const needSent = (draft: NeedDraft): Sent<NewNeed> => ({
  firm: draft.firm,
  credit_code: orNull(draft.credit_code),
  industry_code: draft.industry_code,
  district_code: draft.district_code,
  contact: draft.contact,
  area_low_m2: number(draft.area_low_m2),
  area_high_m2: number(draft.area_high_m2),
  height_m: number(draft.height_m),
  load_kn_m2: number(draft.load_kn_m2),
  power_kva: number(draft.power_kva),
  crane_t: number(draft.crane_t),
  ground_floor: draft.ground_floor,
  rent_yuan: number(draft.rent_yuan),
  wanted_by: orNull(draft.wanted_by),
  districts: [...draft.districts],
  note: draft.note,
});

/** Fields that differ between two states of a record. */
export const changedIn = <D extends Draft>(before: D, after: D): (keyof D & string)[] =>
  (Object.keys(after) as (keyof D & string)[]).filter((name) => String(before[name]) !== String(after[name]));
