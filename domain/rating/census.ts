import { MARK, type Measured, STANDING } from "./columns.ts";
import { LEAST_POINTS, MOST_POINTS } from "./points.ts";

/**
 * Which score is the nth of a pool, without sorting: rated firms are counted in steps of points, and only the steps that hold a score
 * asked for are looked at one by one.
 */

/** Values of a mark; those of the veto and the protection together. */
const MARKS = 4;
/** More counters than this cost more to clear than a finer count saves. */
const COUNTERS = 1 << 20;
/** 8192 millionths: with a million firms in one pool some 75 share a step. */
const FINEST = 13;

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

export type Census = { count(pool: number, who: number): number; answer(questions: Question[]): Int32Array };

let counters = new Int32Array(0);
let keys = new Int32Array(0);

/** What it holds is good until the next census. */
export function census({ count, pools, pool, mark, standing }: Measured, points: Int32Array): Census {
  const shift = shiftFor(pools);
  const steps = ((MOST_POINTS - LEAST_POINTS) >> shift) + 1;
  const size = pools * MARKS * steps;
  if (counters.length < size) counters = new Int32Array(size);
  counters.fill(0, 0, size);
  const firms = new Int32Array(pools * MARKS);
  for (let i = 0; i < count; i++) {
    if (standing[i] !== STANDING.rated) continue;
    const group = (pool[i] as number) * MARKS + (mark[i] as number);
    const at = group * steps + (((points[i] as number) - LEAST_POINTS) >> shift);
    counters[at] = (counters[at] as number) + 1;
    firms[group] = (firms[group] as number) + 1;
  }

  /** The step that holds the score asked for, how many are below that step, and how many in it, of all marks. */
  function stepOf({ pool, who, rank }: Question) {
    let below = 0;
    for (let step = 0; step < steps; step++) {
      let asked = 0;
      let all = 0;
      for (let mark = 0; mark < MARKS; mark++) {
        const here = counters[(pool * MARKS + mark) * steps + step] as number;
        all += here;
        if ((who >> mark) & 1) asked += here;
      }
      if (below + asked >= rank) return { step, below, all };
      below += asked;
    }
    throw new RangeError(`pool ${pool} has no place ${rank}`);
  }

  /** Scores and marks of the firms in the steps that are asked for, each step sorted. */
  function gather(places: { pool: number; step: number; all: number }[]): Map<number, Int32Array> {
    const next = new Int32Array(places.length);
    const slots = new Uint16Array(pools * steps);
    const starts: number[] = [];
    const slotOf = new Map<number, number>();
    let total = 0;
    for (const { pool, step, all } of places) {
      const cell = pool * steps + step;
      if (slotOf.has(cell)) continue;
      next[starts.length] = total;
      slotOf.set(cell, starts.length);
      starts.push(total);
      slots[cell] = starts.length;
      total += all;
    }
    if (keys.length < total) keys = new Int32Array(total);
    for (let i = 0; i < count; i++) {
      if (standing[i] !== STANDING.rated) continue;
      const own = points[i] as number;
      const slot = slots[(pool[i] as number) * steps + ((own - LEAST_POINTS) >> shift)] as number;
      if (slot === 0) continue;
      const at = next[slot - 1] as number;
      keys[at] = own * MARKS + (mark[i] as number);
      next[slot - 1] = at + 1;
    }
    const sorted = (slot: number) => keys.subarray(starts[slot], next[slot]).sort();
    return new Map([...slotOf].map(([cell, slot]) => [cell, sorted(slot)]));
  }

  return {
    count(pool, who) {
      let all = 0;
      for (let mark = 0; mark < MARKS; mark++)
        if ((who >> mark) & 1) all += firms[pool * MARKS + mark] as number;
      return all;
    },
    answer(questions) {
      const places = questions.map((question) => ({ ...question, ...stepOf(question) }));
      const gathered = gather(places);
      return Int32Array.from(places, ({ pool, step, who, rank, below }) =>
        nthOf(gathered.get(pool * steps + step) as Int32Array, who, rank - below),
      );
    },
  };
}

function shiftFor(pools: number): number {
  let shift = FINEST;
  while (pools * MARKS * ((MOST_POINTS - LEAST_POINTS) >> shift) > COUNTERS) shift++;
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
