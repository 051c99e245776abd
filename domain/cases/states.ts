/** The way of a case (盘活处置): from suspicion to its end. Nothing here knows of accounts or of the database. */

export const CASE_STATES = ["suspected", "verified", "decided", "in_progress", "closed", "rejected"] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_KINDS = ["idle", "inefficient", "scattered"] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** Who the delay is put down to: a human decision, unknown (待调查) until then. */
export const CAUSES = ["unknown", "firm", "government", "force_majeure", "preparation"] as const;
export type Cause = (typeof CAUSES)[number];

export const STEPS = ["verify", "reject", "decide", "begin", "close", "reopen"] as const;
export type Step = (typeof STEPS)[number];

/** Ways of disposal (处置方式), by the names that are stored. */
export const DISPOSALS = [
  "negotiated_recovery",
  "merger",
  "upgrading",
  "reinvestment",
  "planning_change",
  "consolidation",
  "function_change",
  "relocation",
  "unified_reserve",
  "workshop_renewal",
  "more_capacity",
  "observation",
  "idle_fee",
  "recovery_without_pay",
  "extension",
  "temporary_use",
  "exchange",
] as const;
export type Disposal = (typeof DISPOSALS)[number];
