import { z } from "zod";
import { Source } from "../source.ts";
import { GradeLetter } from "./grades.ts";
import { Day } from "./responses.ts";

/** What grades are used for (差别化配置). */

const PolicyField = z.enum(["land", "power", "water", "gas", "emission", "energy", "finance", "other"]);

export const AllocationPolicy = z.object({
  id: z.number().int(),
  field: PolicyField,
  grades: z.array(GradeLetter),
  measure: z.string(),
  measureEn: z.string().nullable(),
  basis: z.string(),
  source: Source.nullable(),
  scope: z.enum(["here", "elsewhere"]),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  shipped: z.boolean(),
});
export type AllocationPolicy = z.infer<typeof AllocationPolicy>;

/** `GET`, `POST /api/ratings/policies`; `DELETE /api/ratings/policies/{id}` */
export const PolicyList = z.object({ policies: z.array(AllocationPolicy) });
export type PolicyList = z.infer<typeof PolicyList>;

export const NewPolicy = z
  .strictObject({
    field: PolicyField,
    grades: z.array(GradeLetter).min(1),
    measure: z.string().trim().min(1).max(500),
    basis: z.string().trim().min(1).max(300),
    scope: z.enum(["here", "elsewhere"]).default("here"),
    validFrom: Day.optional(),
    validTo: Day.optional(),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
    path: ["validTo"],
    message: "is before validFrom",
  });
