import type { Map as MapLibre } from "maplibre-gl";
import { showDrawn } from "./drawn.ts";
import { polygon } from "./polygon.ts";
import { rectangle } from "./rectangle.ts";

/** Drawing an area on the map: one handler for each way to do it, all of them told when to end by the same keys. */

export type Corner = [lon: number, lat: number];
export const DRAWING_MODES = ["rectangle", "polygon"] as const;
export type DrawingMode = (typeof DRAWING_MODES)[number];

export type Sketch = {
  map: MapLibre;
  /** What is drawn so far. */
  show(corners: readonly Corner[]): void;
  /** The area is complete. */
  done(corners: readonly Corner[]): void;
};

/** A way of drawing that is under way. */
export type Hand = {
  /** Completes what is drawn, where there is enough of it. */
  finish(): void;
  release(): void;
};

const HANDS: Record<DrawingMode, (sketch: Sketch) => Hand> = { rectangle, polygon };

type Events = {
  /** Null when it was given up. */
  ended(ring: number[] | null): void;
  sketched(corners: number): void;
};

export class Pen {
  readonly #map: MapLibre;
  #hand: Hand | null = null;
  #events: Events | null = null;
  #before: readonly number[] = [];
  readonly #pressed = (event: KeyboardEvent) => this.#press(event);

  constructor(map: MapLibre) {
    this.#map = map;
  }

  get drawing(): boolean {
    return this.#hand !== null;
  }

  /** `before` is the area that counts until another one is complete. */
  start(mode: DrawingMode, before: readonly number[] | null, events: Events) {
    this.#end(null);
    this.#events = events;
    this.#before = before ?? [];
    this.#hold(true);
    this.#hand = HANDS[mode]({
      map: this.#map,
      show: (corners) => {
        showDrawn(this.#map, corners.flat());
        events.sketched(corners.length);
      },
      done: (corners) => this.#end(corners.flat().map((degrees) => Number(degrees.toFixed(6)))),
    });
    // Before anyone else: while an area is drawn, Enter and Escape are about nothing else.
    addEventListener("keydown", this.#pressed, { capture: true });
  }

  finish() {
    this.#hand?.finish();
  }

  cancel() {
    this.#end(null);
  }

  /** Takes off the map what was drawn. */
  wipe() {
    showDrawn(this.#map, []);
  }

  #press(event: KeyboardEvent) {
    if (event.key !== "Escape" && event.key !== "Enter") return;
    if (event.key === "Enter" && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") this.finish();
    else this.cancel();
  }

  #end(ring: number[] | null) {
    const hand = this.#hand;
    if (!hand) return;
    hand.release();
    removeEventListener("keydown", this.#pressed, { capture: true });
    // The click that ends a drawing is part of it.
    setTimeout(() => {
      if (this.#hand !== hand) return;
      this.#hand = null;
      this.#hold(false);
    });
    if (!ring) showDrawn(this.#map, this.#before);
    const events = this.#events;
    this.#events = null;
    events?.ended(ring);
  }

  /** The map stands still under the hand that draws; the wheel still zooms it. */
  #hold(held: boolean) {
    const map = this.#map;
    for (const handler of [
      map.dragPan,
      map.dragRotate,
      map.boxZoom,
      map.doubleClickZoom,
      map.touchZoomRotate,
      map.touchPitch,
    ])
      if (held) handler.disable();
      else handler.enable();
    map.getCanvasContainer().style.touchAction = held ? "none" : "";
    map.getCanvas().style.cursor = held ? "crosshair" : "";
  }
}
