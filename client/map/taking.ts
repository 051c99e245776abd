import type { Selection } from "../state/view.ts";

/** While a theme takes things from the map, a press on one is for the theme and opens no sheet. */

type Taker = (selection: Selection) => boolean;

let taker: Taker | null = null;

/** Takes from now on, until what it gives back is called. It answers whether it wanted what was pressed. */
export function takeFromMap(next: Taker): () => void {
  taker = next;
  return () => {
    if (taker === next) taker = null;
  };
}

export const takenBy = (selection: Selection): boolean => taker?.(selection) ?? false;
