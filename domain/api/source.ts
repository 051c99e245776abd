import { z } from "zod";

/** Where a fact stands in a policy document: file, section, and a short phrase found there word for word. */
export const Source = z.object({
  file: z.string(),
  section: z.string(),
  evidence: z.string().optional(),
  line: z.number().int().optional(),
});
export type Source = z.infer<typeof Source>;

/** `GET /api/sources/{file}?line=`: the paragraphs around a cited line. */
export const SourcePassage = z.object({
  document: z.object({
    id: z.string(),
    file: z.string(),
    title: z.string(),
    level: z.string(),
    draft: z.boolean(),
  }),
  lines: z.array(z.object({ number: z.number().int(), text: z.string(), cited: z.boolean() })),
});
export type SourcePassage = z.infer<typeof SourcePassage>;

export const SourceQuery = z.strictObject({ line: z.coerce.number().int().min(1).optional() });
