import { type JumpToOptions, Map as MapLibre, ScaleControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { hasDrawer, type Position, type Selection } from "../state/view.ts";
import { Pen } from "./drawing/pen.ts";
import { hatched } from "./hatch.ts";
import { Painter } from "./painting.ts";
import { type Named, pick, placeAt } from "./picking.ts";
import { SELECTED, showSelected } from "./selected.ts";
import { buildStyle } from "./style.ts";
import { placeOf } from "./subjects.ts";
import { hasSameRoom, type Padding, positionKey, restyles, type Wanted } from "./wanted.ts";

setWorkerUrl(workerUrl);

export type Camera = Required<Pick<JumpToOptions, "center" | "zoom" | "bearing" | "pitch" | "padding">>;

export type MapEvents = {
  moved: (position: Position) => void;
  picked: (selection: Selection | null) => void;
  hovered: (hit: { feature: Named; x: number; y: number } | null) => void;
  failed: (what: "tiles" | "map") => void;
  /** Everything that was asked for is drawn. */
  drawn: () => void;
  /** The district and park in the middle of what is seen. */
  located: (codes: { district: string | null; park: string | null }) => void;
};

/** Nearer than a district and farther than a street: framing a single parcel should still show its block. */
const FRAME_MAX_ZOOM = 16;
const SELECT_REACH_PX = 5;
const AGAIN_AFTER_MS = 5_000;
/** What was clicked stays at least this far from the edge of a panel. */
const UNCOVERED_PX = 40;

type TileName = { x: number; y: number; z: number };
/** What MapLibre says with an error that a tile caused. */
type Miss = { sourceId?: string; tile?: { tileID: { canonical: TileName } } };

/** The map, outside React: it is handed the wanted state and works out the difference. */
export class MapView {
  readonly #map: MapLibre;
  readonly #events: MapEvents;
  readonly #painter: Painter;
  readonly pen: Pen;
  #wanted: Wanted | undefined;
  #selected: Selection | null = null;
  #hovered: Selection | null = null;
  #framed = "";
  #reported = "";
  #styled = false;
  #related: readonly Selection[] = [];
  /** Where the last click was, until the sheet it opened has taken its place. */
  #clicked: { x: number; y: number } | null = null;
  /** After a pick with the keyboard the crosshair stays on what it picked, so the map moves with it. */
  #holdsCentre = false;
  /** Set while tiles have failed: MapLibre counts them as loaded and never asks again, so we do. */
  #missing: ReturnType<typeof setTimeout> | null = null;
  readonly #missed: { sourceId: string; tile: TileName }[] = [];
  /** While the map makes room for a panel: nobody has moved it. */
  #makingRoom = false;

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
    this.#painter = new Painter(map);
    this.pen = new Pen(map);
    map.addControl(new ScaleControl({ maxWidth: 96 }), "bottom-right");
    map.setMissingStyleImageResolver((id) => hatched(map, id));
    map.on("style.load", () => this.#styleLoaded());
    map.on("moveend", () => this.#report());
    map.on("click", (event) => {
      if (this.pen.drawing) return;
      this.#clicked = event.point;
      events.picked(this.#hit(event.point, SELECT_REACH_PX));
    });
    map.on("mousemove", (event) => this.#hover(event.point));
    map.on("mouseout", () => this.#hover(null));
    map.on("error", (event: object) => this.#miss(event));
    map.on("idle", () => {
      if (!this.#styled) return;
      if (Object.keys(map.getStyle().sources).length > 0 && !this.#missing) events.drawn();
      events.located(placeAt(map, map.project(map.getCenter())));
    });
    map.getCanvas().addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      this.#holdsCentre = true;
      events.picked(this.#hit(map.project(map.getCenter()), 12));
    });
  }

  show(wanted: Wanted) {
    const before = this.#wanted;
    this.#wanted = wanted;
    if (this.#styled) this.#apply(wanted, before);
  }

  #miss({ sourceId, tile }: Miss) {
    // Whoever opens the sheet of what isn't there is told so in the sheet.
    if (sourceId === SELECTED) return;
    this.#events.failed("tiles");
    if (sourceId && tile) this.#missed.push({ sourceId, tile: tile.tileID.canonical });
    this.#missing ??= setTimeout(() => this.refresh(), AGAIN_AFTER_MS);
  }

  #styleLoaded() {
    if (this.#styled) {
      this.#mark(this.#selected, "selected", true);
      for (const one of this.#related) this.#mark(one, "related", true);
      this.#painter.restyled();
      return;
    }
    this.#styled = true;
    if (this.#wanted) this.#apply(this.#wanted, undefined);
  }

  #apply(wanted: Wanted, before: Wanted | undefined) {
    const { view } = wanted;
    if (!hasSameRoom(before, wanted)) this.#makeRoom(wanted.padding, !before);
    if (!before || restyles(before, wanted))
      this.#map.setStyle(buildStyle(wanted.setup, wanted.layout, view, wanted.ground, wanted.painting), {
        diff: true,
        validate: false,
      });
    this.#select(view.selection);
    this.#relate(wanted.related);
    this.#painter.show(wanted.painting?.theme === view.theme ? wanted.painting : null);
    // A place that nobody asks for anew is the one that making room has just moved on from.
    if (!view.at || view.at !== before?.view.at) this.#move(wanted, before === undefined);
  }

  label(text: string) {
    this.#map.getCanvas().setAttribute("aria-label", text);
  }

  zoomBy(steps: number) {
    this.#map.zoomTo(this.#map.getZoom() + steps, { duration: 200 });
  }

  /** Asks again for the tiles that did not arrive. */
  refresh() {
    clearTimeout(this.#missing ?? undefined);
    this.#missing = null;
    const missed = this.#missed.splice(0);
    const sources = new Set(missed.map(({ sourceId }) => sourceId));
    // By their addresses: a refresh of a whole source waits for ever for the tiles of it that have failed.
    for (const source of sources) {
      const tiles = missed.filter(({ sourceId }) => sourceId === source).map(({ tile }) => tile);
      if (this.#map.getSource(source)) this.#map.refreshTiles(source, tiles);
    }
  }

  /** What is seen beside bars and panels, as lon, lat of its corners. */
  seen(): number[] {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const { top, right, bottom, left } = this.#map.getPadding();
    const [east, south] = [clientWidth - (right ?? 0), clientHeight - (bottom ?? 0)];
    const corners: [number, number][] = [
      [left ?? 0, top ?? 0],
      [east, top ?? 0],
      [east, south],
      [left ?? 0, south],
    ];
    return corners.flatMap((at) => this.#map.unproject(at).toArray()).map((d) => Number(d.toFixed(6)));
  }

  turnNorth() {
    this.#map.resetNorthPitch({ duration: 300 });
  }

  flyTo(lon: number, lat: number) {
    this.#map.flyTo({ center: [lon, lat], zoom: Math.max(this.#map.getZoom(), 14) });
  }

  /** Tells where it looks, now and with every movement, until what it gives back is called. */
  follow(listener: (camera: Camera) => void): () => void {
    const map = this.#map;
    const tell = () =>
      listener({
        center: map.getCenter(),
        zoom: map.getZoom(),
        bearing: map.getBearing(),
        pitch: map.getPitch(),
        padding: map.getPadding(),
      });
    map.on("move", tell);
    tell();
    return () => {
      map.off("move", tell);
    };
  }

  place(camera: Camera) {
    this.#map.jumpTo(camera);
  }

  remove() {
    clearTimeout(this.#missing ?? undefined);
    this.#painter.remove();
    this.#map.remove();
  }

  #move({ view, frame, padding }: Wanted, first: boolean) {
    // The drawer of a theme takes up to half of the height; what is framed is framed again above it.
    const framed = `${frame} ${hasDrawer(view) ? padding.bottom : ""}`;
    if (view.at) {
      const key = positionKey(view.at);
      this.#framed = "";
      if (key === this.#reported) return;
      this.#reported = key;
      const { lon, lat, zoom, bearing, pitch } = view.at;
      this.#map[first ? "jumpTo" : "easeTo"]({ center: [lon, lat], zoom, bearing, pitch });
    } else if (frame && this.#framed !== framed) {
      this.#framed = framed;
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

  /** A panel that opens covers part of the map; what is seen beside it must not jump. */
  #makeRoom(padding: Padding, first: boolean) {
    const map = this.#map;
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    const middle: [number, number] = [
      (padding.left + width - padding.right) / 2,
      (padding.top + height - padding.bottom) / 2,
    ];
    this.#makingRoom = true;
    if (first) map.setPadding(padding);
    else map.jumpTo({ center: this.#holdsCentre ? map.getCenter() : map.unproject(middle), padding });
    this.#holdsCentre = false;
    this.#makingRoom = false;
    // While something waits to be framed, the place of the moment is nobody's wish.
    if (!first && this.#wanted?.view.at) this.#report();
    this.#uncoverClicked(padding, width, height);
  }

  #uncoverClicked(padding: Padding, width: number, height: number) {
    const clicked = this.#clicked;
    this.#clicked = null;
    if (!clicked) return;
    const across = Math.max(0, clicked.x - (width - padding.right - UNCOVERED_PX));
    const down = Math.max(0, clicked.y - (height - padding.bottom - UNCOVERED_PX));
    if (across || down) this.#map.panBy([across, down], { duration: 250 });
  }

  #relate(related: readonly Selection[]) {
    if (related === this.#related) return;
    for (const one of this.#related) this.#mark(one, "related", false);
    this.#related = related;
    for (const one of related) this.#mark(one, "related", true);
  }

  #report() {
    if (!this.#wanted || this.#makingRoom) return;
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
    showSelected(this.#map, selection);
  }

  #hover(point: { x: number; y: number } | null) {
    if (this.pen.drawing) return;
    const hit = point ? this.#hit(point, 0) : null;
    this.#map.getCanvas().style.cursor = hit ? "pointer" : "";
    if (hit?.code !== this.#hovered?.code || hit?.kind !== this.#hovered?.kind) {
      this.#mark(this.#hovered, "hover", false);
      this.#hovered = hit;
      this.#mark(hit, "hover", true);
    }
    this.#events.hovered(hit && point ? { feature: hit, x: point.x, y: point.y } : null);
  }

  #mark(selection: Selection | null, state: "selected" | "hover" | "related", on: boolean) {
    if (!selection) return;
    const { layer, code } = placeOf(selection);
    if (this.#map.getSource(layer))
      this.#map.setFeatureState({ source: layer, sourceLayer: layer, id: code }, { [state]: on });
  }

  #hit(point: { x: number; y: number }, reach: number): Named | null {
    if (!this.#wanted) return null;
    const { setup, view } = this.#wanted;
    return pick(this.#map, { setup, language: view.language }, point, reach);
  }
}
