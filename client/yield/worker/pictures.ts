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

const isSame = (one: Block, other: Block | null) => JSON.stringify(one) === JSON.stringify(other);

const LOADING: Answer<never> = { state: "loading" };

export function picturesOf(handle: Pick<YieldHandle, "picture">): Pictures {
  let answer: Answer<Picture> = LOADING;
  let key = "";
  let block: Block | null = null;
  const listeners = new Set<() => void>();

  function settle(next: Answer<Picture>) {
    answer = next;
    for (const listener of listeners) listener();
  }

  async function read(wanted: Wanted, as: string) {
    const { filter, colouring, terms } = wanted;
    try {
      const value = await handle.picture(wanted.block, filter, colouring, terms);
      // Of the same firms an older picture is nearer to what is wanted than the one that stands; of others it is not.
      if (as === key || isSame(wanted.block, block)) settle({ state: "ready", value });
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
      block = wanted.block;
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
