import type { Step } from "../../../domain/shares/scenario.ts";
import { changeWork, currentWork, isChanged, type Saved, type Work } from "./work.ts";

/** Steps that nobody saved outlive a reload: the tab keeps them for as long as it is open. */

const PLACE = "scenario";

type Kept = Pick<Work, "saved" | "steps" | "undone"> & { chosen: readonly string[] };

/** Browsers may forbid storage, and none keeps any amount. */
function stored<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}

function keep() {
  const { saved, steps, undone, chosen } = currentWork();
  const kept: Kept = { saved, steps, undone, chosen: [...chosen] };
  stored((storage) =>
    isChanged(currentWork()) || chosen.size > 0
      ? storage.setItem(PLACE, JSON.stringify(kept))
      : storage.removeItem(PLACE),
  );
}

/** A step is the one that was saved if nothing about it is different: then it counts as no change. */
const asSaved = (steps: readonly Step[], saved: Saved | null) =>
  steps.map((step, i) => {
    const before = saved?.steps[i];
    return before && JSON.stringify(before) === JSON.stringify(step) ? before : step;
  });

let brought = false;

/** Once, when the scenario is first opened; those of another scenario than the address names are left. */
export function bringBack(scenario: number | null) {
  if (brought) return;
  brought = true;
  addEventListener("pagehide", keep);
  const text = stored((storage) => storage.getItem(PLACE));
  if (!text) return;
  const { chosen, ...kept } = JSON.parse(text) as Kept;
  if ((kept.saved?.id ?? null) !== scenario) return;
  changeWork({
    ...kept,
    steps: asSaved(kept.steps, kept.saved),
    chosen: new Set(chosen),
    knownOf: null,
    broughtBack: true,
  });
}
