import { ProblemError } from "../../state/answers.ts";
import type { Block, Picture, YieldWorker } from "../protocol.ts";
import type { Failure, Kind, Question, Reply, Result } from "./messages.ts";

/**
 * The page's end of a yield worker. While the worker is busy with a request, only the newest of the same lane waits for it; those in
 * between are never posted. So a slider may ask with every movement of the hand.
 */

/** A newer request has taken its place: nobody needs the answer. */
export class Outdated extends Error {
  constructor() {
    super("A newer request took the place of this one.");
  }
}

type Task = {
  lane: string;
  kind: Kind;
  given: Question["given"];
  resolve: (value: Result<Kind>) => void;
  reject: (error: Error) => void;
};
type Lane = { busy: number | null; waiting: Task | null };

export type YieldHandle = YieldWorker & { end(): void };

const errorOf = ({ problem, message, outdated }: Failure): Error =>
  outdated ? new Outdated() : problem ? new ProblemError(problem) : new Error(message);

const startWorker = () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

/** Starts the worker with the first request. */
export function yieldHandle(start: () => Worker = startWorker): YieldHandle {
  let worker: Worker | null = null;
  let head: Picture["head"] | null = null;
  let block: Block | null = null;
  let last = 0;
  const lanes = new Map<string, Lane>();
  const asked = new Map<number, Task>();

  const laneOf = (name: string): Lane => {
    const lane = lanes.get(name) ?? { busy: null, waiting: null };
    lanes.set(name, lane);
    return lane;
  };

  function post(task: Task) {
    last += 1;
    laneOf(task.lane).busy = last;
    asked.set(last, task);
    if (!worker) {
      worker = start();
      worker.onmessage = ({ data }: MessageEvent<Reply>) => receive(data);
      worker.onerror = () => giveUp(new Error("The rating worker could not be started."));
    }
    worker.postMessage({ id: last, kind: task.kind, given: task.given });
  }

  function settle(task: Task, reply: Reply) {
    if ("failure" in reply) return task.reject(errorOf(reply.failure));
    if ("value" in reply) {
      if (task.kind === "picture") head = (reply.value as Picture).head;
      return task.resolve(reply.value);
    }
    if (head) task.resolve({ ...reply.sameHead, head });
  }

  function receive(reply: Reply) {
    const task = asked.get(reply.id);
    if (!task) return;
    asked.delete(reply.id);
    const lane = laneOf(task.lane);
    if (lane.busy === reply.id) {
      lane.busy = null;
      const next = lane.waiting;
      lane.waiting = null;
      if (next) post(next);
      else lanes.delete(task.lane);
    }
    settle(task, reply);
  }

  function giveUp(error: Error) {
    worker?.terminate();
    worker = null;
    const tasks = [...asked.values(), ...[...lanes.values()].flatMap(({ waiting }) => waiting ?? [])];
    asked.clear();
    lanes.clear();
    for (const task of tasks) task.reject(error);
  }

  function request<K extends Kind>(
    lane: string,
    kind: K,
    given: Question<K>["given"],
    hurry = false,
  ): Promise<Result<K>> {
    return new Promise<Result<Kind>>((resolve, reject) => {
      const task: Task = { lane, kind, given, resolve, reject };
      const at = laneOf(lane);
      at.waiting?.reject(new Outdated());
      at.waiting = null;
      if (at.busy === null || hurry) return post(task);
      at.waiting = task;
    }) as Promise<Result<K>>;
  }

  return {
    picture(wanted, filter, colouring, terms) {
      // Another block may take long to arrive; the worker is told at once, so that it stops waiting for the one before.
      const hurry = JSON.stringify(wanted) !== JSON.stringify(block);
      block = wanted;
      return request("picture", "picture", [wanted, filter, colouring, terms], hurry);
    },
    paint: (layer, codes) => request(`paint ${layer}`, "paint", [layer, codes]),
    told: (layer, code) => request("told", "told", [layer, code]),
    distribution: (by) => request(`distribution ${by}`, "distribution", [by]),
    scatter: (x, y) => request(`scatter ${x} ${y}`, "scatter", [x, y]),
    moved: (limit, offset) => request(`moved ${limit} ${offset}`, "moved", [limit, offset]),
    end: () => giveUp(new Outdated()),
  };
}

/** The firms that the theme shows, and those of the run that is held against them. */
export const shown = yieldHandle();
export const against = yieldHandle();
