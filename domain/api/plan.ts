import { z } from "zod";
import { STANDINGS } from "../plan/standing.ts";
import { commaList } from "./comma-list.ts";
import { GivenDay, Note, OneLine } from "./given.ts";
import { Source } from "./source.ts";
import { Text } from "./text.ts";

/** The plan (规划): what it asks for, how far it has come, who does what by when, and with which tools. */

const District = z.string().regex(/^\d{6}$/);

export const Actual = z.object({
  id: z.number().int(),
  version: z.number().int(),
  target: z.string(),
  year: z.number().int(),
  value: z.number(),
  /** annual (年度跟踪监测), mid_term (中期评估), final (末期评估) */
  kind: z.enum(["annual", "mid_term", "final"]),
  source: z.string(),
  note: z.string(),
  changedBy: z.string().nullable(),
  changedAt: z.string(),
  synthetic: z.boolean(),
});
export type Actual = z.infer<typeof Actual>;

export const PlanTarget = z.object({
  id: z.string(),
  /** Which board it stands on: the plan of the seven districts to 2030, the city's plan for 2021–2025, the city to 2030, land. */
  board: z.enum(["plan_155", "plan_145", "city_2030", "districts_2030", "land", "text_155"]),
  /** The city, the seven, or a district. */
  scope: Text,
  name: Text,
  unit: z.string(),
  operator: z.string(),
  base_year: z.number().int().nullable(),
  /** As the document prints it, and as a number where it is one. */
  base_printed: z.string().nullable(),
  base: z.number().nullable(),
  target_year: z.number().int().nullable(),
  target_printed: z.string(),
  /** The lower end of a span (7–9); null for words. */
  target: z.number().nullable(),
  cumulative: z.boolean(),
  /** The target is the mean of the period's years (年均). */
  annual_average: z.boolean(),
  actuals: z.array(Actual),
  /** The latest of them. */
  latest: Actual.nullable(),
  /** Of a mean of years: that of those known since the base; null for all other targets. */
  average: z.number().nullable(),
  standing: z.enum(STANDINGS),
  /** Where a straight path from the base to the target would be in the year of the latest figure. */
  path_now: z.number().nullable(),
  /** What each year from the latest figure on must add to reach the target. */
  needed_a_year: z.number().nullable(),
  source: Source,
});
export type PlanTarget = z.infer<typeof PlanTarget>;
/** `GET /api/plan/targets` */
export const TargetQuery = z.strictObject({
  board: PlanTarget.shape.board.optional(),
  /** As things stood at the end of that year. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});
export type TargetQuery = z.infer<typeof TargetQuery>;
/** `GET /api/plan/targets/list`: the same as a table that can be filled in and imported. */
export const TargetListQuery = TargetQuery.extend({ f: z.enum(["csv", "xlsx"]).default("xlsx") });
export const TargetBoard = z.object({ targets: z.array(PlanTarget) });
export type TargetBoard = z.infer<typeof TargetBoard>;

const ACTUAL = {
  year: z.number().int().min(2000).max(2100),
  value: z.number().min(-1e12).max(1e12),
  kind: z.enum(["annual", "mid_term", "final"]).default("annual"),
  source: OneLine.min(1).max(200),
  note: Note.default(""),
};
/** `POST /api/plan/targets/{id}/actuals` → 201; `PUT /api/plan/actuals/{id}`; `DELETE /api/plan/actuals/{id}?version=` */
export const NewActual = z.strictObject(ACTUAL);
export type NewActual = z.infer<typeof NewActual>;
export const ActualChange = z.strictObject({ ...ACTUAL, version: z.number().int().min(1) });
export type ActualChange = z.infer<typeof ActualChange>;
/** Which version somebody decided to take away. */
export const VersionQuery = z.strictObject({ version: z.coerce.number().int().min(1) });
/**
 * `POST /api/plan/actuals/import`, CSV (UTF-8 or GBK) with the columns target, year, value, source[, kind, note] or those of the
 * list: all rows or none. A mistake has its line in the field, such as `3.value`.
 */
export const ImportAnswer = z.object({ added: z.number().int(), changed: z.number().int() });
export type ImportAnswer = z.infer<typeof ImportAnswer>;

const ClusterMember = z.object({ district: z.string(), fields: z.array(Text), source: Source });
const PlanCluster = z.object({
  name: Text,
  main: z.array(ClusterMember),
  cooperating: z.array(ClusterMember),
});
/** `at` is null where no document says where it is: such an end is listed and not drawn; `basis` says how a place is known. */
const PlanLinkEnd = z.object({
  name: Text,
  at: z.tuple([z.number(), z.number()]).nullable(),
  basis: Text.nullable(),
});
const PlanLink = z.object({
  id: z.number().int(),
  group: Text,
  topic: Text,
  from: z.array(PlanLinkEnd),
  to: z.array(PlanLinkEnd),
  platforms: z.array(Text),
  source: Source,
});
const PlanPlatform = z.object({
  name: Text,
  kind: Text,
  level: Text.nullable(),
  district: z.string().nullable(),
  district_basis: z.string(),
  source: Source,
});
/** `GET /api/plan/cooperation`: clusters, links, platforms and belts. */
export const Cooperation = z.object({
  clusters: z.array(PlanCluster),
  links: z.array(PlanLink),
  platforms: z.array(PlanPlatform),
  belts: z.array(z.object({ name: Text, districts: z.array(z.string()), source: Source })),
});
export type Cooperation = z.infer<typeof Cooperation>;

/** `GET /api/plan/tools`: the instruments, each with its clauses and where the program uses it. */
export const PolicyTools = z.object({
  tools: z.array(
    z.object({
      id: z.string(),
      name: Text,
      category: Text,
      use: z.string().nullable(),
      /** Places of the page that it is used in, as addresses; none where the program does not use it. */
      used: z.array(z.object({ title: Text, address: z.string() })),
      sources: z.array(Source),
    }),
  ),
});
export type PolicyTools = z.infer<typeof PolicyTools>;

/** The three lists (三张清单): tasks (任务要点), who is responsible (责任主体), schedule and state (实施进度) by year. */
export const PlanTask = z.object({
  id: z.number().int(),
  version: z.number().int(),
  year: z.number().int(),
  /** Null for a task of the city. */
  district_code: z.string().nullable(),
  title: z.string(),
  points: z.string(),
  responsible: z.string(),
  cooperating: z.string(),
  begins_on: z.iso.date().nullable(),
  due_on: z.iso.date(),
  state: z.enum(["planned", "under_way", "done", "delayed", "dropped"]),
  progress: z.number().int(),
  note: z.string(),
  overdue: z.boolean(),
  source: Source.nullable(),
  changedBy: z.string().nullable(),
  changedAt: z.string(),
  synthetic: z.boolean(),
});
export type PlanTask = z.infer<typeof PlanTask>;
/** `GET /api/plan/tasks`; `GET /api/plan/tasks/list?f=csv|xlsx` takes the same filters. */
export const TaskQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  district: commaList(z.union([District, z.literal("city")])).optional(),
  state: commaList(PlanTask.shape.state).optional(),
  overdue: z.stringbool().optional(),
  q: z.string().trim().min(1).max(60).optional(),
});
export type TaskQuery = z.infer<typeof TaskQuery>;
export const TaskListQuery = TaskQuery.extend({ f: z.enum(["csv", "xlsx"]).default("xlsx") });
export const TaskList = z.object({ tasks: z.array(PlanTask), years: z.array(z.number().int()) });
export type TaskList = z.infer<typeof TaskList>;

const TASK = {
  year: z.number().int().min(2000).max(2100),
  district_code: District.nullable(),
  title: OneLine.min(1).max(120),
  points: Note.default(""),
  responsible: OneLine.min(1).max(200),
  cooperating: OneLine.max(200).default(""),
  begins_on: GivenDay.nullable().default(null),
  due_on: GivenDay,
  state: PlanTask.shape.state.default("planned"),
  progress: z.number().int().min(0).max(100).default(0),
  note: Note.default(""),
};
/** `POST /api/plan/tasks` → 201; `PUT /api/plan/tasks/{id}` (409 with `current`); `DELETE /api/plan/tasks/{id}?version=` */
export const NewTask = z.strictObject(TASK);
export type NewTask = z.infer<typeof NewTask>;
export const TaskChange = z.strictObject({ ...TASK, version: z.number().int().min(1) });
export type TaskChange = z.infer<typeof TaskChange>;

/** `GET /api/plan/briefing/{district}`: one district on one page: what the themes say of it. */
export const Briefing = z.object({
  district: z.object({ code: z.string(), name: Text }),
  date: z.iso.date(),
  parks: z.array(z.object({ code: z.string(), name: Text, level: z.string(), grade: z.string().nullable() })),
  industries: z.object({
    leading: z.array(Text),
    feature: z.array(Text),
    future: z.array(Text),
  }),
  grades: z
    .object({
      year: z.number().int(),
      firms: z.partialRecord(z.enum(["A", "B", "C", "D", "T", "N"]), z.number().int()),
      tax_per_mu: z.number().nullable(),
    })
    .nullable(),
  slack: z
    .object({
      referenceDate: z.iso.date(),
      idle: z.object({ parcels: z.number().int(), area_m2: z.number() }),
      inefficient: z.object({ parcels: z.number().int(), area_m2: z.number() }),
      scattered: z.object({ parcels: z.number().int(), area_m2: z.number() }),
      output_to_gain_wan: z.tuple([z.number(), z.number()]).nullable(),
      cases: z.object({ open: z.number().int(), closed: z.number().int(), revived_m2: z.number() }),
    })
    .nullable(),
  targets: z.array(PlanTarget),
  clusters: z.array(z.object({ name: Text, role: z.enum(["main", "cooperating"]), fields: z.array(Text) })),
  synthetic: z.boolean(),
});
export type Briefing = z.infer<typeof Briefing>;
