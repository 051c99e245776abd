import type { GradeLetter } from "../../../../domain/api/ratings/grades.ts";
import type { AllocationPolicy } from "../../../../domain/api/ratings/policies.ts";

/** Fields in the order in which the table shows them. */
export const POLICY_FIELDS: readonly AllocationPolicy["field"][] = [
  "land",
  "energy",
  "power",
  "water",
  "gas",
  "emission",
  "finance",
  "other",
];

/** N has no policy of its own: a firm without data is asked for it. */
export const POLICY_GRADES: readonly GradeLetter[] = ["A", "B", "C", "D", "T"];
