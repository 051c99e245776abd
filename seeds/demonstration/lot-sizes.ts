import type { Random } from "../ground/random.ts";

/** Sizes of industrial lots in m²: log-normal. */
const MEDIAN_LOT = 15_000;
const LOT_SIGMA = 0.9;
/** Weighted by area, a log-normal keeps its σ and its median moves up by e^σ². */
const MEDIAN_GROUND = 33_700;

/** Lots of similar size line the same street, so that their row has one depth. */
export type SizeClass = { least: number; most: number; depth: number; doubleRow: boolean };

const sizeClass = (least: number, most: number, depth: number, doubleRow: boolean): SizeClass => ({
  least,
  most,
  depth,
  doubleRow,
});

const CLASSES: readonly SizeClass[] = [
  sizeClass(1_000, 3_500, 46, true),
  sizeClass(3_500, 8_000, 72, true),
  sizeClass(8_000, 18_000, 108, true),
  sizeClass(18_000, 40_000, 165, true),
  sizeClass(40_000, 90_000, 250, true),
  sizeClass(90_000, 200_000, 360, false),
  sizeClass(200_000, 460_000, 520, false),
];

/** The class of the next ground to lay out. `bias` shifts the median; the mixture over all ground stays log-normal. */
export function nextClass(random: Random, bias: number): SizeClass {
  const ground = random.lognormal(MEDIAN_GROUND * bias, LOT_SIGMA);
  return CLASSES.find(({ most }) => ground < most) ?? CLASSES[CLASSES.length - 1]!;
}

/** The largest class whose rows fit into a depth. */
export const largestWithin = (depth: number): SizeClass | undefined =>
  CLASSES.findLast((size) => rowsDepth(size) <= depth);

export const rowsDepth = ({ depth, doubleRow }: SizeClass) => (doubleRow ? 2 * depth : depth);

/** A lot size within the class. */
export function nextSize(random: Random, { least, most }: SizeClass): number {
  for (let tries = 0; tries < 60; tries++) {
    const size = random.lognormal(MEDIAN_LOT, LOT_SIGMA);
    if (size >= least && size < most) return size;
  }
  return random.between(least, least * 1.4);
}
