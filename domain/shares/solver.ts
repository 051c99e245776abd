/**
 * Which smallest set of parcels reaches a goal. By number the largest gains first are the optimum. By land it is a knapsack turned
 * round: taking the densest first and finishing with the one that fits best is at most twice the optimum, and how far it is at most
 * is told by what fractions of parcels would need.
 */

export type Option = { code: string; gain: number; area_m2: number };
export type Measure = "parcels" | "area";

export type Solution = {
  chosen: readonly Option[];
  gain: number;
  /** Number of parcels, or m². */
  cost: number;
  /** No set can cost less than this. */
  bound: number;
  /** Whether all together reach the goal; else `chosen` is all that helps. */
  reached: boolean;
};

const sum = (options: readonly Option[], of: (option: Option) => number) =>
  options.reduce((total, option) => total + of(option), 0);

export function smallestSet(options: readonly Option[], goal: number, by: Measure): Solution {
  const useful = options.filter(({ gain }) => gain > 0);
  if (goal <= 0) return { chosen: [], gain: 0, cost: 0, bound: 0, reached: true };
  return by === "parcels" ? fewest(useful, goal) : leastLand(useful, goal);
}

const gainOf = ({ gain }: Option) => gain;

/** A set told with what it costs. */
const solved = (chosen: readonly Option[], cost: number, bound: number, goal: number): Solution => {
  const gain = sum(chosen, gainOf);
  return { chosen, gain, cost, bound, reached: gain >= goal };
};

/** Of equal gains the smaller parcel, and then the earlier code: one answer on every machine. */
const byCode = (a: Option, b: Option) => (a.code < b.code ? -1 : 1);

function fewest(options: readonly Option[], goal: number): Solution {
  const ordered = options.toSorted((a, b) => b.gain - a.gain || a.area_m2 - b.area_m2 || byCode(a, b));
  const chosen: Option[] = [];
  for (let gain = 0, at = 0; gain < goal && at < ordered.length; at++) {
    const option = ordered[at]!;
    chosen.push(option);
    gain += option.gain;
  }
  return solved(chosen, chosen.length, chosen.length, goal);
}

/** What completes the set is one way to finish and then set aside, so that smaller ones may finish it cheaper. */
function leastLand(options: readonly Option[], goal: number): Solution {
  const density = ({ gain, area_m2 }: Option) => gain / area_m2;
  const ordered = options.toSorted((a, b) => density(b) - density(a) || byCode(a, b));
  const begun: Option[] = [];
  let gain = 0;
  let cost = 0;
  let best: { begun: number; last: Option; cost: number } | null = null;
  for (const option of ordered) {
    if (gain + option.gain < goal) {
      begun.push(option);
      gain += option.gain;
      cost += option.area_m2;
    } else if (best === null || cost + option.area_m2 < best.cost)
      best = { begun: begun.length, last: option, cost: cost + option.area_m2 };
    if (option.gain >= goal && best !== null && option.area_m2 < best.cost)
      best = { begun: 0, last: option, cost: option.area_m2 };
  }
  if (best === null) return solved(ordered, cost, cost, goal);
  const chosen = needed([...begun.slice(0, best.begun), best.last], goal);
  return solved(chosen, sum(chosen, areaOf), fractional(ordered, goal), goal);
}

const areaOf = ({ area_m2 }: Option) => area_m2;

/** Without those that the last one made superfluous, the largest of them first. */
function needed(chosen: readonly Option[], goal: number): readonly Option[] {
  let left = chosen;
  let spare = sum(chosen, gainOf) - goal;
  for (const option of chosen.toSorted((a, b) => b.area_m2 - a.area_m2 || byCode(a, b))) {
    if (option.gain > spare) continue;
    const others = left.filter((one) => one !== option);
    const gain = sum(others, gainOf);
    if (gain < goal) continue;
    left = others;
    spare = gain - goal;
  }
  return left;
}

/** What it would cost if a part of the last parcel could be taken: no whole set costs less. */
function fractional(ordered: readonly Option[], goal: number): number {
  let missing = goal;
  let cost = 0;
  for (const { gain, area_m2 } of ordered) {
    if (gain >= missing) return cost + (area_m2 * missing) / gain;
    missing -= gain;
    cost += area_m2;
  }
  return cost;
}
