import { once } from "node:events";
import type { Page } from "playwright-core";
import type { RatingYears } from "../domain/api/ratings/grades.ts";
import { load } from "../seeds/load.ts";
import { readConfig } from "../server/config.ts";
import { openDatabase } from "../server/db/connect.ts";
import { migrate } from "../server/db/migrate.ts";
import { gatherStatistics } from "../server/db/statistics.ts";
import { launchBrowser } from "../test/journeys/support/browser.ts";
import { type Cluster, startCluster } from "../test/setup/cluster.ts";
import type { Table } from "./main.ts";
import { startServer } from "./served.ts";

/**
 * The list and the charts with some 100,000 rated firms under a hand that scrolls, pans, hovers and clicks: the longest task of the
 * page's main thread meanwhile. The map stands behind them and is drawn in software here, so a real machine's page is less busy.
 */

/** Small firms of so many copies of the city make a run of about 100,000. */
const COPIES = 19;
/** What browsers call a long task. */
const LIMIT_MS = 50;
/** Steps of a hand, some 16 ms apart. */
const STEPS = 60;
const STEP_MS = 16;

const DATABASE = "copies";

async function fill(cluster: Cluster) {
  const maintenance = await openDatabase(readConfig({ DATABASE_URL: cluster.url("postgres") }));
  await maintenance.knex.raw(`create database ${DATABASE}`);
  await maintenance.close();
  const database = await openDatabase(readConfig({ DATABASE_URL: cluster.url(DATABASE) }));
  await migrate(database.knex);
  await load(database.knex, { scale: COPIES, demonstration: true });
  await gatherStatistics(database.knex);
  await database.close();
}

/** Notes what the browser says of the page's long tasks. */
function watch() {
  const tasks: number[] = [];
  const note = ({ duration }: PerformanceEntry) => tasks.push(duration);
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "longtask" });
  Object.assign(window, { tasks });
}

type Watched = { tasks: number[] };

/** Tasks over 50 ms while something was done; what is shorter the browser doesn't tell. */
async function tasksDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    (window as unknown as Watched).tasks.length = 0;
  });
  await act();
  await page.waitForTimeout(600);
  return page.evaluate(() => [...(window as unknown as Watched).tasks]);
}

const drawer = (page: Page) => page.locator(".drawer");
const tab = (page: Page, name: string) => drawer(page).getByRole("button", { name, exact: true }).click();

async function steps(page: Page, act: (part: number) => Promise<void>) {
  for (let step = 0; step < STEPS; step++) {
    await act(step / (STEPS - 1));
    await page.waitForTimeout(STEP_MS);
  }
}

const scroller = (page: Page) => drawer(page).locator(".firms");

async function scrollByWheel(page: Page) {
  await scroller(page).hover();
  await steps(page, () => page.mouse.wheel(0, 300));
}

/** From the first firm to the last, as the scroll bar is dragged. */
async function scrollThrough(page: Page) {
  await steps(page, (part) =>
    scroller(page).evaluate((element, share) => {
      element.scrollTop = share * element.scrollHeight;
    }, part),
  );
}

async function onCanvas(page: Page) {
  const canvas = drawer(page).locator(".chart-canvas canvas").first();
  await canvas.waitFor({ timeout: 60_000 });
  const box = await canvas.boundingBox();
  if (!box) throw new Error("The chart is not on the page.");
  return (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
}

async function hover(page: Page) {
  const at = await onCanvas(page);
  await steps(page, (part) => page.mouse.move(...at(0.15 + 0.7 * part, 0.4 + 0.2 * Math.sin(9 * part))));
}

async function pan(page: Page) {
  const at = await onCanvas(page);
  await page.mouse.move(...at(0.5, 0.5));
  await page.mouse.down();
  await steps(page, (part) => page.mouse.move(...at(0.5 - 0.25 * part, 0.5)));
  await page.mouse.up();
}

async function zoom(page: Page) {
  const at = await onCanvas(page);
  await page.mouse.move(...at(0.5, 0.5));
  await steps(page, (part) => page.mouse.wheel(0, part < 0.5 ? -60 : 60));
}

async function measure(page: Page): Promise<[what: string, tasks: number[]][]> {
  const rows: [string, number[]][] = [];
  const add = async (what: string, act: () => Promise<void>) => {
    rows.push([what, await tasksDuring(page, act)]);
  };
  await drawer(page).locator("tr[data-index='0'] button[title]").waitFor({ timeout: 120_000 });
  await add("list: scrolling by wheel", () => scrollByWheel(page));
  await add("list: dragging from the first firm to the last", () => scrollThrough(page));
  await add("scatter: opening", async () => {
    await tab(page, "散点");
    await onCanvas(page);
  });
  await add("scatter: hovering", () => hover(page));
  await add("scatter: panning", () => pan(page));
  await add("scatter: zooming", () => zoom(page));
  await add("distribution: opening", async () => {
    await tab(page, "分布");
    await onCanvas(page);
  });
  await add("migration: opening", async () => {
    await tab(page, "迁移");
    await onCanvas(page);
  });
  await add("migration: hovering", () => hover(page));
  return rows;
}

async function firmsIn(address: string): Promise<number> {
  const { years }: RatingYears = await (await fetch(`${address}/api/ratings`)).json();
  const latest = Math.max(...years.map(({ year }) => year));
  const answer = await fetch(`${address}/api/ratings/${latest}?size=below_scale&limit=1`);
  return ((await answer.json()) as { matched: number }).matched;
}

export async function drawerOfManyFirms(): Promise<Table> {
  const cluster = await startCluster(`drawer-${COPIES}`, fill);
  const { server, address } = await startServer({ DATABASE_URL: cluster.url(DATABASE) });
  const browser = await launchBrowser();
  try {
    const firms = await firmsIn(address.replace(/\/$/, ""));
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // The program that strips our types names functions by a function that the page doesn't have.
    await page.addInitScript("globalThis.__name = (named) => named");
    await page.addInitScript(watch);
    await page.goto(`${address}?theme=yield&size=small&drawer=table&scale=log&lang=zh`);
    const rows = await measure(page);
    return {
      title: `List and charts of ${firms.toLocaleString("en-US")} firms`,
      columns: [
        "what the hand does",
        "longest task of the main thread",
        "limit",
        "ratio",
        "tasks over 50 ms",
      ],
      rows: rows.map(([what, tasks]) => {
        const longest = Math.max(0, ...tasks);
        const told =
          longest === 0
            ? [`< ${LIMIT_MS} ms`, "< 1"]
            : [`${longest.toFixed(0)} ms`, (longest / LIMIT_MS).toFixed(2)];
        return [what, told[0]!, `${LIMIT_MS} ms`, told[1]!, String(tasks.length)];
      }),
    };
  } finally {
    await browser.close();
    server.kill("SIGTERM");
    await once(server, "exit");
    await cluster.stop();
  }
}
