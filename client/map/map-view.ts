import { type MapGeoJSONFeature, Map as MapLibre, ScaleControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Layout } from "../../domain/api/layout.ts";
import type { MapSetup } from "../../domain/api/map.ts";
import type { Kind, Position, Selection, View } from "../state/view.ts";
import { buildStyle, type Ground, IDENTITY } from "./style.ts";

setWorkerUrl(workerUrl);

export type Bounds = [west: number, south: number, east: number, north: number];
export type Padding = { top: number; right: number; bottom: number; left: number };
export type Named = Selection & { name: string | null };

export type Wanted = {
  view: View;
  setup: MapSetup;
  layout: Layout;
  ground: Ground | null;
  padding: Padding;
  /** What `view.at === null` should show; undefined while that is not known yet. */
  frame: Bounds | undefined;
};

export type MapEvents = {
  moved: (position: Position) => void;
  picked: (selection: Selection | null) => void;
  hovered: (hit: { feature: Named; x: number; y: number } | null) => void;
  failed: (what: "tiles" | "map") => void;
};

/** What a click can mean, topmost first: the fill that is hit, and what it stands for. */
const PICKABLE: readonly { layer: string; kind: Kind; source: string; fromZoom: number }[] = [
  { layer: "enterprise-circle", kind: "enterprise", source: "enterprises", fromZoom: 12.5 },
  { layer: "parcel-fill", kind: "parcel", source: "parcels", fromZoom: 11.5 },
  { layer: "park-fill", kind: "park", source: "parks", fromZoom: 0 },
  { layer: "district-fill", kind: "district", source: "districts", fromZoom: 0 },
];

const SOURCE_OF: Record<Kind, string> = {
  enterprise: "enterprises",
  parcel: "parcels",
  park: "parks",
  district: "districts",
};

/** Nearer than a district and farther than a street: framing a single parcel should still show its block. */
const FRAME_MAX_ZOOM = 16;
const SELECT_REACH_PX = 5;

/** The map, outside React: it is handed the wanted state and works out the difference. */
export class MapView {
  readonly #map: MapLibre;
  readonly #events: MapEvents;
  #wanted: Wanted | undefined;
  #selected: Selection | null = null;
  #hovered: Selection | null = null;
  #framed = "";
  #reported = "";
  #styled = false;

  constructor(container: HTMLElement, events: MapEvents) {
    this.#events = events;
    this.#map = new MapLibre({
      container,
      style: { version: 8, sources: {}, layers: [] },
      attributionControl: false,
      center: [104.05, 30.66],
      zoom: 8.6,
      maxZoom: 19,
      minZoom: 6,
      fadeDuration: 120,
      localIdeographFontFamily:
        '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    });
    const map = this.#map;
    map.addControl(new ScaleControl({ maxWidth: 96 }), "bottom-right");
    map.on("style.load", () => this.#styleLoaded());
    map.on("moveend", () => this.#report());
    map.on("click", (event) => events.picked(this.#hit(event.point, SELECT_REACH_PX)));
    map.on("mousemove", (event) => this.#hover(event.point));
    map.on("mouseout", () => this.#hover(null));
    map.on("error", () => events.failed("tiles"));
    map.getCanvas().addEventListener("keydown", (event) => {
      if (event.key === "Enter") events.picked(this.#hit(map.project(map.getCenter()), 12));
    });
  }

  show(wanted: Wanted) {
    const before = this.#wanted;
    this.#wanted = wanted;
    if (this.#styled) this.#apply(wanted, before);
  }

  #styleLoaded() {
    if (this.#styled) return this.#mark(this.#selected, "selected", true);
    this.#styled = true;
    if (this.#wanted) this.#apply(this.#wanted, undefined);
  }

  #apply(wanted: Wanted, before: Wanted | undefined) {
    const { view } = wanted;
    if (JSON.stringify(before?.padding) !== JSON.stringify(wanted.padding))
      this.#map.setPadding(wanted.padding);
    if (!before || restyles(before, wanted))
      this.#map.setStyle(buildStyle(wanted.setup, wanted.layout, view, wanted.ground), {
        diff: true,
        validate: false,
      });
    this.#select(view.selection);
    this.#move(wanted, before === undefined);
  }

  label(text: string) {
    this.#map.getCanvas().setAttribute("aria-label", text);
  }

  zoomBy(steps: number) {
    this.#map.zoomTo(this.#map.getZoom() + steps, { duration: 200 });
  }

  turnNorth() {
    this.#map.resetNorthPitch({ duration: 300 });
  }

  flyTo(lon: number, lat: number) {
    this.#map.flyTo({ center: [lon, lat], zoom: Math.max(this.#map.getZoom(), 14) });
  }

  remove() {
    this.#map.remove();
  }

  #move({ view, frame }: Wanted, first: boolean) {
    if (view.at) {
      const key = positionKey(view.at);
      this.#framed = "";
      if (key === this.#reported) return;
      this.#reported = key;
      const { lon, lat, zoom, bearing, pitch } = view.at;
      this.#map[first ? "jumpTo" : "easeTo"]({ center: [lon, lat], zoom, bearing, pitch });
    } else if (frame && this.#framed !== String(frame)) {
      this.#framed = String(frame);
      const [west, south, east, north] = frame;
      this.#map.fitBounds([west, south, east, north], {
        padding: 24,
        maxZoom: FRAME_MAX_ZOOM,
        duration: first ? 0 : 600,
        bearing: 0,
        pitch: 0,
      });
    }
  }

  #report() {
    if (!this.#wanted) return;
    const { lng, lat } = this.#map.getCenter();
    const position = {
      lon: lng,
      lat,
      zoom: this.#map.getZoom(),
      bearing: this.#map.getBearing(),
      pitch: this.#map.getPitch(),
    };
    this.#reported = positionKey(position);
    this.#events.moved(position);
  }

  #select(selection: Selection | null) {
    if (selection?.kind === this.#selected?.kind && selection?.code === this.#selected?.code) return;
    this.#mark(this.#selected, "selected", false);
    this.#selected = selection;
    this.#mark(selection, "selected", true);
  }

  #hover(point: { x: number; y: number } | null) {
    const hit = point ? this.#hit(point, 0) : null;
    this.#map.getCanvas().style.cursor = hit ? "pointer" : "";
    if (hit?.code !== this.#hovered?.code || hit?.kind !== this.#hovered?.kind) {
      this.#mark(this.#hovered, "hover", false);
      this.#hovered = hit;
      this.#mark(hit, "hover", true);
    }
    this.#events.hovered(hit && point ? { feature: hit, x: point.x, y: point.y } : null);
  }

  #mark(selection: Selection | null, state: "selected" | "hover", on: boolean) {
    if (!selection) return;
    const source = SOURCE_OF[selection.kind];
    if (this.#map.getSource(source))
      this.#map.setFeatureState({ source, sourceLayer: source, id: selection.code }, { [state]: on });
  }

  #hit(point: { x: number; y: number }, reach: number): Named | null {
    const zoom = this.#map.getZoom();
    const wanted = PICKABLE.filter(({ layer, fromZoom }) => zoom >= fromZoom && this.#map.getLayer(layer));
    const found = this.#map.queryRenderedFeatures(
      [
        [point.x - reach, point.y - reach],
        [point.x + reach, point.y + reach],
      ],
      { layers: wanted.map(({ layer }) => layer) },
    );
    const exact =
      reach === 0
        ? found
        : this.#map.queryRenderedFeatures([point.x, point.y], { layers: wanted.map(({ layer }) => layer) });
    for (const { layer, kind, source } of wanted) {
      const candidates = kind === "enterprise" ? found : exact;
      const feature = candidates.find((candidate) => candidate.layer.id === layer);
      if (feature) return this.#named(feature, kind, source);
    }
    return null;
  }

  #named(feature: MapGeoJSONFeature, kind: Kind, source: string): Named {
    const properties = feature.properties;
    const english = this.#wanted?.view.language === "en" ? properties.name_en : undefined;
    return {
      kind,
      code: String(properties[IDENTITY[source] ?? ""]),
      name: english ?? properties.name ?? null,
    };
  }
}

const positionKey = ({ lon, lat, zoom, bearing, pitch }: Position) =>
  [lon.toFixed(5), lat.toFixed(5), zoom.toFixed(2), bearing.toFixed(1), pitch.toFixed(1)].join();

/** Whether the drawing itself differs, not just the place or the selection. */
function restyles(a: Wanted, b: Wanted): boolean {
  return (
    a.setup !== b.setup ||
    a.layout !== b.layout ||
    a.ground !== b.ground ||
    a.view.language !== b.view.language ||
    a.view.mode !== b.view.mode ||
    a.view.colour !== b.view.colour ||
    a.view.hidden !== b.view.hidden ||
    a.view.opacity !== b.view.opacity
  );
}
