import { districtBorders } from "../ground/districts.ts";
import { type DrawnPark, regionMetres } from "../ground/parks.ts";
import { metresPerDegree, planeAt } from "../ground/plane.ts";
import { areaOf, distance, near, type Point, type Ring } from "../ground/polygon.ts";
import { type Random, seeded } from "../ground/random.ts";
import { bordersInPlane, cellRing, clearOfBorders } from "../ground/street-grid.ts";
import { jointed, layOutStrips, type Rectangle } from "./blocks.ts";
import type { DistrictPlan } from "./district-plan.ts";
import { isUsable, type Lot } from "./lot.ts";
import { nextClass, rowsDepth, type SizeClass } from "./lot-sizes.ts";

const BORDER_MARGIN = 60;
const FROM_PARKS = 130;
const APART = 34;
const VILLAGES = 15;
const BIAS = 0.36;
const WAREHOUSE_SHARE = 0.04;

/** A road between two villages; small industry settled along such roads before there were parks. */
type Road = { number: number; from: Point; to: Point };

/** Little groups of lots along roads, until `plan.scattered_km2` of industry stands there. */
export function scatteredLots(plan: DistrictPlan, parks: readonly DrawnPark[]): Lot[] {
  const random = seeded(`scattered ${plan.code}`);
  const borders = districtBorders().get(plan.code)!;
  const taken: { ring: Ring; gap: number }[] = parks.flatMap(({ ground, grid, plane }) =>
    [...ground.values()].map((cell) => ({
      ring: cellRing(grid, cell).map((corner) => regionMetres(plane.toDegrees(corner))),
      gap: FROM_PARKS,
    })),
  );
  const roads = roadsOf(plan, random);
  const lots: Lot[] = [];
  let wanted = plan.scattered_km2 * 1e6;
  for (let group = 1; wanted > 1_500; ) {
    const site = siteAlong(random.pick(roads), random);
    const plane = planeAt(site.centre, site.slope, 0);
    const size = nextClass(random, BIAS);
    const ground = groundFor(size, random);
    const corners = cornersOf(ground);
    const ring = corners.map((corner) => regionMetres(plane.toDegrees(corner)));
    const inDistrict = clearOfBorders(
      bordersInPlane(borders, plane),
      corners[0]!,
      corners[2]!,
      BORDER_MARGIN,
    );
    if (!inDistrict || taken.some((other) => near(ring, other.ring, other.gap))) continue;
    taken.push({ ring, gap: APART });
    for (const lot of layOutStrips(ground, [size], random).flatMap(jointed).filter(isUsable)) {
      if (areaOf(lot) > wanted + 1_500 || random.chance(0.08)) continue;
      const landUse = random.chance(WAREHOUSE_SHARE) ? "110101" : "1001";
      if (landUse === "1001") wanted -= areaOf(lot);
      lots.push({
        district: plan.code,
        park: null,
        zone: null,
        parkShare: 0,
        control: "none",
        ring: lot.map(plane.toDegrees),
        ground_m2: plane.groundArea(lot),
        landUse,
        cadastre: String(100 + site.road).padStart(3, "0") + String(group).padStart(3, "0"),
        address: `${plan.name}示例${site.road}路沿线${group}组`,
      });
    }
    group += 1;
  }
  return lots;
}

/** Room beside the road for a few lots of the size class. */
function groundFor(size: SizeClass, random: Random): Rectangle {
  const width = size.depth * random.between(1.6, 7);
  return { u: -width / 2, v: 14, width, height: rowsDepth(size) * random.between(0.9, 1.1) };
}

const cornersOf = ({ u, v, width, height }: Rectangle): Ring => [
  [u, v],
  [u + width, v],
  [u + width, v + height],
  [u, v + height],
];

/** Roads join each village to the two nearest of those before it. */
function roadsOf({ plain: [west, south, east, north] }: DistrictPlan, random: Random): Road[] {
  const villages = Array.from(
    { length: VILLAGES },
    (): Point => [random.between(west, east), random.between(south, north)],
  );
  return villages
    .flatMap((from, k) =>
      villages
        .slice(0, k)
        .sort((a, b) => distance(a, from) - distance(b, from))
        .slice(0, 2)
        .map((to) => ({ from, to })),
    )
    .map((road, k) => ({ ...road, number: k + 1 }));
}

/** A place beside the road, mostly near its ends, with streets parallel to it. */
function siteAlong({ number, from, to }: Road, random: Random) {
  const end = random.between(0, 1);
  const along = random.chance(0.6) ? end * end * end : end;
  const centre: Point = [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along];
  const [perLon, perLat] = metresPerDegree(centre[1]);
  const way = random.chance(0.5) ? 1 : -1;
  const [dx, dy] = [(to[0] - from[0]) * perLon * way, (to[1] - from[1]) * perLat * way];
  return { centre, slope: dy / (Math.sqrt(dx * dx + dy * dy) + dx), road: number };
}
