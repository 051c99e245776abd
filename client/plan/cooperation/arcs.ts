import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import type { Cooperation } from "../../../domain/api/plan.ts";
import type { Text } from "../../../domain/api/text.ts";
import type { Scene } from "../../map/painting.ts";
import type { Palette } from "../../map/palette.ts";
import type { Language } from "../../state/view.ts";

/** Links of cooperation (专栏6) on the map: an arc where both ends have a place, a ring where the partner has none. */

type Link = Cooperation["links"][number];
type Place = readonly [lon: number, lat: number];

const SOURCE = "plan-links";
const STEPS = 32;
/** How far an arc swings out, as a part of its length. */
const SWING = 0.18;

/** A curve beside the straight line, so that links there and back don't cover each other. */
export function arcBetween([fromLon, fromLat]: Place, [toLon, toLat]: Place): [number, number][] {
  const [east, north] = [toLon - fromLon, toLat - fromLat];
  const lon = (fromLon + toLon) / 2 - north * SWING;
  const lat = (fromLat + toLat) / 2 + east * SWING;
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * fromLon + b * lon + c * toLon, a * fromLat + b * lat + c * toLat];
  });
}

const placed = (ends: Link["from"]): (Link["from"][number] & { at: Place })[] =>
  ends.flatMap((end) => (end.at ? [{ ...end, at: end.at }] : []));

/** Partners that no document places, of a link whose own end has a place. */
const unplaced = (ends: Link["to"]): Text[] => ends.filter(({ at }) => at === null).map(({ name }) => name);

export const partnersWithoutPlace = (links: readonly Link[]): number =>
  new Set(links.flatMap(({ to }) => unplaced(to).map(({ zh }) => zh))).size;

const pointAt = (at: Place, properties: Feature["properties"]): Feature<Point> => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [...at] },
  properties,
});

const arcsOf = ({ from, to, topic }: Link, language: Language): Feature<LineString>[] =>
  placed(from).flatMap((start) =>
    placed(to).map((end) => ({
      type: "Feature",
      geometry: { type: "LineString", coordinates: arcBetween(start.at, end.at) },
      properties: { name: topic[language] },
    })),
  );

/** Each place once: with the partners that its links lead to and that are nowhere on the map. */
function endsOf(links: readonly Link[], language: Language): Feature<Point>[] {
  const ends = new Map<string, { at: Place; partners: Set<string> }>();
  const endAt = (at: Place) => {
    const known = ends.get(at.join()) ?? { at, partners: new Set<string>() };
    ends.set(at.join(), known);
    return known;
  };
  for (const { from, to } of links) {
    for (const { at } of placed(from))
      for (const partner of unplaced(to)) endAt(at).partners.add(partner[language]);
    for (const { at } of [...placed(from), ...placed(to)]) endAt(at);
  }
  const between = language === "zh" ? "、" : ", ";
  return [...ends.values()].map(({ at, partners }) =>
    pointAt(at, {
      open: partners.size > 0,
      name: partners.size > 0 ? `→ ${[...partners].join(between)}` : "",
    }),
  );
}

export function linkScene(links: readonly Link[], language: Language): Pick<Scene, "sources" | "layers"> {
  const data: FeatureCollection = {
    type: "FeatureCollection",
    features: [...links.flatMap((link) => arcsOf(link, language)), ...endsOf(links, language)],
  };
  return { sources: { [SOURCE]: { type: "geojson", data } }, layers: linkLayers };
}

const linkLayers = (palette: Palette, font: string[]): LayerSpecification[] => {
  const halo = { "text-halo-color": palette.panel, "text-halo-width": 1.8 };
  return [
    {
      id: "plan-link-arc",
      type: "line",
      source: SOURCE,
      filter: ["==", ["geometry-type"], "LineString"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": palette.group, "line-width": 2.2, "line-dasharray": [3, 2] },
    },
    {
      id: "plan-link-end",
      type: "circle",
      source: SOURCE,
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-color": ["case", ["get", "open"], palette.panel, palette.group],
        "circle-radius": 4.5,
        "circle-stroke-color": palette.group,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "plan-link-topic",
      type: "symbol",
      source: SOURCE,
      minzoom: 9,
      filter: ["==", ["geometry-type"], "LineString"],
      layout: {
        "symbol-placement": "line-center",
        "text-field": ["get", "name"],
        "text-font": font,
        "text-size": 11,
        "text-offset": [0, -0.9],
      },
      paint: { "text-color": palette.group, ...halo },
    },
    {
      id: "plan-link-partner",
      type: "symbol",
      source: SOURCE,
      minzoom: 9,
      filter: ["==", ["geometry-type"], "Point"],
      layout: {
        "text-field": ["get", "name"],
        "text-font": font,
        "text-size": 11,
        "text-anchor": "bottom",
        "text-offset": [0, -0.8],
        "text-max-width": 14,
      },
      paint: { "text-color": palette.group, ...halo },
    },
  ];
};
