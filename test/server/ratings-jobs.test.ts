import { once } from "node:events";
import { expect, test } from "vitest";
import { createJobs } from "../../server/jobs.ts";
import { RATING_JOBS } from "../../server/ratings/jobs.ts";

test("every job ends when the server does, whether it runs or waits for its turn", async () => {
  const leaving = new AbortController();
  const jobs = createJobs(leaving.signal, RATING_JOBS);
  let begun = 0;
  const work = async (signal: AbortSignal) => {
    begun++;
    await once(signal, "abort");
    throw signal.reason;
  };
  const started = [2023, 2024].map((year) => jobs.start({ year, scheme: "any" }, work));
  await new Promise(setImmediate);
  leaving.abort(new Error("The server is being stopped"));
  const ended = await Promise.allSettled(started.map(({ result }) => result));
  expect(ended.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(jobs.list().map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
  expect(begun).toBe(1);
});
