import type { Random } from "../ground/random.ts";
import type { Owner } from "./owners.ts";

/** What became of a parcel; the names tell which rule it should meet, or nearly meet. */
export type Fate =
  | "running"
  | "building"
  | "never_started"
  | "abandoned"
  | "nearly_idle"
  | "extended"
  | "late"
  | "thin_investment"
  | "closed_down"
  | "barred"
  | "empty_ground"
  | "sprawling"
  | "one_soft_flaw"
  | "just_enough";

const MAIN_SITES: readonly (readonly [Fate, number])[] = [
  ["running", 868],
  ["thin_investment", 16],
  ["closed_down", 8],
  ["barred", 9],
  ["empty_ground", 7],
  ["sprawling", 20],
  ["one_soft_flaw", 52],
  ["just_enough", 20],
];

const FURTHER_SITES: readonly (readonly [Fate, number])[] = [
  ["running", 690],
  ["building", 66],
  ["never_started", 26],
  ["abandoned", 19],
  ["nearly_idle", 10],
  ["extended", 5],
  ["late", 18],
  ["thin_investment", 16],
  ["closed_down", 24],
  ["barred", 8],
  ["empty_ground", 11],
  ["sprawling", 30],
  ["one_soft_flaw", 60],
  ["just_enough", 21],
];

/** A large firm's main site is at work; what stands empty are further sites and those of small firms. */
export const fateOf = (random: Random, kind: Owner["kind"], isMain: boolean): Fate =>
  kind === "giant" ? "running" : random.weighted(isMain && kind === "above" ? MAIN_SITES : FURTHER_SITES);
