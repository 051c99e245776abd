import { z } from "zod";
import { DistrictProfile, ParkSummary } from "./layout.ts";
import { GradeLetter, Size } from "./ratings/grades.ts";
import { Source } from "./source.ts";
import { Text } from "./text.ts";

/** The sheets: everything the map knows of one selected thing. Dates are ISO civil dates, areas m², money 万元. */

const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Reference = z.object({ code: z.string(), name: Text });

/** What the rating runs that count say of it, oldest year first, firms above the designated size before the others. */
const Ratings = z.array(
  z.object({
    year: z.number().int(),
    run: z.number().int(),
    size: Size,
    grade: GradeLetter,
    score: z.number().nullable(),
  }),
);
export type Ratings = z.infer<typeof Ratings>;

const YearFigures = z.object({
  year: z.number().int(),
  revenue_wan: z.number().nullable(),
  valueAdded_wan: z.number().nullable(),
  investment_wan: z.number().nullable(),
});

/** `GET /api/districts/{code}` */
export const DistrictSheet = z.object({
  code: z.string(),
  name: Text,
  group: z.string(),
  emerging: z.boolean(),
  bounds: Box,
  area_m2: z.number(),
  outlineSource: z.string(),
  profile: DistrictProfile.nullable(),
  years: z.array(YearFigures),
  industrialArea_m2: z.number(),
  scatteredArea_m2: z.number(),
  /** Parcels of industrial land; there are others beside them. */
  parcels: z.number().int(),
  enterprises: z.number().int(),
  enterprisesAboveScale: z.number().int(),
  parks: z.array(ParkSummary),
  synthetic: z.boolean(),
});
export type DistrictSheet = z.infer<typeof DistrictSheet>;

/** `GET /api/parks/{code}` */
export const ParkSheet = ParkSummary.extend({
  bounds: Box.nullable(),
  area_m2: z.number().nullable(),
  district: Reference.nullable(),
  districtBasis: z.enum(["stated", "name", "cross_document", "general_knowledge", "unknown"]),
  parent: Reference.nullable(),
  children: z.array(Reference),
  leadingIndustries: z.array(z.string()),
  note: z.string().nullable(),
  source: Source,
  /** Parcels of industrial land; there are others beside them. */
  parcels: z.number().int(),
  industrialArea_m2: z.number(),
  enterprises: z.number().int(),
  enterprisesAboveScale: z.number().int(),
  /** Of firms above the designated size (规上), as the published figures of districts are. */
  revenue_wan: z.number().nullable(),
  tax_wan: z.number().nullable(),
  /** Land uses inside, by area. */
  uses: z.array(z.object({ landUseCode: z.string(), newIndustry: z.boolean(), area_m2: z.number() })),
  ratings: Ratings,
  synthetic: z.boolean(),
});
export type ParkSheet = z.infer<typeof ParkSheet>;

const Occupier = z.object({
  creditCode: z.string(),
  name: z.string(),
  tenure: z.enum(["owned", "leased_in", "leased_out"]),
  floorArea_m2: z.number().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  /** Whether `to` has passed. */
  expired: z.boolean(),
});

/** `GET /api/parcels/{code}` */
export const ParcelSheet = z.object({
  code: z.string(),
  district: Reference,
  park: Reference.nullable(),
  parkShare: z.number(),
  bounds: Box,
  address: z.string(),
  landUseCode: z.string(),
  newIndustry: z.boolean(),
  controlLine: z.enum(["red", "yellow", "none"]),
  industryCode: z.string().nullable(),
  holder: z.string().nullable(),
  area_m2: z.number(),
  areaBasis: z.enum(["certificate", "contract", "measured"]),
  netArea_m2: z.number(),
  measuredArea_m2: z.number(),
  contract: z.object({
    supplyMode: z.enum(["transfer", "negotiated", "allocation", "lease", "lease_then_transfer"]).nullable(),
    contractNo: z.string().nullable(),
    supplyDate: z.string().nullable(),
    termYears: z.number().int().nullable(),
    price_wan: z.number().nullable(),
    agreedStart: z.string().nullable(),
    extensionDays: z.number().int(),
    agreedCompletion: z.string().nullable(),
    agreedFar: z.number().nullable(),
    agreedInvestment_wan: z.number().nullable(),
    agreedTaxPerMu_wan: z.number().nullable(),
  }),
  progress: z.object({
    started: z.string().nullable(),
    completed: z.string().nullable(),
    developmentStopped: z.string().nullable(),
    productionStopped: z.string().nullable(),
    invested_wan: z.number().nullable(),
    requiredArea_m2: z.number().nullable(),
    developedArea_m2: z.number().nullable(),
    floorArea_m2: z.number().nullable(),
    baseArea_m2: z.number().nullable(),
    officeArea_m2: z.number().nullable(),
  }),
  occupiers: z.array(Occupier),
  ratings: Ratings,
  synthetic: z.boolean(),
});
export type ParcelSheet = z.infer<typeof ParcelSheet>;

/** `GET /api/enterprises/{credit_code}` */
export const EnterpriseSheet = z.object({
  creditCode: z.string(),
  name: z.string(),
  district: Reference,
  park: Reference.nullable(),
  point: z.tuple([z.number(), z.number()]),
  industryCode: z.string(),
  chain: z.string().nullable(),
  aboveScale: z.boolean(),
  aboveScaleSince: z.number().int().nullable(),
  founded: z.string().nullable(),
  titles: z.array(z.string()),
  years: z.array(
    z.object({
      year: z.number().int(),
      aboveScale: z.boolean(),
      revenue_wan: z.number().nullable(),
      tax_wan: z.number().nullable(),
      valueAdded_wan: z.number().nullable(),
      staff: z.number().nullable(),
      energy_tce: z.number().nullable(),
      rd_wan: z.number().nullable(),
      investment_wan: z.number().nullable(),
      emissions_t: z.number().nullable(),
      vetoes: z.array(z.string()),
      exemptions: z.array(z.string()),
      protections: z.array(z.string()),
    }),
  ),
  parcels: z.array(
    z.object({
      code: z.string(),
      tenure: z.enum(["owned", "leased_in", "leased_out"]),
      area_m2: z.number(),
      floorArea_m2: z.number().nullable(),
      from: z.string(),
      to: z.string().nullable(),
      counterparty: z.object({ creditCode: z.string(), name: z.string() }).nullable(),
    }),
  ),
  ratings: Ratings,
  synthetic: z.boolean(),
});
export type EnterpriseSheet = z.infer<typeof EnterpriseSheet>;
