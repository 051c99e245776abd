import { randomUUID } from "node:crypto";
import type { Problem } from "../domain/api/problem.ts";
import { busy, conflict, notFound, problemOf } from "./http/problem.ts";

/** Runs under way, so that whoever does not want to wait can ask how far they are, or stop them. */

/** Makes a run, and answers its number. */
export type Work<Step extends string> = (
  signal: AbortSignal,
  progress: (step: Step, share: number) => void,
) => Promise<number>;

type Job<Order, Step extends string> = {
  id: string;
  subject: string;
  order: Order;
  step: Step | "done";
  share: number;
  state: "running" | "done" | "failed" | "cancelled";
  run: number | null;
  problem: Problem | null;
  controller: AbortController;
  result: Promise<number>;
};

type Words = { en: string; zh: string };

/** What sets one kind of runs apart from another. */
export type Kind<Order, Step extends string> = {
  /** The steps in their order, and where each begins and ends, of 1. */
  spans: Readonly<Record<Step, readonly [number, number]>>;
  first: Step;
  /** Two runs of one subject are not made at the same time. */
  subjectOf(order: Order): string;
  alreadyRunning(order: Order, job: string): Words;
  tooMany: string;
  cancelled: Words;
};

const REMEMBERED_MS = 10 * 60_000;
const MOST_JOBS = 100;
/** One after the other, for each holds a connection, and much memory; more than this many don't wait. */
const MOST_WAITING = 8;

/** Waits for its turn, or no longer when nobody wants it any more. */
const turnOf = (line: Promise<unknown>, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    line.then(() => resolve());
  });

/** All of them end when `leaving` aborts. */
export function createJobs<Order, Step extends string>(leaving: AbortSignal, kind: Kind<Order, Step>) {
  const jobs = new Map<string, Job<Order, Step>>();
  let line: Promise<unknown> = Promise.resolve();

  const running = () => [...jobs.values()].filter(({ state }) => state === "running");

  function refuseSecond(subject: string, order: Order) {
    const same = running().find((job) => job.subject === subject);
    if (same) {
      const { en, zh } = kind.alreadyRunning(order, same.id);
      throw conflict(en, { zh });
    }
    if (running().length > MOST_WAITING) throw busy(kind.tooMany);
  }

  function start(order: Order, work: Work<Step>): Job<Order, Step> {
    const subject = kind.subjectOf(order);
    refuseSecond(subject, order);
    const controller = new AbortController();
    const signal = AbortSignal.any([controller.signal, leaving]);
    const result = turnOf(line, signal).then(() =>
      work(signal, (step, share) => Object.assign(job, { step, share })),
    );
    // Who leaves the line early doesn't let those behind it pass the one before it.
    line = Promise.allSettled([line, result]);
    const job: Job<Order, Step> = {
      id: randomUUID(),
      subject,
      order,
      step: kind.first,
      share: 0,
      state: "running",
      run: null,
      problem: null,
      controller,
      result,
    };
    jobs.set(job.id, job);
    result.then(
      (run) => end(job, { state: "done", step: "done", run }),
      (error) =>
        end(job, signal.aborted ? { state: "cancelled" } : { state: "failed", problem: problemOf(error) }),
    );
    return job;
  }

  function end(job: Job<Order, Step>, how: Partial<Job<Order, Step>>) {
    Object.assign(job, how);
    setTimeout(() => jobs.delete(job.id), REMEMBERED_MS).unref();
    for (const { id, state } of jobs.values()) {
      if (jobs.size <= MOST_JOBS) break;
      if (state !== "running") jobs.delete(id);
    }
  }

  return {
    start,
    /** The newest first. */
    list: (): Job<Order, Step>[] => [...jobs.values()].reverse(),
    find(id: string): Job<Order, Step> {
      const found = jobs.get(id);
      if (!found) throw notFound(`There is no job ${id}; finished ones are forgotten after a while.`);
      return found;
    },
    /** Ends when the job has. */
    async cancel(job: Job<Order, Step>) {
      const { en, zh } = kind.cancelled;
      job.controller.abort(conflict(en, { zh }));
      await job.result.catch(() => undefined);
    },
    present({ id, order, state, step, share, run, problem }: Job<Order, Step>) {
      const [from, to] = step === "done" ? [1, 1] : kind.spans[step];
      return { id, order, state, step, progress: from + share * (to - from), run, problem };
    },
  };
}
