/** CQL2 expressions as the JSON of the standard (OGC 21-065): what the text is read into, and what is made into SQL. */

export type Node =
  | string
  | number
  | boolean
  | readonly Node[]
  | Readonly<{ op: string; args: readonly Node[] }>
  | Readonly<{ property: string }>
  | Readonly<{ date: string }>
  | Readonly<{ timestamp: string }>
  | Readonly<{ interval: readonly Node[] }>
  | Readonly<{ bbox: readonly number[] }>
  | Geometry;

export type Geometry =
  | Readonly<{ type: string; coordinates: unknown }>
  | Readonly<{ type: string; geometries: readonly unknown[] }>;

/** Deep and wide enough for what people and programs write, and small enough to be read and planned in no time. */
export const DEEPEST = 40;
export const WIDEST = 1_500;
/** Of geometries that are laid over each feature anew: to ask what it touches, crosses, overlaps or equals. */
export const MOST_POSITIONS = 250;

/** What is wrong with a filter, said to whoever wrote it. */
export class Refused extends Error {}

/** Operators as JSON names them, by their names in lower case: texts may write them in any. */
const named = (names: string) => new Map(names.split(" ").map((name) => [name.toLowerCase(), name]));

export const SPATIAL = named(
  "s_intersects s_disjoint s_contains s_within s_touches s_crosses s_overlaps s_equals",
);
export const TEMPORAL = named(
  "t_after t_before t_contains t_disjoint t_during t_equals t_finishedBy t_finishes t_intersects t_meets t_metBy t_overlappedBy t_overlaps t_startedBy t_starts",
);
export const ARRAY = named("a_equals a_contains a_containedBy a_overlaps");
export const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ...SPATIAL,
  ...TEMPORAL,
  ...ARRAY,
  ...named("casei"),
]);
