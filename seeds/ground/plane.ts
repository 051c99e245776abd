import { cosDegrees, rounded, sinDegrees } from "./exact.ts";
import { areaOf, type Point, type Ring } from "./polygon.ts";

/**
 * Street coordinates of one place: metres along (u) and across (v) its streets, turned and gently bent into the terrain.
 * Turning and bending keep areas, so a lot has the same area on the ground as in the plane.
 */
export type Plane = {
  toDegrees(point: Point): Point;
  fromDegrees(point: Point): Point;
  /** Area on the ellipsoid of a ring given in the plane. */
  groundArea(ring: Ring): number;
};

const EQUATOR_RADIUS = 6_378_137;
const ECCENTRICITY2 = 0.00669437999014;

/** Metres per degree of longitude and of latitude (WGS 84). */
export function metresPerDegree(latitude: number): Point {
  const s = sinDegrees(latitude);
  const w = 1 - ECCENTRICITY2 * s * s;
  const degree = (EQUATOR_RADIUS * Math.PI) / 180;
  return [
    (degree * cosDegrees(latitude)) / Math.sqrt(w),
    (degree * (1 - ECCENTRICITY2)) / (w * Math.sqrt(w)),
  ];
}

/** `slope` is the tangent of half the angle that the streets are turned by; `bend` is in 1/m. */
export function planeAt(centre: Point, slope: number, bend: number): Plane {
  const [perLon, perLat] = metresPerDegree(centre[1]);
  const [cos, sin] = [(1 - slope * slope) / (1 + slope * slope), (2 * slope) / (1 + slope * slope)];
  const toDegrees = ([u, v]: Point): Point => {
    const bent = v + bend * u * u;
    return [
      rounded(centre[0] + (cos * u - sin * bent) / perLon, 7),
      rounded(centre[1] + (sin * u + cos * bent) / perLat, 7),
    ];
  };
  const fromDegrees = ([lon, lat]: Point): Point => {
    const [x, y] = [(lon - centre[0]) * perLon, (lat - centre[1]) * perLat];
    const u = cos * x + sin * y;
    return [u, cos * y - sin * x - bend * u * u];
  };
  const groundArea = (ring: Ring) => {
    const [lonHere, latHere] = metresPerDegree(toDegrees(ring[0]!)[1]);
    return (areaOf(ring) * lonHere * latHere) / (perLon * perLat);
  };
  return { toDegrees, fromDegrees, groundArea };
}
