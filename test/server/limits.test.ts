import { setTimeout as pause } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { abortable } from "../../server/db/abortable.ts";
import { createGate } from "../../server/http/limits.ts";
import { jointWork } from "../../server/joint-work.ts";
import { createKept } from "../../server/kept.ts";
import { sharedDatabase } from "../setup/database.ts";
import { databaseKind } from "../setup/place.ts";

const present = () => new AbortController().signal;

test("the gate lets so many run at once, and the others in their order", async () => {
  const gate = createGate(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (i: number) => async () => {
    most = Math.max(most, ++running);
    order.push(i);
    await pause(2);
    running--;
    if (i === 3) throw new Error("one that fails");
  };
  const results = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => gate(work(i), present())));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
});

test("who leaves the line costs nothing, and a line that is too long is closed", async () => {
  const gate = createGate(1);
  let finish = () => {};
  const first = gate(() => new Promise<void>((resolve) => (finish = resolve)), present());
  const leaver = new AbortController();
  let ran = false;
  const enter = async () => {
    ran = true;
  };
  const left = gate(enter, leaver.signal);
  leaver.abort(new Error("gone"));
  await expect(left).rejects.toThrow("gone");
  const waiting = Array.from({ length: 500 }, () => gate(async () => {}, present()));
  await expect(gate(async () => {}, present())).rejects.toMatchObject({ problem: { status: 503 } });
  finish();
  await Promise.all([first, ...waiting]);
  expect(ran).toBe(false);
});

test("who never got a turn is told that the server is busy, and who was stopped that it took too long", async () => {
  vi.useFakeTimers();
  const gate = createGate(1);
  const endless = (signal: AbortSignal) =>
    new Promise<void>((_resolve, reject) =>
      signal.addEventListener("abort", () => setTimeout(() => reject(signal.reason), 1_000)),
    );
  const problems = Promise.all(
    [1, 2].map(() => gate(endless, present()).catch(({ problem, headers }) => ({ ...problem, headers }))),
  );
  await vi.advanceTimersByTimeAsync(31_000);
  vi.useRealTimers();
  expect(await problems).toEqual([
    expect.objectContaining({ type: "urn:mutu:problem:took-too-long", status: 503 }),
    expect.objectContaining({
      type: "urn:mutu:problem:busy",
      status: 503,
      headers: { "Retry-After": "5" },
      detail: expect.stringContaining("The server is busy"),
    }),
  ]);
});

test("shared work runs once, and is stopped only when nobody wants it any more", async () => {
  const shared = jointWork<string>();
  let begun = 0;
  let stopped = false;
  const work = (signal: AbortSignal) => {
    begun++;
    return new Promise<string>((resolve, reject) => {
      setTimeout(() => resolve("done"), 20);
      signal.addEventListener("abort", () => {
        stopped = true;
        reject(signal.reason);
      });
    });
  };
  const impatient = new AbortController();
  const [one, other] = [shared("a", impatient.signal, work), shared("a", present(), work)];
  impatient.abort(new Error("gone"));
  await expect(one).rejects.toThrow("gone");
  expect(await other).toBe("done");
  expect([begun, stopped]).toEqual([1, false]);

  const alone = new AbortController();
  const abandoned = shared("b", alone.signal, work);
  alone.abort(new Error("gone"));
  await expect(abandoned).rejects.toThrow("gone");
  expect([begun, stopped]).toEqual([2, true]);
  expect(await shared("b", present(), work)).toBe("done");
});

test("what is kept stays within its bytes, and what was used last stays longest", () => {
  const kept = createKept<string>(10, (value) => value.length);
  kept.set("a", "aaaa");
  kept.set("b", "bbbb");
  kept.get("a");
  kept.set("c", "cccc");
  expect([kept.get("a"), kept.get("b"), kept.get("c")]).toEqual(["aaaa", undefined, "cccc"]);
  kept.set("d", "more than all of it");
  expect(kept.get("d")).toBeUndefined();
});

test.runIf(databaseKind === "postgres")(
  "a query whose client has gone is cancelled, and its connection is fit for the next",
  async () => {
    const database = await sharedDatabase();
    const controller = new AbortController();
    const begun = performance.now();
    setTimeout(() => controller.abort(new Error("gone")), 50);
    await expect(abortable(database, "select pg_sleep(20)", [], controller.signal)).rejects.toThrow("gone");
    expect(performance.now() - begun).toBeLessThan(5_000);
    for (let i = 0; i < 20; i++)
      expect(await abortable(database, "select ?::integer as i", [i], present())).toEqual([{ i }]);
  },
);
