import { MARK, type Measured, STANDING } from "./columns.ts";
import { LEAST_POINTS, MOST_POINTS } from "./points.ts";

/**
 * Which score is the nth of a pool, without sorting: rated firms are counted in steps of points, and only the steps that hold a score
 * asked for are looked at one by one.
 */

/** Values of a mark; those of the veto and the protection together. */
const MARKS = 4;
/** More counters than this, or than a few for every firm, cost more to clear than a finer count saves. */
const COUNTERS = 1 << 20;
const COUNTERS_PER_FIRM = 8;
/** 8192 millionths: with a million firms in one pool some 75 share a step. */
const FINEST = 13;
const COARSEST = 25;

/** Whose scores are counted: a bit for each value of a mark. */
export const WHO = {
  everybody: 0b1111,
  /** Free to have the best grades. */
  unbarred: (1 << 0) | (1 << MARK.protected),
  /** Free to have the lowest, where the barred have a place of their own. */
  plain: 1 << 0,
  /** Free to have the lowest, the barred among them. */
  unprotected: (1 << 0) | (1 << MARK.vetoed) | (1 << (MARK.vetoed | MARK.protected)),
} as const;

/** The score that is the `rank`th of a pool from below, 1 being the lowest. */
export type Question = { pool: number; who: number; rank: number };

export type Census = {
  /** How many of a pool are asked for. */
  count(pool: number, who: number): number;
  answer(questions: readonly Question[]): Int32Array;
};

/** Kept from one census to the next; what a census holds is good until then. */
let counters = new Int32Array(0);
let keys = new Int32Array(0);

export function census(measured: Measured, points: Int32Array): Census {
  const { pools } = measured;
  const shift = shiftFor(pools, measured.count);
  const steps = ((MOST_POINTS - LEAST_POINTS) >> shift) + 1;
  const size = pools * MARKS * steps;
  if (counters.length < size) counters = new Int32Array(size);
  else counters.fill(0, 0, size);
  count(measured, points, shift, steps, counters);
  const counted: Counted = { measured, points, shift, steps, firms: new Int32Array(pools * MARKS) };
  for (let group = 0; group < counted.firms.length; group++) {
    let all = 0;
    for (let at = group * steps; at < (group + 1) * steps; at++) all += counters[at] as number;
    counted.firms[group] = all;
  }
  return {
    count: (pool, who) => sumOf(counted.firms, pool * MARKS, who, 1),
    answer: (questions) => answer(counted, questions),
  };
}

type Counted = { measured: Measured; points: Int32Array; shift: number; steps: number; firms: Int32Array };

function count(measured: Measured, points: Int32Array, shift: number, steps: number, into: Int32Array) {
  const { count, pool, mark, standing } = measured;
  const { rated } = STANDING;
  const least = LEAST_POINTS;
  for (let i = 0; i < count; i++) {
    if (standing[i] !== rated) continue;
    const group = (pool[i] as number) * MARKS + (mark[i] as number);
    const at = group * steps + (((points[i] as number) - least) >> shift);
    into[at] = (into[at] as number) + 1;
  }
}

/** Sum over the marks asked for; `apart` is how far the counters of two marks are. */
function sumOf(of: Int32Array, first: number, who: number, apart: number): number {
  let sum = 0;
  for (let mark = 0; mark < MARKS; mark++) if ((who >> mark) & 1) sum += of[first + mark * apart] as number;
  return sum;
}

/** A step that holds a score asked for, and how many of those asked for are below it. */
type Place = Question & { step: number; below: number };

function stepOf(question: Question, { steps }: Counted): Place {
  const { pool, who, rank } = question;
  let below = 0;
  for (let step = 0; step < steps; step++) {
    const here = sumOf(counters, pool * MARKS * steps + step, who, steps);
    if (below + here >= rank) return { ...question, step, below };
    below += here;
  }
  throw new RangeError(`pool ${pool} has no place ${rank}`);
}

function answer(counted: Counted, questions: readonly Question[]): Int32Array {
  const places = questions.map((question) => stepOf(question, counted));
  const sorted = sortedSteps(counted, places);
  return Int32Array.from(places, ({ pool, step, who, rank, below }) =>
    nthOf(sorted.get(pool * counted.steps + step) as Int32Array, who, rank - below),
  );
}

/** Scores and marks of the firms in the steps that are asked for, by pool and step. */
function sortedSteps(counted: Counted, places: readonly Place[]): Map<number, Int32Array> {
  const { steps, measured } = counted;
  const slots = new Uint16Array(measured.pools * steps);
  const starts: number[] = [];
  const cells = new Set(places.map(({ pool, step }) => pool * steps + step));
  let total = 0;
  for (const cell of cells) {
    starts.push(total);
    slots[cell] = starts.length;
    const [pool, step] = [Math.floor(cell / steps), cell % steps];
    total += sumOf(counters, pool * MARKS * steps + step, WHO.everybody, steps);
  }
  if (keys.length < total) keys = new Int32Array(total);
  const ends = Int32Array.from(starts);
  gather(counted, slots, ends, keys);
  return new Map([...cells].map((cell, slot) => [cell, keys.subarray(starts[slot], ends[slot]).sort()]));
}

function gather(
  { measured, points, shift, steps }: Counted,
  slots: Uint16Array,
  next: Int32Array,
  into: Int32Array,
) {
  const { count, pool, mark, standing } = measured;
  const { rated } = STANDING;
  const least = LEAST_POINTS;
  for (let i = 0; i < count; i++) {
    if (standing[i] !== rated) continue;
    const own = points[i] as number;
    const slot = slots[(pool[i] as number) * steps + ((own - least) >> shift)] as number;
    if (slot === 0) continue;
    const at = next[slot - 1] as number;
    into[at] = own * MARKS + (mark[i] as number);
    next[slot - 1] = at + 1;
  }
}

function shiftFor(pools: number, firms: number): number {
  const most = Math.min(COUNTERS, firms * COUNTERS_PER_FIRM);
  let shift = FINEST;
  while (shift < COARSEST && pools * MARKS * ((MOST_POINTS - LEAST_POINTS) >> shift) > most) shift++;
  return shift;
}

function nthOf(sorted: Int32Array, who: number, rank: number): number {
  let left = rank;
  for (const key of sorted) {
    // The two lowest bits are the mark; a shift keeps the sign of what is before them.
    if ((who >> (key & (MARKS - 1))) & 1) left--;
    if (left === 0) return key >> 2;
  }
  throw new RangeError("fewer scores than were counted");
}
