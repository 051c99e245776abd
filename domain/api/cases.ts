import { z } from "zod";
import { CASE_KINDS, CASE_STATES, CAUSES, DISPOSALS, STEPS } from "../cases/states.ts";
import { commaList } from "./comma-list.ts";
import { GivenDay, Note, RecordNumber } from "./given.ts";

/** Cases: a flagged parcel on its way from suspicion to its end. */

const Day = z.iso.date();

const CaseKind = z.enum(CASE_KINDS);
const CaseState = z.enum(CASE_STATES);
const Cause = z.enum(CAUSES);
const Disposal = z.enum(DISPOSALS);
const Step = z.enum(STEPS);
const Officer = z.object({ id: z.number().int(), displayName: z.string() });

/** Something that is due on a day, or was. */
export const Deadline = z.object({
  what: z.enum([
    "warning_90",
    "warning_30",
    "nine_months",
    "one_year",
    "two_years_90",
    "two_years",
    "disposal_due",
  ]),
  day: Day,
  /** Days from today; negative when past. */
  days: z.number().int(),
});
export type Deadline = z.infer<typeof Deadline>;

export const CaseSummary = z.object({
  id: z.number().int(),
  kind: CaseKind,
  state: CaseState,
  /** Counts changes; a step names the one it was decided on. */
  version: z.number().int(),
  parcel_code: z.string(),
  district_code: z.string(),
  district_name: z.string(),
  park_name: z.string().nullable(),
  address: z.string(),
  holder: z.string().nullable(),
  area_m2: z.number(),
  cause: Cause,
  disposal: Disposal.nullable(),
  decided_area_m2: z.number().nullable(),
  revived_area_m2: z.number().nullable(),
  assignee: Officer.nullable(),
  openedAt: z.string(),
  changedAt: z.string(),
  closedAt: z.string().nullable(),
  /** The next that is due, or the last that was missed while the case is open. */
  deadline: Deadline.nullable(),
  overdue: z.boolean(),
  files: z.number().int(),
  at: z.tuple([z.number(), z.number()]),
  synthetic: z.boolean(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** `GET /api/cases` */
export const CaseQuery = z.strictObject({
  state: commaList(CaseState).optional(),
  kind: commaList(CaseKind).optional(),
  district: commaList(z.string().regex(/^\d{6}$/)).optional(),
  parcel: z.string().length(19).optional(),
  /** The number of an account, or `me`. */
  assignee: z.union([z.literal("me"), z.literal("none"), z.coerce.number().int().min(1)]).optional(),
  overdue: z.stringbool().optional(),
  /** What is due from today within so many days. */
  due: z.coerce.number().int().min(1).max(3660).optional(),
  q: z.string().trim().min(1).max(60).optional(),
  sort: z.enum(["deadline", "-changed", "-opened", "-area", "code"]).default("deadline"),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  /** Code of a parcel; how many come before its first case in the whole selection is wanted too. */
  find: z.string().length(19).optional(),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

/** `GET /api/cases/ledger`: the same selection as a table (台账) for a spreadsheet. */
export const LedgerQuery = CaseQuery.omit({ limit: true, offset: true, find: true }).extend({
  f: z.enum(["csv", "xlsx"]).default("csv"),
});

export const CasePage = z.object({
  matched: z.number().int(),
  area_m2: z.number(),
  cases: z.array(CaseSummary),
  /** Null where the parcel that was to be found is not among them. */
  found: z.number().int().nullable().optional(),
});
export type CasePage = z.infer<typeof CasePage>;

/** `POST /api/cases` → Case (201). Without a finding of the shown run, a reason says why. */
export const NewCase = z.strictObject({
  parcelCode: z.string().length(19),
  kind: CaseKind,
  reason: Note.default(""),
  assigneeId: RecordNumber.nullable().default(null),
});
export type NewCase = z.infer<typeof NewCase>;

export const CaseEvent = z.object({
  id: z.number().int(),
  at: z.string(),
  by: Officer,
  kind: z.enum(["opened", "step", "undone", "note", "assigned", "file_added", "file_removed"]),
  step: Step.nullable(),
  from: CaseState.nullable(),
  to: CaseState.nullable(),
  note: z.string(),
  /** What the step wrote down, by the names of CaseStep; a file's name. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type CaseEvent = z.infer<typeof CaseEvent>;

export const CaseFile = z.object({
  id: z.number().int(),
  name: z.string(),
  mediaType: z.enum(["application/pdf", "image/jpeg", "image/png", "image/webp"]),
  bytes: z.number().int(),
  sha256: z.string(),
  addedAt: z.string(),
  addedBy: Officer,
});
export type CaseFile = z.infer<typeof CaseFile>;

/** `GET /api/cases/{id}` */
export const Case = CaseSummary.extend({
  reason: z.string(),
  finding: z.object({ run: z.number().int(), rules: z.array(z.string()), since: Day.nullable() }).nullable(),
  verifiedOn: Day.nullable(),
  decidedOn: Day.nullable(),
  dueOn: Day.nullable(),
  deadlines: z.array(Deadline),
  events: z.array(CaseEvent),
  attachments: z.array(CaseFile),
  /** Steps that its state allows, and whether who asks may take them. */
  steps: z.array(Step),
  mayAct: z.boolean(),
  /** Whether who asks may take back the last step: it is theirs and nobody has built on it. */
  mayUndo: z.boolean(),
  disposals: z.array(Disposal),
});
export type Case = z.infer<typeof Case>;

/**
 * `POST /api/cases/{id}/steps` → Case. Each step wants its own: verify a cause and a day; reject and reopen a note; decide a way of
 * disposal, an area, a day and when it is due; begin a day; close a day and the area that was revived. A version that is not the
 * newest is a 409 that carries the case as it is.
 */
export const CaseStep = z.strictObject({
  step: Step,
  version: z.number().int().min(1),
  note: Note.default(""),
  on: GivenDay.optional(),
  cause: Cause.optional(),
  disposal: Disposal.optional(),
  decidedAreaM2: z.number().positive().max(1e9).optional(),
  dueOn: GivenDay.optional(),
  revivedAreaM2: z.number().min(0).max(1e9).optional(),
});
export type CaseStep = z.infer<typeof CaseStep>;

/** `POST /api/cases/{id}/undo`, `/notes`, `/assignee` → Case */
export const CaseUndo = z.strictObject({ version: z.number().int().min(1) });
export const CaseNote = z.strictObject({ note: Note.min(1) });
export const CaseAssignment = z.strictObject({
  version: z.number().int().min(1),
  assigneeId: RecordNumber.nullable(),
});

/** `POST /api/cases/{id}/files?name=`: the bytes themselves → CaseFile (201); `GET`, `DELETE /api/cases/{id}/files/{file}`. */
export const FileQuery = z.strictObject({ name: z.string().trim().min(1).max(120) });

const Counted = z.object({ cases: z.number().int(), area_m2: z.number() });

const Progress = z.object({
  /** Parcels that the shown screening suspects or a case speaks of, each once. */
  found: z.object({ parcels: z.number().int(), area_m2: z.number() }),
  opened: Counted,
  /** Cases that have come that far, wherever they are now; what was rejected has come to nothing. */
  verified: Counted,
  decided: Counted,
  closed: Counted,
  rejected: Counted,
  /** Land that closed cases brought back into use; of a parcel at most all of it. */
  revived_m2: z.number(),
  overdue: z.number().int(),
});
export type Progress = z.infer<typeof Progress>;

/** `GET /api/cases/summary`; as a table by district, and as a workbook that has the months, too. */
export const SummaryQuery = CaseQuery.pick({ kind: true, district: true }).extend({
  f: z.enum(["json", "csv", "xlsx"]).default("json"),
});

/** How far found land has come, by district and month by month. */
export const CasesSummary = z.object({
  districts: z.array(
    Progress.extend({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }),
  ),
  total: Progress,
  /** The last 24 months, up to this one. */
  trend: z.array(
    z.object({
      month: z.string(),
      opened: z.number().int(),
      verified: z.number().int(),
      decided: z.number().int(),
      closed: z.number().int(),
      revived_m2: z.number(),
    }),
  ),
  synthetic: z.boolean(),
});
export type CasesSummary = z.infer<typeof CasesSummary>;

/** Of open cases: what is due from today within so many days, and what was missed. */
const Agenda = z.object({
  open: z.number().int(),
  within30: z.number().int(),
  within90: z.number().int(),
  overdue: z.number().int(),
});
export type Agenda = z.infer<typeof Agenda>;

/** `GET /api/cases/agenda`: of all, and of whoever asks where they may have cases. */
export const CasesAgenda = z.object({ all: Agenda, mine: Agenda.nullable() });
export type CasesAgenda = z.infer<typeof CasesAgenda>;
