import { z } from "zod";

/** RFC 9457 problem details: every error the server answers. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** The detail in Chinese, where somebody wrote it. */
  zh: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string(), zh: z.string().optional() })).optional(),
  /** The record as it is, where a request was decided on what it was before. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;
