import { useSyncExternalStore } from "react";

/** Which dialog about accounts is open. It belongs to no place of the map, so the address does not carry it. */

export const DESK_TABS = ["tokens", "password", "accounts", "audit"] as const;
export type DeskTab = (typeof DESK_TABS)[number];

/** Why one is asked to sign in: of one's own accord, after a write was refused, or because nothing may be read without. */
export type Because = "wanted" | "ended" | "closed";

export type Opened = { dialog: "sign-in"; because: Because } | { dialog: "desk"; tab: DeskTab } | null;

let opened: Opened = null;
const listeners = new Set<() => void>();

function open(next: Opened) {
  opened = next;
  for (const listener of listeners) listener();
}

export function askToSignIn(because: Because) {
  if (opened?.dialog !== "sign-in") open({ dialog: "sign-in", because });
}

export const openDesk = (tab: DeskTab) => open({ dialog: "desk", tab });
export const closeDialog = () => open(null);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const useOpened = (): Opened => useSyncExternalStore(subscribe, () => opened);
