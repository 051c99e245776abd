import { expect, test } from "vitest";
import { ProblemError } from "../../client/state/answers.ts";
import type { Picture } from "../../client/yield/protocol.ts";
import { answering } from "../../client/yield/worker/answering.ts";
import { blockOf } from "../../client/yield/worker/block-of.ts";
import { blockKeeper, Refused } from "../../client/yield/worker/blocks.ts";
import { Outdated, yieldHandle } from "../../client/yield/worker/handle.ts";
import { picturesOf } from "../../client/yield/worker/pictures.ts";
import { BY_GRADE, ladder, made, NO_FILTER } from "./support/yield-block.ts";

/** The worker's own code behind the page's handle, with copies of messages between them as a real worker has. */
function connected(download: (address: string, signal: AbortSignal) => Promise<ArrayBuffer>) {
  const asked: string[] = [];
  const port = { onmessage: null as Worker["onmessage"], onerror: null, terminate() {} };
  const answer = answering((reply) => {
    const data = structuredClone(reply);
    setTimeout(() => port.onmessage?.call(port as unknown as Worker, { data } as MessageEvent));
  }, blockKeeper(download));
  const worker = Object.assign(port, {
    postMessage(question: Parameters<typeof answer>[0]) {
      asked.push(question.kind);
      setTimeout(() => answer(structuredClone(question)));
    },
  });
  return { handle: yieldHandle(() => worker as unknown as Worker), asked };
}

const { block } = made(ladder(20));
const RUN = { year: 2025, run: 7, size: "above_scale" } as const;
const settled = async (promise: Promise<unknown>) =>
  promise.then(
    () => "answered",
    (error) => (error instanceof Outdated ? "outdated" : error),
  );

test("while one picture is made only the newest waits", async () => {
  const { handle, asked } = connected(async () => block);
  const pictures = [10, 20, 30, 40].map((bottom) =>
    settled(handle.picture(RUN, NO_FILTER, BY_GRADE, `bottom=${bottom}00`)),
  );
  expect(await Promise.all(pictures)).toEqual(["answered", "outdated", "outdated", "answered"]);
  expect(asked).toEqual(["picture", "picture"]);
});

test("the head travels once, and every picture has it", async () => {
  const { handle } = connected(async () => block);
  const first = await handle.picture(RUN, NO_FILTER, BY_GRADE, null);
  const second = await handle.picture(RUN, NO_FILTER, BY_GRADE, "bottom=3000");
  expect(second.head).toBe(first.head);
  expect(second.paint).toBeGreaterThan(first.paint);
  expect((await handle.moved(50, 0)).matched).toBe(second.moved.down);
});

test("another run doesn't wait for one that is still on its way", async () => {
  const { handle } = connected((address, signal) =>
    address.includes("run=7")
      ? new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
      : Promise.resolve(block),
  );
  const slow = settled(handle.picture(RUN, NO_FILTER, BY_GRADE, null));
  const quick = settled(handle.picture({ ...RUN, run: 8 }, NO_FILTER, BY_GRADE, null));
  expect(await quick).toBe("answered");
  expect(await slow).toBe("outdated");
});

test("what waited for the run before doesn't come after the new one", async () => {
  const { handle, asked } = connected((address, signal) =>
    address.includes("run=7")
      ? new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
      : Promise.resolve(block),
  );
  const pictures = [
    handle.picture(RUN, NO_FILTER, BY_GRADE, null),
    handle.picture(RUN, { ...NO_FILTER, grades: ["A"] }, BY_GRADE, null),
    handle.picture({ ...RUN, run: 8 }, NO_FILTER, BY_GRADE, null),
  ].map(settled);
  expect(await Promise.all(pictures)).toEqual(["outdated", "outdated", "answered"]);
  expect(asked).toEqual(["picture", "picture"]);
});

test("a late picture of other firms is not shown in the place of a newer one", async () => {
  const answers = new Map<number, (picture: Picture) => void>();
  const pictures = picturesOf({
    picture: ({ year }) => new Promise((resolve) => answers.set(year, resolve)),
  });
  const wanted = (year: number) => ({
    block: { ...RUN, year },
    filter: NO_FILTER,
    colouring: BY_GRADE,
    terms: null,
  });
  const shows = () => {
    const now = pictures.current();
    return now.state === "ready" ? now.value.head.year : now.state;
  };
  const arrives = async (year: number) => {
    answers.get(year)?.({ head: { year } } as Picture);
    await new Promise(setImmediate);
  };
  pictures.want(wanted(2024));
  pictures.want(wanted(2025));
  await arrives(2024);
  expect(shows()).toBe("loading");
  await arrives(2025);
  expect(shows()).toBe(2025);
});

test("what the server refuses comes to the page as it was said", async () => {
  const problem = { type: "about:blank", title: "Not Found", status: 404, detail: "No such run." };
  const { handle } = connected(async () => {
    throw new Refused(problem);
  });
  const error = await settled(handle.picture(RUN, NO_FILTER, BY_GRADE, null));
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).problem).toEqual(problem);
  const early = await settled(handle.paint("parcels", []));
  expect(early).toBeInstanceOf(Error);
});

test("a block is fetched once, and years that are played stay", async () => {
  const fetched: string[] = [];
  const keeper = blockKeeper(async (address) => {
    fetched.push(address);
    return block;
  });
  for (const year of [2024, 2025, 2024, 2025]) await keeper({ ...RUN, year });
  expect(fetched).toHaveLength(2);
});

test("no year means the latest that has a published run of the size", () => {
  const run = (id: number, size: "above_scale" | "below_scale") => ({
    ...{ id, size, noticeUntil: null, scheme: { zh: "", en: "" } },
  });
  const years = {
    years: [
      { year: 2024, runs: [run(1, "above_scale"), run(2, "below_scale")] },
      { year: 2025, runs: [run(3, "above_scale")] },
    ],
  };
  const view = { year: null, run: null, size: "above_scale" } as const;
  expect(blockOf(years, view)).toEqual({ year: 2025, run: 3, size: "above_scale" });
  expect(blockOf(years, { ...view, size: "below_scale" })).toMatchObject({ year: 2024, run: 2 });
  expect(blockOf(years, { ...view, year: 2023 })).toBeNull();
  expect(blockOf(years, { ...view, year: 2023, run: 9 })).toMatchObject({ year: 2023, run: 9 });
});
