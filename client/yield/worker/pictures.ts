import type { Answer } from "../../state/answers.ts";
import type { Block, Colouring, Filter, Picture } from "../protocol.ts";
import { Outdated, type YieldHandle } from "./handle.ts";

/** The latest picture that a worker gave, for everything on the page that shows a part of it. */

export type Wanted = { block: Block; filter: Filter; colouring: Colouring; terms: string | null };

export type Pictures = {
  want(wanted: Wanted): void;
  subscribe(listener: () => void): () => void;
  current(): Answer<Picture>;
};

const LOADING: Answer<never> = { state: "loading" };

export function picturesOf(handle: Pick<YieldHandle, "picture">): Pictures {
  let answer: Answer<Picture> = LOADING;
  let key = "";
  const listeners = new Set<() => void>();

  function settle(next: Answer<Picture>) {
    answer = next;
    for (const listener of listeners) listener();
  }

  async function read(wanted: Wanted, as: string) {
    const { block, filter, colouring, terms } = wanted;
    try {
      settle({ state: "ready", value: await handle.picture(block, filter, colouring, terms) });
    } catch (error) {
      if (error instanceof Outdated || as !== key) return;
      const retry = () => {
        settle(LOADING);
        read(wanted, as);
      };
      settle({ state: "failed", error: error as Error, retry });
    }
  }

  return {
    /** What was shown stays until the new picture is there. */
    want(wanted) {
      const next = JSON.stringify(wanted);
      if (next === key) return;
      key = next;
      if (answer.state === "failed") settle(LOADING);
      read(wanted, next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    current: () => answer,
  };
}
