import type { Layer } from "../catalog/layer.ts";
import type { Crs } from "../ogc/crs.ts";

/** The outline of a feature in a system, x first: as files hold it. */
export const geometryIn = ({ geom }: Layer, { srid }: Crs): string =>
  srid === 4326 ? geom : `ST_Transform(${geom}, ${srid})`;

/** The outline as GeoJSON, its axes in the order of the system's authority. */
export function geoJsonIn(layer: Layer, crs: Crs): string {
  const geometry = geometryIn(layer, crs);
  const ordered = crs.axes === "xy" ? geometry : `ST_FlipCoordinates(${geometry})`;
  // Without options, so that no member `crs` comes in: Content-Crs says it.
  return `ST_AsGeoJSON(${ordered}, ${crs.decimals}, 0)`;
}
