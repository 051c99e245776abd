import { useSyncExternalStore } from "react";
import { readAgain, textOf } from "./answers.ts";
import { ask } from "./ask.ts";

/** A run under way on the server. It goes on while its dialog is closed, so what is known of it outlives the form. */

const ASKED_EVERY_MS = 400;

type Job = { id: string; state: "running" | "done" | "failed" | "cancelled" };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const read = async (path: string) =>
  JSON.parse(await textOf(await fetch(path, { headers: { accept: "application/json" } })));

/** Follows jobs of one kind: `runs` is where one is ordered, `jobs` where they are asked after. */
export function followedJob<J extends Job, Order>(runs: string, jobs: string) {
  let kept: J | null = null;
  const listeners = new Set<() => void>();

  function keep(job: J | null) {
    kept = job;
    for (const listener of listeners) listener();
  }

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };

  const still = (id: string): boolean => kept?.id === id;

  /** Asks how far it is until it is over; a server out of reach for a moment is asked again. */
  async function follow(id: string) {
    while (kept?.id === id && kept.state === "running") {
      await pause(ASKED_EVERY_MS);
      try {
        const job: J = await read(`${jobs}/${id}`);
        if (still(id)) keep(job);
      } catch (error) {
        if (!(error instanceof TypeError)) {
          keep(null);
          throw error;
        }
      }
    }
    readAgain();
  }

  return {
    async start(order: Order): Promise<void> {
      const job = await ask<J>("POST", runs, order, { prefer: "respond-async" });
      keep(job);
      await follow(job.id);
    },
    /** Goes on with one that runs already, though the page that began it was left or loaded again. */
    async resume(): Promise<void> {
      if (kept) return;
      const list: { jobs: J[] } = await read(jobs);
      const running = list.jobs.find(({ state }) => state === "running");
      if (!running || kept) return;
      keep(running);
      await follow(running.id);
    },
    /** The answer to the cancelling itself says little; following the job tells how it ended. */
    cancel: (id: string) => ask<void>("DELETE", `${jobs}/${id}`),
    forget: () => keep(null),
    useJob: (): J | null => useSyncExternalStore(subscribe, () => kept),
  };
}
