import { go } from "../state/store.ts";
import type { Selection } from "../state/view.ts";

/** Selecting from a list, a search or another sheet: the map goes there, and so does the focus; closing brings it back. */

let opener: HTMLElement | null = null;
let awaited = false;

export function visit(selection: Selection) {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && !activeElement.closest(".sheet")) opener = activeElement;
  awaited = true;
  go({ selection, at: null });
}

/** Gives the focus to a sheet that was asked for; one that a click on the map opened leaves it there. */
export function arrive(heading: HTMLElement | null) {
  if (!awaited || !heading) return;
  awaited = false;
  heading.focus({ preventScroll: true });
}

export function leave() {
  go({ selection: null });
  const back = opener?.isConnected ? opener : document.querySelector<HTMLElement>(".maplibregl-canvas");
  opener = null;
  back?.focus({ preventScroll: true });
}
