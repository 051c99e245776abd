import type { RuleList } from "../../domain/api/screening.ts";
import { assumptionsOf } from "../../domain/screening/assumptions.ts";
import { DEFAULTS } from "../../domain/screening/rule.ts";
import { RULE_VERSION, RULES } from "../../domain/screening/screen.ts";

/** The rules as they are told, with the thresholds that hold where a run sets none. */
export const ruleList: RuleList = {
  version: RULE_VERSION,
  assumptions: assumptionsOf(DEFAULTS, null),
  rules: RULES.map(({ fires: _, limits, ...rule }) => ({
    ...rule,
    limits: limits.map(({ name, unit }) => ({ name, value: DEFAULTS[name], unit })),
  })),
};
