import type { Thresholds as Given } from "../api/screening.ts";
import type { Text } from "../api/text.ts";
import type { Certainty, FindingKind, ParcelFacts, RuleName, Weight } from "./facts.ts";
import type { FloorAreaMinimum } from "./floor-area.ts";

/** What a rule is: a name, where it comes from, what it can be set to, and a test on a parcel. */

export type Thresholds = { readonly [Name in keyof Given]-?: number };

/** What a screening judges by. */
export type Limits = Readonly<{ thresholds: Thresholds; minima: readonly FloorAreaMinimum[] }>;

/** What a rule saw when it fired; `weight` and `limits` where these are not simply those of the rule. */
export type Fired = {
  since: number | null;
  facts: Readonly<Record<string, number | string>>;
  weight?: Weight;
  limits?: Readonly<Record<string, number>>;
};

export type Rule = Readonly<{
  name: RuleName;
  /** As officers call it. */
  number: string;
  kind: FindingKind;
  weight: Weight;
  title: Text;
  test: Text;
  basis: Readonly<{
    text: Text;
    certainty: Certainty;
    source: { file: string; section: string; line: number } | null;
  }>;
  limits: readonly { name: keyof Thresholds; unit: "months" | "share" | "ratio" | "count" | "wan_per_mu" }[];
  /** Null where it doesn't fire; what nobody reported fires nothing. */
  fires(facts: ParcelFacts, on: number, limits: Limits): Fired | null;
}>;

export const DEFAULTS: Thresholds = {
  idle_months: 12,
  idle_developed_share: 1 / 3,
  idle_invested_share: 0.25,
  stalled_months: 12,
  late_months: 24,
  investment_months: 24,
  investment_share: 0.5,
  production_months: 12,
  tax_share: 1 / 3,
  far_default: 0.8,
  far_hard: 0.6,
  building_coefficient: 0.3,
  office_share: 0.07,
  park_share: 0.5,
  soft_together: 2,
  output_control: 0,
  output_share: 0.5,
  upstairs_far: 2,
  upstairs_from: 0.8,
};

const PLAN = "004_a6f2ba46ca1a64b5.txt";

/** Where the plan of the seven districts asks for idle and inefficient land to be brought back into use, and for scattered land. */
export const POLICY = {
  slack: { file: PLAN, section: "四（二）4", line: 330 },
  scattered: { file: PLAN, section: "四（二）4", line: 332 },
} as const;
