import { z } from "zod";
import { Source } from "./source.ts";
import { Text } from "./text.ts";

/** An industry a document gives a district, with what it should focus on. */
export const Industry = z.object({ name: Text, focus: z.array(Text) });

/** A fact with the clause it comes from. */
const Cited = <T extends z.ZodType>(value: T) => z.object({ value, source: Source });

/** What the plan says of a district; stored with the district. */
export const DistrictProfile = z.object({
  positioning: Cited(Text),
  leading: Cited(z.array(Industry)),
  feature: Cited(z.array(Industry)),
  future: Cited(z.array(Industry)),
  coreParks: z.array(z.object({ name: Text, level: Text, source: Source })),
  belt: Cited(Text),
  revenueTarget2030: Cited(z.number()),
  notes: z.array(Cited(Text)),
});
export type DistrictProfile = z.infer<typeof DistrictProfile>;

const Point = z.tuple([z.number(), z.number()]);
const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const DistrictSummary = z.object({
  code: z.string(),
  name: Text,
  group: z.string(),
  emerging: z.boolean(),
  labelPoint: Point,
  bounds: Box,
  /** Absent for the quiet districts around. */
  leading: z.array(Text).optional(),
  belt: Text.optional(),
  revenueTarget2030: z.number().optional(),
  revenue2025: z.number().optional(),
});
export type DistrictSummary = z.infer<typeof DistrictSummary>;

export const SpecialType = z.enum(["chain_leader", "innovation", "small_firms", "scenario"]);
export type SpecialType = z.infer<typeof SpecialType>;
const ParkLevel = z.enum(["development_zone", "special_park", "named_place"]);
export type ParkLevel = z.infer<typeof ParkLevel>;

export const ParkSummary = z.object({
  code: z.string(),
  name: Text,
  level: ParkLevel,
  grade: z.enum(["national", "provincial"]).nullable(),
  specialType: SpecialType.nullable(),
  districtCode: z.string().nullable(),
  /** Null where no place is known: the park is listed, not drawn. */
  labelPoint: Point.nullable(),
  outlineBasis: z.enum(["surveyed", "schematic"]).nullable(),
});
export type ParkSummary = z.infer<typeof ParkSummary>;

/** A published figure of the whole region. */
export const RegionFigure = z.object({
  id: z.string(),
  name: z.string(),
  value: z.string(),
  unit: z.string(),
  year: z.string(),
  source: Source,
});
export type RegionFigure = z.infer<typeof RegionFigure>;

/** `GET /api/layout`: the layout theme. */
export const Layout = z.object({
  districts: z.array(DistrictSummary),
  parks: z.array(ParkSummary),
  belts: z.array(z.object({ name: Text, districts: z.array(z.string()), source: Source })),
  figures: z.array(RegionFigure),
});
export type Layout = z.infer<typeof Layout>;
