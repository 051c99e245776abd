import type { GradeLetter } from "../api/ratings/grades.ts";

/** What screening knows of a parcel. Days are civil days, counted from 1970-01-01; money is in 万元; null where nobody reported it. */
export type ParcelFacts = {
  code: string;
  district: string;
  area_m2: number;
  /** Code of its park, or of the one that this lies in. */
  park: string | null;
  /** Part of its outline inside any park. */
  park_share: number;
  industry: string | null;
  price_wan: number | null;
  supplied: number | null;
  agreed_start: number | null;
  extension_days: number;
  agreed_completion: number | null;
  agreed_far: number | null;
  agreed_investment_wan: number | null;
  started: number | null;
  completed: number | null;
  development_stopped: number | null;
  production_stopped: number | null;
  invested_wan: number | null;
  required_area_m2: number | null;
  developed_area_m2: number | null;
  floor_area_m2: number | null;
  base_area_m2: number | null;
  office_area_m2: number | null;
  prohibited_industry: boolean;
  safety_breach: boolean;
  /** Revenue of its firms a year, by their land on it, in the newest year that is rated. */
  output_wan: number | null;
  /** What the published ratings above and below the designated size say of it, the newest year first. */
  ratings: readonly ParcelRating[];
};

export type ParcelRating = {
  year: number;
  grade: GradeLetter;
  /** Whether that is the lowest grade its scheme has. */
  lowest: boolean;
  /** Tax of its firms over their land on it, in 万元 a mu; and the same of their whole pool. */
  tax_per_mu: number | null;
  mean_tax_per_mu: number | null;
};

export const RULE_NAMES = [
  "idle_not_started",
  "idle_stalled",
  "late_completion",
  "low_investment",
  "production_stopped",
  "prohibited_or_unsafe",
  "lowest_grade_twice",
  "low_tax_twice",
  "low_floor_area",
  "low_building_coefficient",
  "large_office_share",
  "scattered",
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

export const KINDS = ["idle", "inefficient", "scattered"] as const;
export type FindingKind = (typeof KINDS)[number];

/** A hard rule is enough by itself, two soft ones together; a label only says what a parcel is. */
export type Weight = "hard" | "soft" | "label";

/** How sure the source of a rule is, as the domain rules mark it. */
export type Certainty = "policy" | "read" | "second_hand" | "common" | "suggested";

/** What a rule fired on. */
export type Evidence = {
  rule: RuleName;
  weight: Weight;
  /** The first day on which it held, where it counts from a day. */
  since: number | null;
  /** The figures it looked at, by the name of the fact; days as ISO dates. */
  facts: Readonly<Record<string, number | string>>;
  /** The thresholds then in force. */
  limits: Readonly<Record<string, number>>;
};

export type Finding = {
  kind: FindingKind;
  evidence: readonly Evidence[];
  since: number | null;
};
