import type { GroupQuery, PotentialQuery } from "../../domain/api/potential.ts";
import type { Candidate, CandidateQuery } from "../../domain/api/screening.ts";
import type { CaseState } from "../../domain/cases/states.ts";
import type { FindingKind, RuleName } from "../../domain/screening/facts.ts";
import { DEFAULT_WORKSHOPS, type WorkshopView } from "./workshops/state.ts";

/** What the slack theme shows, as part of the view that a link carries. */
export type SlackView = {
  by: SlackColour;
  kinds: readonly FindingKind[];
  rules: readonly RuleName[];
  districts: readonly string[];
  urgencies: readonly Urgency[];
  /** `none` for parcels without a case. */
  states: readonly (CaseState | "none")[];
  /** Only the cases of whoever is signed in. */
  mine: boolean;
  overdue: boolean;
  /** Only cases that are due within so many days. */
  due: DueWithin | null;
  /** Part of a parcel code, an address or a holder. */
  q: string;
  /** In the list of potential: also, or only, land that the screening found nothing on. */
  unfound: boolean;
  drawer: SlackDrawer;
  sort: CandidateSort;
  caseSort: CaseSort;
  potentialSort: PotentialSort;
  groupSort: GroupSort;
  desk: SlackDesk | null;
  workshops: WorkshopView;
};

export const SLACK_COLOURS = ["kind", "urgency", "state"] as const;
export type SlackColour = (typeof SLACK_COLOURS)[number];

/** Spelled out because their own file would bring the schemas into the page. */
export const URGENCY_ORDER = ["overdue", "soon", "later", "none"] as const satisfies readonly Urgency[];
export type Urgency = Candidate["urgency"];

export const DUE_WITHIN = [30, 90] as const;
export type DueWithin = (typeof DUE_WITHIN)[number];

export const SLACK_DRAWERS = [
  "closed",
  "candidates",
  "cases",
  "progress",
  "potential",
  "groups",
  "workshops",
] as const;
export type SlackDrawer = (typeof SLACK_DRAWERS)[number];

export const CANDIDATE_SORTS = [
  "-days",
  "days",
  "-area",
  "area",
  "code",
  "deadline",
] as const satisfies readonly CandidateQuery["sort"][];
export type CandidateSort = (typeof CANDIDATE_SORTS)[number];

export const CASE_SORTS = ["deadline", "-changed", "-opened", "-area", "code"] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

export const POTENTIAL_SORTS = [
  "-output",
  "-floor",
  "-area",
  "code",
] as const satisfies readonly PotentialQuery["sort"][];
export type PotentialSort = (typeof POTENTIAL_SORTS)[number];

export const GROUP_SORTS = [
  "-area",
  "-parcels",
  "-output",
  "distance",
  "code",
] as const satisfies readonly GroupQuery["sort"][];
export type GroupSort = (typeof GROUP_SORTS)[number];

/** What of screening stands open in a dialog of its own: its runs, or a new one. */
export const SLACK_DESKS = ["runs", "new"] as const;
export type SlackDesk = (typeof SLACK_DESKS)[number];

export const LONGEST_SEARCH = 60;

export const DEFAULT_SLACK: SlackView = {
  by: "kind",
  kinds: [],
  rules: [],
  districts: [],
  urgencies: [],
  states: [],
  mine: false,
  overdue: false,
  due: null,
  q: "",
  unfound: false,
  drawer: "closed",
  sort: "-days",
  caseSort: "deadline",
  potentialSort: "-output",
  groupSort: "-area",
  desk: null,
  workshops: DEFAULT_WORKSHOPS,
};
