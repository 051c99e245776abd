import { useEffect, useState } from "react";
import type { JobList, NewRun, RatingJob } from "../../../../domain/api/ratings/runs.ts";
import { readAgain, textOf } from "../../../state/answers.ts";
import { ask } from "../../../state/ask.ts";

/** A rating under way on the server. It goes on while the desk is closed, so what is known of it outlives the form. */

const ASKED_EVERY_MS = 400;

let kept: RatingJob | null = null;
const listeners = new Set<(job: RatingJob | null) => void>();

function keep(job: RatingJob | null) {
  kept = job;
  for (const listener of listeners) listener(job);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const read = async (path: string) =>
  JSON.parse(await textOf(await fetch(path, { headers: { accept: "application/json" } })));

const lookAt = (id: string): Promise<RatingJob> => read(`/api/ratings/jobs/${id}`);

/** Asks how far it is until it is over; a server out of reach for a moment is asked again. */
async function follow(id: string) {
  while (kept?.id === id && kept.state === "running") {
    await pause(ASKED_EVERY_MS);
    try {
      const job = await lookAt(id);
      if (kept?.id === id) keep(job);
    } catch (error) {
      if (!(error instanceof TypeError)) {
        keep(null);
        throw error;
      }
    }
  }
  readAgain();
}

export async function startRating(wanted: NewRun): Promise<void> {
  const job = await ask<RatingJob>("POST", "/api/ratings/runs", wanted, { prefer: "respond-async" });
  keep(job);
  await follow(job.id);
}

/** Goes on with one that runs already, though the page that began it was left or loaded again. */
export async function resumeRating(): Promise<void> {
  if (kept) return;
  const { jobs }: JobList = await read("/api/ratings/jobs");
  const running = jobs.find(({ state }) => state === "running");
  if (!running || kept) return;
  keep(running);
  await follow(running.id);
}

/** The answer to the cancelling itself says little; following the job tells how it ended. */
export const cancelRating = (id: string) => ask<void>("DELETE", `/api/ratings/jobs/${id}`);

export const forgetJob = () => keep(null);

export function useJob(): RatingJob | null {
  const [job, setJob] = useState(kept);
  useEffect(() => {
    setJob(kept);
    listeners.add(setJob);
    return () => {
      listeners.delete(setJob);
    };
  }, []);
  return job;
}
