import type { Text } from "../../domain/api/text.ts";

/** The coordinate reference systems in which features are asked for and given. */

/** West, south, east, north: along x and y, whatever the order in which an answer writes them. */
export type Extent = readonly [number, number, number, number];

export type Crs = Readonly<{
  uri: string;
  /** Its number in PostGIS, where x always comes first. */
  srid: number;
  /** The order in which its authority writes coordinates: `yx` is latitude or northing first. */
  axes: "xy" | "yx";
  /** Digits after the point that are a centimetre or less. */
  decimals: number;
  title: Text;
  /** Where its coordinates mean a place; beyond this, projections fail. */
  reach: Extent;
}>;

const epsg = (srid: number) => `http://www.opengis.net/def/crs/EPSG/0/${srid}`;
const GLOBE: Extent = [-180, -90, 180, 90];
const DEGREES = { decimals: 7, reach: GLOBE } as const;

/** From the Pamirs to the sea of Japan and from the tropic to Siberia: more than any layer here holds. */
const gaussKruger = (falseEasting: number) =>
  ({
    axes: "yx",
    decimals: 3,
    reach: [falseEasting - 1_500_000, 1_000_000, falseEasting + 1_500_000, 6_500_000],
  }) as const;

const MERCATOR_EDGE = 20_037_508.342789244;

export const CRS84: Crs = {
  uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  srid: 4326,
  axes: "xy",
  title: { zh: "WGS 84（CRS84）：经度、纬度", en: "WGS 84 (CRS84): longitude, latitude" },
  ...DEGREES,
};

export const CRSS: readonly Crs[] = [
  CRS84,
  {
    uri: epsg(4326),
    srid: 4326,
    axes: "yx",
    title: { zh: "WGS 84：纬度、经度", en: "WGS 84: latitude, longitude" },
    ...DEGREES,
  },
  {
    uri: epsg(4490),
    srid: 4490,
    axes: "yx",
    title: { zh: "CGCS2000：纬度、经度", en: "CGCS2000: latitude, longitude" },
    ...DEGREES,
  },
  {
    uri: epsg(4544),
    srid: 4544,
    title: {
      zh: "CGCS2000 高斯–克吕格 3 度带，中央经线 105°：北、东",
      en: "CGCS2000 / 3-degree Gauss-Kruger CM 105E: northing, easting",
    },
    ...gaussKruger(500_000),
  },
  {
    uri: epsg(4523),
    srid: 4523,
    title: {
      zh: "CGCS2000 高斯–克吕格 3 度带，35 带：北、东",
      en: "CGCS2000 / 3-degree Gauss-Kruger zone 35: northing, easting",
    },
    ...gaussKruger(35_500_000),
  },
  {
    uri: epsg(3857),
    srid: 3857,
    axes: "xy",
    decimals: 3,
    title: { zh: "WGS 84 Web 墨卡托：东、北", en: "WGS 84 / Pseudo-Mercator: easting, northing" },
    reach: [-MERCATOR_EDGE, -MERCATOR_EDGE, MERCATOR_EDGE, MERCATOR_EDGE],
  },
];

export const crsNamed = (uri: string): Crs | undefined => CRSS.find((crs) => crs.uri === uri);

export const isGeographic = ({ reach }: Crs): boolean => reach === GLOBE;
