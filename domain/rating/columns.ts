import type { Figure } from "./figures.ts";
import type { Grades } from "./scheme.ts";

/**
 * The columns that the rating works on: one typed array per figure, the same in the server and in the browser. Firms stand in the
 * order of their credit codes; whoever fills the columns sees to that, and the place of a firm decides what nothing else does.
 */

/** Nobody's place among districts, parks and industries. */
export const NOWHERE = 0xffff;

/** A year of firms, as reported. */
export type FirmColumns = {
  count: number;
  /** Place in the list of districts, parks, industries that comes with the columns; NOWHERE for none. */
  district: Uint16Array;
  park: Uint16Array;
  industry: Uint16Array;
  /** 1 for firms above the designated size in that year. */
  aboveScale: Uint8Array;
  /** NaN where a figure was not reported. `land` is in mu, as apportioned; `one` is left out. */
  figures: Readonly<Record<Exclude<Figure, "one">, Float64Array>>;
  /** Bits in the order of the lists in figures.ts. */
  vetoes: Uint8Array;
  exemptions: Uint8Array;
  protections: Uint8Array;
  /** Points of bonuses and deductions are sums over titles; a bit per title of the list that comes with the columns. */
  titles: Uint32Array;
};

/** Why a firm is or isn't graded. */
export const STANDING = { outside: 0, rated: 1, exempt: 2, incomplete: 3 } as const;
/** Bits of a firm's mark. */
export const MARK = { vetoed: 1, protected: 2 } as const;

/**
 * What grading needs and no slider changes. `ratios` are each indicator's value over its baseline, in single precision, so that what
 * travels to the browser is bit for bit what the server graded.
 */
export type Measured = {
  count: number;
  district: Uint16Array;
  /** Place in the run's list of pools; NOWHERE for firms that are not rated. */
  pool: Uint16Array;
  pools: number;
  standing: Uint8Array;
  mark: Uint8Array;
  /** One per indicator of the scheme, in its order; NaN where a figure is missing. */
  ratios: readonly Float32Array[];
  /** Bonuses less deductions, both kept within their limits. */
  extra: Float32Array;
  /** Mu. */
  land: Float32Array;
};

/** Grades by points, best first. */
export const RATED = ["A", "B", "C", "D"] as const;
/** T (not rated for good reason) and N (not enough is known) stand beside the order. */
export const LETTERS = [...RATED, "T", "N"] as const;
export type Grade = (typeof LETTERS)[number];
/** Letters by their number in a grade column. */
export const GRADES = ["", ...LETTERS] as const;

/** The grade that counts for what grades are used for: a firm that is not rated for good reason (T) is treated like B. */
export const gradeThatCounts = (grade: Grade): Grade => (grade === "T" ? "B" : grade);

/** A park with fewer rated firms is not graded: they say little of it. */
export const LEAST_FIRMS = 5;

/** The letters that a scheme gives, best first; T and N stand beside them. */
export const lettersOf = ({ letters }: Pick<Grades, "letters">): readonly ("A" | "B" | "C" | "D")[] =>
  GRADES.slice(1, letters.length + 1) as ("A" | "B" | "C" | "D")[];

/** What a planner's hand changes. */
export type Terms = {
  weights: Float64Array;
  caps: Float64Array;
  /** 1 where less is better. */
  lower: Uint8Array;
  multiple: number;
  grades: Grades;
};

/**
 * A line that a firm from below must reach to get the grade, in millionths of a point; null where no score would do, or where nobody
 * who could cross it is below.
 */
export type Line = { grade: Grade; points: number | null };

export type Graded = {
  /** Score in millionths of a point; only of rated firms. */
  points: Int32Array;
  /** Index into GRADES. */
  grade: Uint8Array;
  /** For each pool, best grade first. */
  lines: Line[][];
};
