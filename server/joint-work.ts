/**
 * Work that several callers want at once is done once. It ends early only when all of them have gone.
 */
export function jointWork<T>() {
  type Job = { result: Promise<T>; callers: number; controller: AbortController };
  const jobs = new Map<string, Job>();

  function begin(name: string, work: (signal: AbortSignal) => Promise<T>): Job {
    const controller = new AbortController();
    const result = work(controller.signal).finally(() => {
      if (jobs.get(name) === job) jobs.delete(name);
    });
    // Whoever asked has its own promise; this one may be left without a listener.
    result.catch(() => undefined);
    const job: Job = { result, callers: 0, controller };
    jobs.set(name, job);
    return job;
  }

  function leave(name: string, job: Job, signal: AbortSignal) {
    job.callers--;
    if (job.callers > 0) return;
    if (jobs.get(name) === job) jobs.delete(name);
    job.controller.abort(signal.reason);
  }

  return async (name: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    const job = jobs.get(name) ?? begin(name, work);
    job.callers++;
    return new Promise<T>((resolve, reject) => {
      const gone = () => {
        leave(name, job, signal);
        reject(signal.reason);
      };
      signal.addEventListener("abort", gone, { once: true });
      job.result.then(resolve, reject).finally(() => signal.removeEventListener("abort", gone));
    });
  };
}
