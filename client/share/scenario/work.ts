import { useSyncExternalStore } from "react";
import type { Scenario } from "../../../domain/api/shares.ts";
import type { ScenarioParcel, Step } from "../../../domain/shares/scenario.ts";

/**
 * The scenario that is being made, kept for as long as the page is open. Every change makes a new value; a step that is taken back
 * waits until it is wanted again or another is taken.
 */
export type Work = {
  /** What it was opened from or last saved as. */
  saved: Saved | null;
  steps: readonly Step[];
  /** Steps that were taken back, the latest last. */
  undone: readonly Step[];
  /** Every parcel that a step or the choice has named so far, as it was in the year `knownOf`; null before any was asked for. */
  known: ReadonlyMap<string, ScenarioParcel>;
  knownOf: number | null;
  /** What the next step is for. */
  chosen: ReadonlySet<string>;
  /** Whether a click on the map chooses. */
  picking: boolean;
  /** What is being read about parcels, and what became of it. */
  reading: number;
  error: Error | null;
  said: "more" | "nothing" | null;
  /** Whether its steps come from before the page was loaded anew. */
  broughtBack: boolean;
  /** On a phone, whether the map is in sight to choose on. */
  onMap: boolean;
};

/** A scenario as the server has it; its steps are only read here. */
export type Saved = Omit<Scenario, "steps"> & { steps: readonly Step[] };

const EMPTY: Work = {
  saved: null,
  steps: [],
  undone: [],
  known: new Map(),
  knownOf: null,
  chosen: new Set(),
  picking: true,
  reading: 0,
  error: null,
  said: null,
  broughtBack: false,
  onMap: false,
};

let work: Work = EMPTY;
const listeners = new Set<() => void>();

export const currentWork = (): Work => work;

export function changeWork(change: Partial<Work>) {
  work = { ...work, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const useWork = (): Work => useSyncExternalStore(subscribe, currentWork);

/** Whether its steps are others than those that were saved. */
export function isChanged({ saved, steps }: Work): boolean {
  const before = saved?.steps ?? [];
  return steps.length !== before.length || steps.some((step, i) => step !== before[i]);
}

/** A step for land uses up what was chosen. */
export const takeStep = (step: Step) =>
  changeWork({
    steps: [...work.steps, step],
    undone: [],
    broughtBack: false,
    ...("parcels" in step ? { chosen: new Set<string>() } : {}),
  });

export function undo() {
  const last = work.steps.at(-1);
  if (last) changeWork({ steps: work.steps.slice(0, -1), undone: [...work.undone, last] });
}

export function redo() {
  const last = work.undone.at(-1);
  if (last) changeWork({ steps: [...work.steps, last], undone: work.undone.slice(0, -1) });
}

export const undoAll = () => changeWork({ steps: [], undone: [...work.undone, ...work.steps.toReversed()] });

export const startAnew = () =>
  changeWork({ ...EMPTY, known: work.known, knownOf: work.knownOf, picking: work.picking });

/** As it was saved; what is known of parcels stays. */
export const startFrom = (saved: Scenario, parcels: Iterable<ScenarioParcel>) =>
  changeWork({
    ...{ saved, steps: saved.steps, undone: [], chosen: new Set<string>(), said: null, error: null },
    broughtBack: false,
    ...withParcels(parcels, saved.year),
  });

/** What was sent stays as it is, so that steps taken meanwhile are not lost and count as changes. */
export const savedAs = (saved: Scenario, sent: readonly Step[]) =>
  changeWork({ saved: { ...saved, steps: sent }, broughtBack: false });

/** Beside those that are known already, if they are of the same year. */
const withParcels = (parcels: Iterable<ScenarioParcel>, year: number): Pick<Work, "known" | "knownOf"> => ({
  known: new Map([
    ...(work.knownOf === year ? work.known : []),
    ...[...parcels].map((parcel) => [parcel.code, parcel] as const),
  ]),
  knownOf: year,
});

export const know = (parcels: readonly ScenarioParcel[], year: number) =>
  changeWork(withParcels(parcels, year));

/** Every parcel that it names. */
export const namedIn = ({ steps, undone, chosen }: Work): string[] => [
  ...new Set([
    ...[...steps, ...undone].flatMap((step) => ("parcels" in step ? step.parcels : [])),
    ...chosen,
  ]),
];

export const choose = (parcels: readonly ScenarioParcel[], year: number) =>
  changeWork({
    ...withParcels(parcels, year),
    chosen: new Set([...work.chosen, ...parcels.map(({ code }) => code)]),
  });

export const putBack = (code: string) =>
  changeWork({ chosen: new Set([...work.chosen].filter((one) => one !== code)) });
