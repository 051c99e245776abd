import { readFileSync } from "node:fs";
import { z } from "zod";
import { Source } from "../../domain/api/source.ts";

/** The parts of data/policy-facts.json that become reference data. Values are printed as the documents print them. */
const Printed = z.union([z.string(), z.number()]).transform(String);
const PrintedOrNothing = Printed.nullable().default(null);

const Mention = z.object({ name: z.string(), source: Source, note: z.string().optional() });
const Industry = z.object({ name: z.string(), focus: z.array(z.string()).default([]) });
const Placed = Mention.extend({ district: z.string().nullable(), district_basis: z.string() });

const District = z.object({
  code: z.string(),
  name: z.string(),
  positioning_summary: z.string(),
  core_parks: z.array(Mention.extend({ level: z.string() })),
  leading: z.array(Industry),
  feature: z.array(Industry),
  future: z.array(Industry),
  revenue_target_2030: z.object({
    value: z.number(),
    unit: z.string(),
    indicator: z.string(),
    source: Source,
  }),
  box1: z.object({ source: Source }),
  variance_body_vs_box1: z.array(z.string()).default([]),
});
export type DistrictFacts = z.infer<typeof District>;

const Member = z.object({ district: z.string(), fields: z.array(z.string()), source: Source });

const Facts = z.object({
  meta: z.object({
    documents: z.array(
      z.object({
        id: z.string(),
        file: z.string(),
        title: z.string(),
        level: z.string(),
        horizon: z.string(),
      }),
    ),
  }),
  region: z.object({
    belts: z.array(z.object({ name: z.string(), districts: z.array(z.string()), source: Source })),
  }),
  region_baseline: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      value: Printed,
      unit: z.string(),
      year: Printed,
      district: z.string().optional(),
      note: z.string().optional(),
      source: Source,
    }),
  ),
  districts: z.array(District),
  table1_targets_2030: z.array(
    z.object({
      no: Printed,
      indicator: z.string(),
      unit: z.string(),
      "2025": PrintedOrNothing,
      "2030": Printed,
      cumulative: z.boolean(),
      source: Source,
    }),
  ),
  text_targets_004: z.array(
    Mention.extend({
      key: z.string(),
      value: Printed.optional(),
      unit: z.string().optional(),
      year: z.number().optional(),
      district: z.string().optional(),
    }),
  ),
  plan_145_indicators: z.array(
    z.object({
      no: z.number(),
      sub: z.string().nullable(),
      indicator: z.string(),
      unit: z.string(),
      "2020": PrintedOrNothing,
      "2025": Printed,
      annual_average: z.boolean(),
      source: Source,
    }),
  ),
  clusters: z.array(z.object({ cluster: z.string(), main: z.array(Member), cooperating: z.array(Member) })),
  development_zones: z.array(Placed.extend({ level: z.enum(["国家级", "省级"]) })),
  special_parks: z.array(
    Placed.extend({ type: z.enum(["链主企业带动型", "创新成果转化型", "中小企业集聚型", "场景开放驱动型"]) }),
  ),
  other_places_004: z.array(Placed),
  parks_001_by_industry: z.array(
    Mention.extend({
      industry: z.string(),
      sub: z.string().nullable(),
      district_in_seven: z.string().nullable(),
      district_basis: z.string().nullable(),
    }),
  ),
  innovation_platforms: z.array(Placed.extend({ kind: z.string(), level: z.string().nullable() })),
  cooperation_links: z.array(
    z.object({
      group: z.string(),
      from: z.array(z.unknown()),
      to: z.array(z.unknown()),
      topic: z.string(),
      platforms: z.array(z.string()).default([]),
      note: z.string().optional(),
      source: Source,
    }),
  ),
  city_targets_000: z.array(
    Mention.extend({ value: Printed, unit: z.string(), op: z.string().default(">="), year: Printed }),
  ),
  land_targets: z.array(
    Mention.extend({
      id: z.string(),
      op: z.string(),
      value: Printed,
      unit: z.string(),
      year: PrintedOrNothing,
      scope: z.string(),
    }),
  ),
  derived_figures: z.array(Mention.extend({ formula: z.string(), value: Printed, unit: z.string() })),
  land_policy_tools: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      name_en: z.string(),
      category: z.string(),
      system_function: z.string().nullable().default(null),
      sources: z.array(Source),
    }),
  ),
});
export type Facts = z.infer<typeof Facts>;

const fromData = (file: string): string =>
  readFileSync(new URL(`../../data/${file}`, import.meta.url), "utf8");

export const readFacts = (): Facts => Facts.parse(JSON.parse(fromData("policy-facts.json")));

/** Lines of a policy document; line 1 is the first. */
export const documentLines = (file: string): string[] => fromData(`policy/${file}`).split("\n");

const EnglishNames = z.object({
  parks: z.array(
    z.object({ park_code: z.string(), zh: z.string(), variants: z.array(z.string()), en: z.string() }),
  ),
  terms: z.record(z.string(), z.string()),
});
export type EnglishNames = z.infer<typeof EnglishNames>;

export const readEnglishNames = (): EnglishNames =>
  EnglishNames.parse(JSON.parse(fromData("english-names.json")));

/** A Chinese term with its English; a missing one is a gap in data/english-names.json. */
export function bilingual({ terms }: EnglishNames, zh: string) {
  const en = terms[zh];
  if (!en) throw new Error(`data/english-names.json has no English for ${zh}`);
  return { zh, en };
}
