import { z } from "zod";
import { CRITERIA, FITS } from "../workshops/criteria.ts";
import { commaList } from "./comma-list.ts";
import { GivenDay, Note, OneLine, RecordNumber } from "./given.ts";

/** Standard workshops (标准厂房): floor area on offer, firms' needs, and how the two go together (供需清单). */

const Day = z.iso.date();
const District = z.string().regex(/^\d{6}$/, { error: "choose a district, by its code of six digits" });
const Industry = z
  .string()
  .regex(/^\d{2,4}$/, { error: "choose an industry, by its code of two to four digits" });
const Line = OneLine.max(120);
/** What is called by a code is looked up, and what isn't there is told. */
const Code = z.string().trim().min(1).max(80);
const SMALLEST = 0.01;
const Area = z.number().min(SMALLEST).max(9_999_999);
const Height = z.number().min(SMALLEST).max(99);
const Load = z.number().min(SMALLEST).max(999);
const Power = z.number().min(0).max(1_000_000);
const Crane = z.number().min(0).max(2000);
const Rent = z.number().min(0).max(100_000);
const State = z.enum(["open", "closed"]);
/** The version that a change was made on; another answers 409 with the record as it is now. */
const version = { version: z.number().int().min(1) };

const OFFER = {
  name: Line.min(1),
  district_code: District,
  /** Code of a park of that district. */
  park_code: Code.nullable().default(null),
  parcel_code: Code.nullable().default(null),
  address: Line.default(""),
  operator: Line.min(1),
  contact: Line.default(""),
  storey: Line.default(""),
  ground_floor: z.boolean().default(false),
  floor_area_m2: Area,
  idle_area_m2: z.number().min(0).max(9_999_999),
  least_area_m2: Area.nullable().default(null),
  height_m: Height.nullable().default(null),
  load_kn_m2: Load.nullable().default(null),
  power_kva: Power.nullable().default(null),
  crane_t: Crane.nullable().default(null),
  rent_yuan: Rent.nullable().default(null),
  industries: z
    .array(z.string().regex(/^\d{2}$/))
    .max(40)
    .default([]),
  free_from: GivenDay.nullable().default(null),
  note: Note.default(""),
  /** Lon, lat; left out, it is where the parcel is, else where the park is. */
  at: z
    .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
    .nullable()
    .default(null),
};

/** `POST /api/workshops/offers` → 201 with the offer; what cannot be so of it together is told by `domain/workshops/soundness.ts`. */
export const NewOffer = z.strictObject(OFFER);
export type NewOffer = z.infer<typeof NewOffer>;

/** `PUT /api/workshops/offers/{id}`: the whole offer anew. */
export const OfferChange = z.strictObject({ ...OFFER, state: State, ...version });
export type OfferChange = z.infer<typeof OfferChange>;

const NEED = {
  firm: Line.min(1),
  /** 统一社会信用代码 of a firm that is known here. */
  credit_code: Code.nullable().default(null),
  industry_code: Industry,
  district_code: District,
  districts: z.array(District).max(20).default([]),
  contact: Line.default(""),
  area_low_m2: Area,
  area_high_m2: Area,
  height_m: Height.nullable().default(null),
  load_kn_m2: Load.nullable().default(null),
  power_kva: Power.nullable().default(null),
  crane_t: Crane.nullable().default(null),
  ground_floor: z.boolean().default(false),
  rent_yuan: Rent.nullable().default(null),
  wanted_by: GivenDay.nullable().default(null),
  note: Note.default(""),
};

/** `POST /api/workshops/needs` → 201 with the need. */
export const NewNeed = z.strictObject(NEED);
export type NewNeed = z.infer<typeof NewNeed>;

/** `PUT /api/workshops/needs/{id}` */
export const NeedChange = z.strictObject({ ...NEED, state: State, ...version });
export type NeedChange = z.infer<typeof NeedChange>;

const Kept = z.object({
  id: z.number().int(),
  version: z.number().int(),
  state: State,
  createdAt: z.string(),
  changedAt: z.string(),
  changedBy: z.string().nullable(),
  synthetic: z.boolean(),
});

const nullable = z.number().nullable();

/** Contacts are told only to whoever is signed in; null for others. */
export const Offer = Kept.extend({
  name: z.string(),
  district_code: z.string(),
  district_name: z.string(),
  park_code: z.string().nullable(),
  park_name: z.string().nullable(),
  parcel_code: z.string().nullable(),
  address: z.string(),
  operator: z.string(),
  contact: z.string().nullable(),
  storey: z.string(),
  ground_floor: z.boolean(),
  floor_area_m2: z.number(),
  idle_area_m2: z.number(),
  /** On offer, less what was signed for. */
  left_m2: z.number(),
  least_area_m2: nullable,
  height_m: nullable,
  load_kn_m2: nullable,
  power_kva: nullable,
  crane_t: nullable,
  rent_yuan: nullable,
  industries: z.array(z.string()),
  free_from: Day.nullable(),
  note: z.string(),
  at: z.tuple([z.number(), z.number()]),
  /** Open needs that nothing speaks against; none once it is closed. */
  matches: z.number().int(),
});
export type Offer = z.infer<typeof Offer>;

export const Need = Kept.extend({
  firm: z.string(),
  credit_code: z.string().nullable(),
  industry_code: z.string(),
  district_code: z.string(),
  district_name: z.string(),
  districts: z.array(z.string()),
  contact: z.string().nullable(),
  area_low_m2: z.number(),
  area_high_m2: z.number(),
  height_m: nullable,
  load_kn_m2: nullable,
  power_kva: nullable,
  crane_t: nullable,
  ground_floor: z.boolean(),
  rent_yuan: nullable,
  wanted_by: Day.nullable(),
  note: z.string(),
  /** Floor area it signed for. */
  signed_m2: z.number(),
  /** Open offers that nothing speaks against; none once it is closed. */
  matches: z.number().int(),
});
export type Need = z.infer<typeof Need>;

const LIST = {
  district: commaList(District).optional(),
  /** A division of GB/T 4754. */
  industry: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  state: State.optional(),
  /** Only those that something goes with. */
  matched: z.stringbool().optional(),
  q: z.string().trim().min(1).max(60).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
};
/** `GET /api/workshops/offers`, `GET /api/workshops/needs` */
export const OfferQuery = z.strictObject({
  ...LIST,
  sort: z.enum(["-left", "rent", "-matches", "-changed", "name"]).default("-left"),
});
export type OfferQuery = z.infer<typeof OfferQuery>;
export const NeedQuery = z.strictObject({
  ...LIST,
  sort: z.enum(["wanted", "-area", "-matches", "-changed", "firm"]).default("wanted"),
});
export type NeedQuery = z.infer<typeof NeedQuery>;

export const OfferPage = z.object({
  matched: z.number().int(),
  /** Of those that are open. */
  left_m2: z.number(),
  offers: z.array(Offer),
});
export type OfferPage = z.infer<typeof OfferPage>;
export const NeedPage = z.object({
  matched: z.number().int(),
  /** Of those that are open. */
  area_low_m2: z.number(),
  needs: z.array(Need),
});
export type NeedPage = z.infer<typeof NeedPage>;

const Fits = z.record(z.enum(CRITERIA), z.enum(FITS));

export const Pairing = z.object({
  id: z.number().int(),
  version: z.number().int(),
  offer: z.number().int(),
  need: z.number().int(),
  state: z.enum(["introduced", "signed", "dropped"]),
  area_m2: nullable,
  note: z.string(),
  changedAt: z.string(),
  changedBy: z.string().nullable(),
});
export type Pairing = z.infer<typeof Pairing>;

const match = { fits: Fits, score: z.number(), pairing: Pairing.nullable() };
/** `GET /api/workshops/offers/{id}`: with the needs, those that fit best first; those that something speaks against come last. The best 200, and all that were brought together with it. */
export const OfferDetail = Offer.extend({ needs: z.array(z.object({ ...match, need: Need })) });
export type OfferDetail = z.infer<typeof OfferDetail>;
/** `GET /api/workshops/needs/{id}` */
export const NeedDetail = Need.extend({ offers: z.array(z.object({ ...match, offer: Offer })) });
export type NeedDetail = z.infer<typeof NeedDetail>;

/** `POST /api/workshops/pairings` → 201, or 409 with the pairing there is; `PUT /api/workshops/pairings/{id}` with the version. */
const PAIRING = {
  state: z.enum(["introduced", "signed", "dropped"]),
  area_m2: Area.nullable().default(null),
  note: Note.default(""),
};
export const NewPairing = z.strictObject({
  offer: RecordNumber,
  need: RecordNumber,
  ...PAIRING,
});
export type NewPairing = z.infer<typeof NewPairing>;
export const PairingChange = z.strictObject({ ...PAIRING, ...version });
export type PairingChange = z.infer<typeof PairingChange>;

/** `GET /api/workshops/summary`: what is open, by district, for a panel; what was signed for counts where the floor is. */
export const WorkshopSummary = z.object({
  offers: z.number().int(),
  left_m2: z.number(),
  needs: z.number().int(),
  needed_low_m2: z.number(),
  signed_m2: z.number(),
  districts: z.array(
    z.object({
      code: z.string(),
      left_m2: z.number(),
      needed_low_m2: z.number(),
      signed_m2: z.number(),
    }),
  ),
  synthetic: z.boolean(),
});
export type WorkshopSummary = z.infer<typeof WorkshopSummary>;

/** `GET /api/workshops/list`: 供需清单; as XLSX both sides and the pairings as sheets, as CSV the side asked for. */
export const WorkshopListQuery = z.strictObject({
  side: z.enum(["offers", "needs", "pairings"]).default("offers"),
  district: commaList(District).optional(),
  f: z.enum(["csv", "xlsx"]).default("xlsx"),
});
export type WorkshopListQuery = z.infer<typeof WorkshopListQuery>;
