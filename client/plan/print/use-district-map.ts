import { bbox } from "@turf/turf";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { useAnswer } from "../../state/answers.ts";
import type { Outlines } from "../../yield/print/use-outlines.ts";

/** Outlines of a district, of those around it and of its parks, from the open data. */

const ITEMS = "/ogc/collections";
/** Chengdu has 20 districts and a few dozen parks. */
const DISTRICTS = `${ITEMS}/districts/items?limit=100`;
const parksIn = (district: string): string => `${ITEMS}/parks/items?limit=200&district_code=${district}`;

/** Part of the larger side that is shown around the district. */
const MARGIN = 0.04;

type Areas = FeatureCollection<Polygon | MultiPolygon | null>;

function roomAround(district: Feature<Polygon | MultiPolygon>): Outlines["box"] {
  const [west, south, east, north] = bbox(district);
  const margin = MARGIN * Math.max(east - west, north - south);
  return [west - margin, south - margin, east + margin, north + margin];
}

const isOutlined = (
  feature: Feature<Polygon | MultiPolygon | null>,
): feature is Feature<Polygon | MultiPolygon> => feature.geometry !== null;

/** Parks are what is drawn, the neighbours and, last of all, the district what is around them. */
export function useDistrictMap(code: string): Outlines | "loading" | "none" {
  const districts = useAnswer<Areas>(DISTRICTS);
  const parks = useAnswer<Areas>(parksIn(code));
  if (districts.state === "failed" || parks.state === "failed") return "none";
  if (districts.state !== "ready" || parks.state !== "ready") return "loading";
  const outlined = districts.value.features.filter(isOutlined);
  const district = outlined.find(({ id }) => id === code);
  if (!district) return "none";
  const others = outlined.filter((one) => one !== district);
  return {
    own: parks.value.features.filter(isOutlined),
    around: [...others, district],
    box: roomAround(district),
  };
}
