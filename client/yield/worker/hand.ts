import { useSyncExternalStore } from "react";

/**
 * Terms while the hand still moves a slider. They are not in the address until it lets go: browsers refuse to have their address
 * changed sixty times a second.
 */
let held: string | null | undefined;
const listeners = new Set<() => void>();

/** Undefined when the hand has let go, and the address counts again. */
export function holdTerms(terms: string | null | undefined) {
  held = terms;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether the hand moves, for those who only wait until it rests: most of what it does is nothing to them. */
export const useMoving = (): boolean => useSyncExternalStore(subscribe, () => held !== undefined);

export const useHeldTerms = (): string | null | undefined => useSyncExternalStore(subscribe, () => held);
