import type { Chamfer } from "../ground/outline.ts";
import type { DrawnPark } from "../ground/parks.ts";
import type { Plane } from "../ground/plane.ts";
import { areaOf, distance, leftOf, type Point, type Ring } from "../ground/polygon.ts";
import { type Random, seeded } from "../ground/random.ts";
import { type Cell, cellKey, cellMiddle, high, low } from "../ground/street-grid.ts";
import { type Block, cutBlock, jointed, layOut } from "./blocks.ts";
import type { DistrictPlan } from "./district-plan.ts";
import { otherUse } from "./land-uses.ts";
import { isUsable, type Lot } from "./lot.ts";

/** A lot with how soon it was taken up: what lies far out comes last and may still be empty. */
export type OfferedLot = Lot & { order: number };

const HALF_MAIN_STREET = 19;
const CENTRE_RADIUS = 520;
const YELLOW_EDGE = 0.4;
/** Lots that nobody took, in the midst of others that somebody did. */
const LEFT_OVER = 0.05;
const LEAST_PARK_SHARE = 0.12;

/** All lots of a standing park, those of the special parks inside it included. */
export function lotsOfPark(
  park: DrawnPark,
  all: readonly DrawnPark[],
  { name, warehouses }: DistrictPlan,
  cadastralArea: number,
): OfferedLot[] {
  const random = seeded(`lots ${park.plan.code}`);
  const inner = all.filter(({ plan }) => plan.within === park.plan.code);
  const channel = channelThrough(park, random);
  return [...park.ground.values()].flatMap((cell, k) => {
    const special = inner.find(({ ground }) => ground.has(cellKey(cell)));
    const middle = cellMiddle(park.grid, cell);
    const inCentre = [park, ...inner].some(({ centre }) => distance(centre, middle) < CENTRE_RADIUS);
    const control = isEdge(park, cell) && random.chance(YELLOW_EDGE) ? "yellow" : "red";
    const takenUp = distance(middle, special?.centre ?? [0, 0]) * random.between(0.7, 1.3);
    const chamfers = park.outline.chamfers.filter((chamfer) => chamfer.cell === cellKey(cell));
    return ringsOf(park, cell, channel, chamfers, random).flatMap((ring): OfferedLot[] => {
      const corners = ring.map(park.plane.toDegrees);
      const parkShare = shareInside(corners, chamfers, park.plane);
      if (parkShare < LEAST_PARK_SHARE) return [];
      return [
        {
          district: park.district,
          park: (special ?? park).plan.code,
          zone: park.plan.code,
          parkShare: parkShare > 0.999999 ? 1 : parkShare,
          control: parkShare < 0.5 ? "none" : control,
          ring: corners,
          ground_m2: park.plane.groundArea(ring),
          landUse: otherUse(random, inCentre, warehouses) ?? "1001",
          cadastre: String(cadastralArea).padStart(3, "0") + String(k + 1).padStart(3, "0"),
          address: `${name}${(special ?? park).plan.name}${k + 1}号街区`,
          order: takenUp * (random.chance(LEFT_OVER) ? 4 : random.between(0.96, 1.04)),
        },
      ];
    });
  });
}

/** How much of a lot the cut corners of the park leave inside. */
function shareInside(lot: Ring, chamfers: readonly Chamfer[], plane: Plane): number {
  const rest = chamfers.reduce(
    (left, { from, to }) => leftOf(left, plane.toDegrees(from), plane.toDegrees(to)),
    lot,
  );
  return areaOf(rest) / areaOf(lot);
}

function ringsOf(
  park: DrawnPark,
  cell: Cell,
  channel: Channel | undefined,
  chamfers: readonly Chamfer[],
  random: Random,
): Ring[] {
  const straddles = random.chance(0.3);
  return blocksOf(park, cell, random)
    .flatMap((block) =>
      channel ? [cutBlock(block, ...channel.near), cutBlock(block, ...channel.far)] : [block],
    )
    .map((block) =>
      straddles ? block : chamfers.reduce((rest, { from, to }) => cutBlock(rest, from, to), block),
    )
    .flatMap((block) => jointed(block.filter(isUsable)))
    .filter(isUsable);
}

function blocksOf(park: DrawnPark, cell: Cell, random: Random): Block[] {
  const [[u0, v0], [u1, v1]] = [low(park.grid, cell), high(park.grid, cell)];
  const ground = {
    u: u0 + HALF_MAIN_STREET,
    v: v0 + HALF_MAIN_STREET,
    width: u1 - u0 - 2 * HALF_MAIN_STREET,
    height: v1 - v0 - 2 * HALF_MAIN_STREET,
  };
  return layOut(ground, random, random.between(0.78, 1.75), random.chance(0.4));
}

function isEdge({ ground }: DrawnPark, { i, j }: Cell): boolean {
  return [
    { i: i - 1, j },
    { i: i + 1, j },
    { i, j: j - 1 },
    { i, j: j + 1 },
  ].some((beside) => !ground.has(cellKey(beside)));
}

/** A river or railway across a large park: what lies left of either line is land. */
type Channel = { near: [Point, Point]; far: [Point, Point] };

const LARGE_PARK = 15;

function channelThrough({ plan }: DrawnPark, random: Random): Channel | undefined {
  if (plan.size < LARGE_PARK) return undefined;
  const offset = random.between(500, 1300) * (random.chance(0.5) ? 1 : -1);
  const [lean, half] = [random.between(0.25, 0.7), random.between(28, 45)];
  const at = (u: number, shift: number): Point => [u, lean * u + offset + shift];
  return { near: [at(1, -half), at(-1, -half)], far: [at(-1, half), at(1, half)] };
}
