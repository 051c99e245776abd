import type { MapGeoJSONFeature, Map as MapLibre } from "maplibre-gl";
import type { MapSetup } from "../../domain/api/map.ts";
import type { Kind, Language, Selection } from "../state/view.ts";
import { MARKS } from "./painting.ts";
import { otherLayers, selectionOf } from "./subjects.ts";

/** What stands at a point of the map. */

export type Named = Selection & { name: string | null; shortCode: string; area: number | null };

/** What a click can mean, topmost first, and from which zoom it is big enough to mean it. */
const PICKABLE: readonly { layer: string; kind: Kind; fromZoom: number }[] = [
  { layer: "workshop-circle", kind: "offer", fromZoom: 0 },
  { layer: MARKS, kind: "parcel", fromZoom: 0 },
  { layer: "enterprise-circle", kind: "enterprise", fromZoom: 12.5 },
  { layer: "group-label", kind: "feature", fromZoom: 0 },
  // Farther away its parcels would hardly be hit beside it.
  { layer: "group-line", kind: "feature", fromZoom: 14 },
  { layer: "candidate-fill", kind: "parcel", fromZoom: 10 },
  { layer: "parcel-fill", kind: "parcel", fromZoom: 11.5 },
  { layer: "group-fill", kind: "feature", fromZoom: 0 },
  { layer: "park-fill", kind: "park", fromZoom: 0 },
  { layer: "district-fill", kind: "district", fromZoom: 0 },
];

type Given = { setup: MapSetup; language: Language };

/** Points and lines are small, so they are caught within reach; areas only where they are hit. */
export function pick(
  map: MapLibre,
  { setup, language }: Given,
  point: { x: number; y: number },
  reach: number,
): Named | null {
  const zoom = map.getZoom();
  const others = otherLayers(setup).map(({ id }) => ({ layer: `other-${id}`, kind: "feature" as const }));
  const designed = PICKABLE.filter(({ fromZoom }) => zoom >= fromZoom);
  const wanted = [...others, ...designed].filter(({ layer }) => map.getLayer(layer));
  const layers = wanted.map(({ layer }) => layer);
  const exact = map.queryRenderedFeatures([point.x, point.y], { layers });
  const near =
    reach === 0
      ? exact
      : map.queryRenderedFeatures(
          [
            [point.x - reach, point.y - reach],
            [point.x + reach, point.y + reach],
          ],
          { layers: layers.filter((layer) => map.getLayer(layer)?.type !== "fill") },
        );
  for (const { layer, kind } of wanted) {
    const feature = [...exact, ...near].find((candidate) => candidate.layer.id === layer);
    if (feature) return named(feature, kind, language);
  }
  return null;
}

function named({ id, source, properties }: MapGeoJSONFeature, kind: Kind, language: Language): Named {
  const english = language === "en" ? properties.name_en : undefined;
  const selection = selectionOf(kind, source, String(id));
  return {
    ...selection,
    name: english ?? properties.name ?? null,
    shortCode: String(id),
    area: kind === "parcel" && "area_m2" in properties ? Number(properties.area_m2) : null,
  };
}

/** The district and the park at a point, by their codes. */
export function placeAt(map: MapLibre, point: { x: number; y: number }) {
  const layers = ["park-fill", "district-fill"].filter((layer) => map.getLayer(layer));
  const found = map.queryRenderedFeatures([point.x, point.y], { layers });
  const of = (layer: string) => {
    const id = found.find((feature) => feature.layer.id === layer)?.id;
    return id === undefined ? null : String(id);
  };
  return { district: of("district-fill"), park: of("park-fill") };
}
