import { useSyncExternalStore } from "react";
import type { TakingView } from "../data/state.ts";
import type { PlanView } from "../plan/state.ts";
import type { ShareView } from "../share/state.ts";
import type { SlackView } from "../slack/state.ts";
import type { YieldView } from "../yield/state.ts";
import { DEFAULT_VIEW, type Language, type Mode, readView, type View, writeView } from "./view.ts";

/** The one view, kept in the address. Steps a person would want to take back are history entries; moving the map is not. */

/** Browsers may forbid storage altogether; then a preference lasts as long as the page. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function preferred(): Partial<View> {
  const language = storage()?.getItem("language");
  const mode = storage()?.getItem("mode");
  return {
    ...(language === "zh" || language === "en" ? { language } : {}),
    ...(mode === "light" || mode === "dark" ? { mode } : {}),
  };
}

let view: View = readView(location.search, preferred());
const listeners = new Set<() => void>();

function publish(next: View) {
  view = next;
  for (const listener of listeners) listener();
}

addEventListener("popstate", () => publish(readView(location.search, preferred())));

const currentView = () => view;

/** Takes a step: the back button undoes it. */
export function go(change: Partial<View>) {
  publish({ ...view, ...change });
  history.pushState(null, "", writeView(view));
}

/** Changes the view without a step in the history. */
export function adjust(change: Partial<View>) {
  publish({ ...view, ...change });
  history.replaceState(null, "", writeView(view));
}

/** A step within the yield theme. */
export const goYield = (change: Partial<YieldView>) => go({ yield: { ...view.yield, ...change } });
/** A change of the yield theme without a step in the history, for what moves under the hand. */
export const adjustYield = (change: Partial<YieldView>) => adjust({ yield: { ...view.yield, ...change } });

/** The same for the slack theme. */
export const goSlack = (change: Partial<SlackView>) => go({ slack: { ...view.slack, ...change } });
export const adjustSlack = (change: Partial<SlackView>) => adjust({ slack: { ...view.slack, ...change } });

/** The same for shares and for the plan. */
export const goShare = (change: Partial<ShareView>) => go({ share: { ...view.share, ...change } });
export const adjustShare = (change: Partial<ShareView>) => adjust({ share: { ...view.share, ...change } });
export const goPlan = (change: Partial<PlanView>) => go({ plan: { ...view.plan, ...change } });

/** The same for what is taken of the data. */
export const goTaking = (change: Partial<TakingView>) => go({ taking: { ...view.taking, ...change } });

export function choose(preference: { language?: Language; mode?: Mode }) {
  for (const [name, value] of Object.entries(preference)) storage()?.setItem(name, value);
  adjust(preference);
}

export const home = () => go({ at: DEFAULT_VIEW.at, selection: null });

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useView(): View {
  return useSyncExternalStore(subscribe, currentView);
}

export const useYield = (): YieldView => useView().yield;
export const useSlack = (): SlackView => useView().slack;
export const useShare = (): ShareView => useView().share;
export const usePlan = (): PlanView => useView().plan;
export const useTaking = (): TakingView => useView().taking;
