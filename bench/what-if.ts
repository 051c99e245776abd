import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../test/journeys/support/browser.ts";
import { million } from "./columns-of-a-million.ts";
import type { Table } from "./main.ts";
import { startServer } from "./served.ts";

/**
 * A slider moved over the real page, map and all, with a million firms in its worker: how long a re-rating takes there, and how long
 * the page itself is ever busy meanwhile. The map draws in software here, on the processors that the page needs, so the page is
 * measured without a map as well: a machine with a graphics card lies between the two.
 */

const FIRMS = 1_000_000;
const STEPS = 100;
const STEP_MS = 16;
/** A hand that has moved on doesn't notice; and what browsers call a long task. */
const LIMIT_MS = { rating: 100, task: 50 };

/** Passes everything on to the server but the firms of the run, of which it has a million. */
function inFrontOf(address: string, block: Uint8Array): Promise<Server> {
  const proxy = createServer((asked, answer) => {
    if (/\/columns\?.*above_scale/.test(asked.url ?? "")) {
      answer.writeHead(200, { "content-type": "application/octet-stream", "content-length": block.length });
      answer.end(block);
      return;
    }
    const { method, headers } = asked;
    const onward = request(new URL(asked.url ?? "/", address), { method, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  return new Promise((resolve) => proxy.listen(0, "127.0.0.1", () => resolve(proxy)));
}

type Seen = { took: number[]; tasks: number[]; delays: number[] };

/** Notes what workers say of their time, and what the browser says of the page's. */
function watch() {
  const seen: Seen = { took: [], tasks: [], delays: [] };
  const note = ({ duration }: PerformanceEntry) => seen.tasks.push(duration);
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "longtask" });
  const wait = ({ timeStamp }: Event) => seen.delays.push(performance.now() - timeStamp);
  addEventListener("pointermove", wait, { capture: true });
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...given: ConstructorParameters<typeof Plain>) {
      super(...given);
      this.addEventListener("message", ({ data }) => data?.sameHead && seen.took.push(data.sameHead.took));
    }
  };
  Object.assign(window, { seen });
}

const seenBy = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen);
const forget = (page: Page) =>
  page.evaluate(() =>
    Object.values((window as unknown as { seen: Seen }).seen).forEach((list) => {
      list.length = 0;
    }),
  );

/** From a fifth of the way to four fifths, as a hand drags. */
async function drag(page: Page) {
  const slider = page.getByRole("slider", { name: "亩均税收的权重", exact: true });
  await slider.waitFor({ timeout: 120_000 });
  await slider.scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  const box = await slider.boundingBox();
  if (!box) throw new Error("The slider is not on the page.");
  const at = (part: number) => [box.x + box.width * part, box.y + box.height / 2] as const;
  await page.mouse.move(...at(0.25));
  await page.mouse.down();
  await page.mouse.move(...at(0.3));
  await page.waitForTimeout(5000);
  await forget(page);
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.move(...at(0.2 + (0.6 * step) / STEPS));
    await page.waitForTimeout(STEP_MS);
  }
  await page.waitForTimeout(2000);
  const seen = await seenBy(page);
  await page.mouse.up();
  return seen;
}

/** As on a machine that can't draw: the page says so and does without. */
function withoutMap() {
  const plain = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (
    this: HTMLCanvasElement,
    kind: string,
    ...given: unknown[]
  ) {
    return kind.startsWith("webgl") ? null : Reflect.apply(plain, this, [kind, ...given]);
  } as typeof plain;
}

async function dragged(browser: Browser, address: string, before: (() => void)[]): Promise<Seen> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // The program that strips our types names functions by a function that the page doesn't have.
  await page.addInitScript("globalThis.__name = (named) => named");
  for (const script of before) await page.addInitScript(script);
  await page.goto(`${address}/?theme=yield&lang=zh`);
  const seen = await drag(page);
  await page.close();
  return seen;
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;

const row = (what: string, measured: number, limit: number) => [
  what,
  `${measured.toFixed(1)} ms`,
  `${limit} ms`,
  (measured / limit).toFixed(2),
];

export async function whatIf(): Promise<Table> {
  const data = mkdtempSync(join(tmpdir(), "mutu-bench-"));
  const { server, address } = await startServer({ MUTU_DATA: data });
  const block = await million(address, FIRMS);
  const proxy = await inFrontOf(address, block);
  const browser = await launchBrowser();
  try {
    const front = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const { took, tasks, delays } = await dragged(browser, front, [watch]);
    const bare = await dragged(browser, front, [watch, withoutMap]);
    const load = loadavg()[0] ?? 0;
    return {
      title: `What-if: ${FIRMS.toLocaleString("en-US")} firms, eight indicators, a slider moved ${STEPS} steps`,
      columns: ["what", "measured", "limit", "ratio"],
      rows: [
        row(
          `re-rate and tally in the worker, median of ${took.length}`,
          quantile(took, 0.5),
          LIMIT_MS.rating,
        ),
        row("re-rate and tally in the worker, 95th percentile", quantile(took, 0.95), LIMIT_MS.rating),
        row("longest task of the page's main thread", Math.max(0, ...tasks), LIMIT_MS.task),
        row("longest wait of an input event", Math.max(0, ...delays), LIMIT_MS.rating),
        row("longest task without the map", Math.max(0, ...bare.tasks), LIMIT_MS.task),
        row("longest wait of an input event without the map", Math.max(0, ...bare.delays), LIMIT_MS.rating),
        ["load average of the machine meanwhile", load.toFixed(1), "–", "–"],
        ["pictures answered, of steps", `${took.length} of ${STEPS}`, "–", "–"],
        ["block, before compression", `${(block.length / 1e6).toFixed(0)} MB`, "–", "–"],
      ],
    };
  } finally {
    await browser.close();
    proxy.closeAllConnections();
    proxy.close();
    server.kill("SIGTERM");
    await once(server, "exit");
    rmSync(data, { recursive: true, force: true });
  }
}
