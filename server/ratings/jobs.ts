import { randomUUID } from "node:crypto";
import type { NewRun, RatingJob } from "../../domain/api/ratings/runs.ts";
import { busy, conflict, problemOf } from "../http/problem.ts";
import type { RateStep } from "./making/rate.ts";

/** Ratings under way, so that whoever does not want to wait can ask how far they are, or stop them. */

export type Work = (
  signal: AbortSignal,
  progress: (step: RateStep, share: number) => void,
) => Promise<number>;

type Job = {
  id: string;
  subject: string;
  order: NewRun;
  step: RateStep | "done";
  share: number;
  state: RatingJob["state"];
  run: number | null;
  problem: RatingJob["problem"];
  controller: AbortController;
  result: Promise<number>;
};

const REMEMBERED_MS = 10 * 60_000;
const MOST_JOBS = 100;
/** One after the other, for each holds its year in memory and a connection; more than this many don't wait. */
const MOST_WAITING = 8;

/** Where each step begins and ends, of 1. */
const SPANS: Readonly<Record<RateStep, readonly [number, number]>> = {
  reading: [0, 0.35],
  rating: [0.35, 0.45],
  storing: [0.45, 1],
};

/** Waits for its turn, or no longer when nobody wants it any more. */
const turnOf = (line: Promise<unknown>, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    line.then(() => resolve());
  });

/** All of them end when `leaving` aborts. */
export function createJobs(leaving: AbortSignal) {
  const jobs = new Map<string, Job>();
  let line: Promise<unknown> = Promise.resolve();

  const running = () => [...jobs.values()].filter(({ state }) => state === "running");

  function refuseSecond(subject: string, { year, scheme }: NewRun) {
    const same = running().find((job) => job.subject === subject);
    if (same)
      throw conflict(
        `${year} is being rated under ${scheme} already; wait for job ${same.id}, or cancel it.`,
        {
          zh: `正在按方案 ${scheme} 评价 ${year} 年，请等待完成或先取消（任务 ${same.id}）。`,
        },
      );
    if (running().length > MOST_WAITING)
      throw busy("Too many ratings are waiting. Try again when some of them are done.");
  }

  function start(order: NewRun, work: Work): Job {
    const subject = `${order.scheme} ${order.version ?? ""} ${order.year}`;
    refuseSecond(subject, order);
    const controller = new AbortController();
    const signal = AbortSignal.any([controller.signal, leaving]);
    const result = turnOf(line, signal).then(() =>
      work(signal, (step, share) => Object.assign(job, { step, share })),
    );
    // Who leaves the line early doesn't let those behind it pass the one before it.
    line = Promise.allSettled([line, result]);
    const job: Job = {
      id: randomUUID(),
      subject,
      order,
      step: "reading",
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

  function end(job: Job, how: Partial<Job>) {
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
    list: (): Job[] => [...jobs.values()].reverse(),
    find: (id: string): Job | undefined => jobs.get(id),
    cancel(job: Job) {
      const cancelled = "The rating was cancelled; nothing of it is stored.";
      job.controller.abort(conflict(cancelled, { zh: "评价已取消，未保存任何内容。" }));
    },
  };
}

export function present({ id, order, state, step, share, run, problem }: Job): RatingJob {
  const [from, to] = step === "done" ? [1, 1] : SPANS[step];
  return { id, order, state, step, progress: from + share * (to - from), run, problem };
}
