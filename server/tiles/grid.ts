/** The WebMercatorQuad tile matrix set: which square of the map a tile is. */

export type TileAddress = Readonly<{ z: number; x: number; y: number }>;

/** Half the width of the EPSG:3857 world in metres. */
const HALF = 20_037_508.342789244;
/** Tile coordinates run from 0 to this; a map draws a tile 512 pixels wide, so a pixel has eight units. */
export const EXTENT = 4_096;
/** How far geometry reaches over the edge: eight pixels, so that no outline or circle is cut where tiles meet. */
export const BUFFER = 64;

export type Square = Readonly<{ west: number; south: number; east: number; north: number; size: number }>;

export function squareOf({ z, x, y }: TileAddress): Square {
  const size = (2 * HALF) / 2 ** z;
  const west = x * size - HALF;
  const north = HALF - y * size;
  return { west, south: north - size, east: west + size, north, size };
}

export const isInGrid = ({ z, x, y }: TileAddress): boolean => x < 2 ** z && y < 2 ** z;

/** The tile that holds a place, with degrees beyond the square world taken to its edge. */
export function tileAt(longitude: number, latitude: number, z: number): TileAddress {
  const last = 2 ** z - 1;
  const within = (fraction: number) => Math.max(0, Math.min(last, Math.floor(fraction * 2 ** z)));
  const radians = (Math.max(-85.05, Math.min(85.05, latitude)) * Math.PI) / 180;
  return {
    z,
    x: within(longitude / 360 + 0.5),
    y: within(0.5 - Math.asinh(Math.tan(radians)) / (2 * Math.PI)),
  };
}

const DECIMALS = 1e7;

/** Where a point on the grid of a tile is, in degrees. */
export function placeOf({ z, x, y }: TileAddress, across: number, down: number): [number, number] {
  const longitude = ((x + across / EXTENT) / 2 ** z) * 360 - 180;
  const north = Math.PI * (1 - (2 * (y + down / EXTENT)) / 2 ** z);
  const latitude = (Math.atan(Math.sinh(north)) * 180) / Math.PI;
  return [Math.round(longitude * DECIMALS) / DECIMALS, Math.round(latitude * DECIMALS) / DECIMALS];
}
