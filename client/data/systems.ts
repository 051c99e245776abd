/** Coordinate systems by which features come; the published ones are listed by each collection. */

export const DEGREES = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

/** What words know a system by: EPSG's number of it, and `84` for CRS84, which has none. */
export const systemKey = (uri: string): string =>
  /\/EPSG\/0\/(\d+)$/.exec(uri)?.[1] ?? (uri === DEGREES ? "84" : uri);

const IN_DEGREES = new Set(["84", "4326", "4490"]);

export const isInDegrees = (uri: string): boolean => IN_DEGREES.has(systemKey(uri));
