import type { Layer } from "../catalog/layer.ts";
import type { Crs } from "../ogc/crs.ts";

/** The outline of a feature in a system, x first: as files hold it. */
export const geometryIn = ({ geom }: Layer, { srid }: Crs): string =>
  srid === 4326 ? geom : `ST_Transform(${geom}, ${srid})`;
