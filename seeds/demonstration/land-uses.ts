import type { Random } from "../ground/random.ts";

/** 用地用海分类 of what stands in a park beside industry, by how often it occurs in a service centre and elsewhere. */
const CENTRE: readonly (readonly [string, number])[] = [
  ["0802", 30],
  ["0901", 24],
  ["0701", 24],
  ["0902", 10],
  ["0804", 6],
  ["1303", 3],
  ["1301", 3],
];

const ELSEWHERE: readonly (readonly [string, number])[] = [
  ["0802", 30],
  ["0901", 22],
  ["0701", 12],
  ["1303", 18],
  ["1302", 12],
  ["1301", 6],
];

const WAREHOUSES: readonly (readonly [string, number])[] = [
  ["110101", 78],
  ["110102", 19],
  ["110103", 3],
];

const OTHER_SHARE = 0.035;
const CENTRE_SHARE = 0.62;

/** Another use than industry for a lot, or nothing. */
export function otherUse(random: Random, inCentre: boolean, warehouses: number): string | undefined {
  if (random.chance(inCentre ? CENTRE_SHARE : OTHER_SHARE))
    return random.weighted(inCentre ? CENTRE : ELSEWHERE);
  return random.chance(warehouses) ? random.weighted(WAREHOUSES) : undefined;
}

/** Industry by class: what a park of this kind lets in. */
export const industrialUse = (random: Random, scattered: boolean): string =>
  random.weighted(
    scattered
      ? [
          ["100101", 30],
          ["100102", 45],
          ["100103", 7],
          ["1001", 18],
        ]
      : [
          ["100101", 50],
          ["100102", 42],
          ["100103", 6],
          ["1001", 2],
        ],
  );
