import { z } from "zod";

/** What firms say of their rating during the notice (公示), and what comes of it. */

const ResponseKind = z.enum(["confirmation", "objection"]);

const Outcome = z.enum(["accepted", "rejected"]);

export const RatingResponse = z.object({
  id: z.number().int(),
  run: z.number().int(),
  year: z.number().int(),
  creditCode: z.string(),
  name: z.string(),
  kind: ResponseKind,
  raisedOn: z.string(),
  raisedBy: z.string(),
  statement: z.string(),
  outcome: Outcome.nullable(),
  outcomeNote: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
export type RatingResponse = z.infer<typeof RatingResponse>;

export const Day = z.iso.date();

/** `POST /api/ratings/runs/{id}/responses`, while the notice lasts. */
export const NewResponse = z
  .strictObject({
    creditCode: z.string().length(18),
    kind: ResponseKind,
    raisedOn: Day,
    raisedBy: z.string().trim().min(1).max(60),
    statement: z.string().trim().max(2000).default(""),
  })
  .refine(({ kind, statement }) => kind === "confirmation" || statement !== "", {
    path: ["statement"],
    message: "an objection says what it objects to",
  });
export type NewResponse = z.infer<typeof NewResponse>;

/** `POST /api/ratings/responses/{id}/decision` */
export const Decision = z.strictObject({
  outcome: Outcome,
  note: z.string().trim().min(1).max(2000),
  decidedOn: Day,
  /** Who writes it, where nobody else is named. */
  decidedBy: z.string().trim().min(1).max(60).optional(),
});
export type Decision = z.infer<typeof Decision>;

export const ResponseQuery = z.strictObject({
  open: z.stringbool().optional(),
  creditCode: z.string().length(18).optional(),
});

export const ResponseList = z.object({ responses: z.array(RatingResponse) });
export type ResponseList = z.infer<typeof ResponseList>;
