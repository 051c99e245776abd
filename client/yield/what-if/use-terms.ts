import { useEffect, useRef, useState } from "react";
import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import { countedIn } from "../../../domain/rating/counted.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import { readTerms, writeTerms } from "../../../domain/rating/terms.ts";
import { goYield, useYield } from "../../state/store.ts";
import { holdTerms, useHeldTerms } from "../worker/hand.ts";

/** The scheme under the planner's hand. */
export type Trial = {
  /** As the run applied it. */
  scheme: Scheme;
  /** As it is now. */
  current: Scheme;
  /** As it was when the hand took hold: what follows in proportion follows from there. */
  base: Scheme;
  changed: boolean;
  /** Whether each indicator counted in the run. */
  on: readonly boolean[];
  /** While the hand moves: everything follows, the address doesn't. */
  hold(next: Scheme): void;
  /** The hand lets go: a step that can be taken back. */
  release(): void;
  reset(): void;
  /** Null when there is nothing to take back. */
  undo: (() => void) | null;
};

export function useTerms(head: ColumnsHead): Trial {
  const { terms } = useYield();
  const held = useHeldTerms();
  const latest = useRef<string | null | undefined>(undefined);
  const [steps, setSteps] = useState<readonly (string | null)[]>([]);
  const scheme = head.scheme.definition;
  const under = (text: string | null) => (text === null ? scheme : (readTerms(scheme, text) ?? scheme));
  const text = held === undefined ? terms : held;

  // A panel that goes away under the hand lets go for it.
  useEffect(() => () => holdTerms(undefined), []);

  const go = (next: string | null) => {
    latest.current = undefined;
    holdTerms(undefined);
    if (next === terms) return;
    setSteps([...steps, terms]);
    goYield({ terms: next });
  };
  return {
    scheme,
    current: under(text),
    base: under(terms),
    changed: text !== null && writeTerms(scheme, under(text)) !== "",
    on: countedIn(scheme, head.pools),
    hold(next) {
      // An empty spelling says that nothing differs any more.
      latest.current = writeTerms(scheme, next) || null;
      holdTerms(latest.current);
    },
    release() {
      if (latest.current !== undefined) go(latest.current);
    },
    reset: () => go(null),
    undo:
      steps.length === 0
        ? null
        : () => {
            setSteps(steps.slice(0, -1));
            goYield({ terms: steps.at(-1) ?? null });
          },
  };
}
