import { z } from "zod";
import { Scheme } from "../../rating/scheme.ts";
import { Text } from "../text.ts";

/** Rating schemes: every change is a new version. */

/** One version of a scheme. `GET /api/ratings/schemes`, `/api/ratings/schemes/{key}?version=` */
export const SchemeVersion = z.object({
  key: z.string(),
  version: z.number().int(),
  name: Text,
  shipped: z.boolean(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  basedOn: z.object({ key: z.string(), version: z.number().int() }).nullable(),
  definition: Scheme,
});
export type SchemeVersion = z.infer<typeof SchemeVersion>;

/** The newest version of every scheme. */
export const SchemeList = z.object({ schemes: z.array(SchemeVersion) });
export type SchemeList = z.infer<typeof SchemeList>;

export const SchemeKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "lower-case letters, digits and -, at most 60");

/** `POST /api/ratings/schemes`: a new scheme, or the next version of one. What was made earlier is never changed. */
export const NewScheme = z.strictObject({
  key: SchemeKey,
  definition: Scheme,
  basedOn: z.strictObject({ key: SchemeKey, version: z.number().int().min(1).max(1_000_000) }).optional(),
  /** Who writes it, where nobody else is named. */
  by: z.string().trim().min(1).max(60).optional(),
});
export type NewScheme = z.infer<typeof NewScheme>;
