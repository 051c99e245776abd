import { districtBorders, readParkPlaces } from "./districts.ts";
import { type Ground, grow, tidy } from "./growth.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { PARK_PLANS, type ParkPlan } from "./park-plan.ts";
import { metresPerDegree, type Plane, planeAt } from "./plane.ts";
import { near, type Point, type Ring } from "./polygon.ts";
import { seeded } from "./random.ts";
import {
  bordersInPlane,
  type Cell,
  cellKey,
  cellRing,
  clearOfBorders,
  high,
  low,
  type StreetGrid,
  streetGrid,
} from "./street-grid.ts";

/** A park drawn schematically: cells of a street grid around its approximate centre. */
export type DrawnPark = {
  plan: ParkPlan;
  district: string;
  plane: Plane;
  grid: StreetGrid;
  ground: Ground;
  outline: Outline;
  centre: Point;
};

const BORDER_MARGIN = 180;
const PARK_GAP = 260;

/** Metres on one plane for the whole region, good enough to keep parks apart. */
export function regionMetres([lon, lat]: Point): Point {
  const [perLon, perLat] = metresPerDegree(30.65);
  return [(lon - 104) * perLon, (lat - 30.65) * perLat];
}

export function drawParks(): DrawnPark[] {
  const drawn: DrawnPark[] = [];
  const taken: Ring[] = [];
  const standing = PARK_PLANS.filter(({ within }) => !within).toSorted((a, b) => a.size - b.size);
  for (const plan of standing) {
    const zone = drawZone(plan, taken);
    taken.push(...cellsInRegion(zone));
    drawn.push(zone, ...drawInside(zone));
  }
  return drawn.map((park) => ({
    ...park,
    outline: outlineOf(park.ground, park.grid, kept(park, drawn), seeded(`outline ${park.plan.code}`)),
  }));
}

const cellsInRegion = ({ ground, grid, plane }: DrawnPark): Ring[] =>
  [...ground.values()].map((cell) =>
    cellRing(grid, cell).map((corner) => regionMetres(plane.toDegrees(corner))),
  );

function placeOf(plan: ParkPlan) {
  const place = readParkPlaces().get(plan.name);
  if (!place) throw new Error(`data/park-places.json has no centre of ${plan.name}`);
  return place;
}

function drawZone(plan: ParkPlan, taken: readonly Ring[]): DrawnPark {
  const { centre, district } = placeOf(plan);
  const random = seeded(`park ${plan.code}`);
  const plane = planeAt(centre, plan.slope, plan.bend);
  const grid = streetGrid(random);
  const borders = bordersInPlane(districtBorders().get(district)!, plane);
  const tested = new Map<string, boolean>();
  const free = (cell: Cell) => {
    const key = cellKey(cell);
    const known = tested.get(key);
    if (known !== undefined) return known;
    const ring = cellRing(grid, cell).map((corner) => regionMetres(plane.toDegrees(corner)));
    const clear =
      clearOfBorders(borders, low(grid, cell), high(grid, cell), BORDER_MARGIN) &&
      !taken.some((other) => near(ring, other, PARK_GAP));
    tested.set(key, clear);
    return clear;
  };
  const pulls = PARK_PLANS.filter(({ within }) => within === plan.code).map((inner) =>
    plane.fromDegrees(placeOf(inner).centre),
  );
  const ground = grow(grid, [0, 0], pulls, plan.size * 1e6, free, random);
  tidy(ground, free);
  return { plan, district, plane, grid, ground, outline: { rings: [], chamfers: [] }, centre: [0, 0] };
}

/** The special parks inside a zone share out its cells around their own centres. */
function drawInside(zone: DrawnPark): DrawnPark[] {
  const taken = new Set<string>();
  return PARK_PLANS.filter(({ within }) => within === zone.plan.code).map((plan) => {
    const centre = zone.plane.fromDegrees(placeOf(plan).centre);
    const free = (cell: Cell) => zone.ground.has(cellKey(cell)) && !taken.has(cellKey(cell));
    const ground = grow(zone.grid, centre, [], plan.size * 1e6, free, seeded(`park ${plan.code}`));
    tidy(ground, free);
    for (const key of ground.keys()) taken.add(key);
    return { ...zone, plan, ground, centre };
  });
}

/** Corners that are not cut: those of a special park inside a zone, and those of the zone that such a park stands on. */
function kept(park: DrawnPark, drawn: readonly DrawnPark[]): ReadonlySet<string> {
  const zone = park.plan.within ?? park.plan.code;
  return new Set(
    drawn.filter(({ plan }) => plan.within === zone).flatMap(({ ground }) => [...ground.keys()]),
  );
}
