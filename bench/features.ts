import { once } from "node:events";
import { LAYERS } from "../server/catalog.ts";
import { askAll, quantileOf } from "./asking.ts";
import { measureEach } from "./beside-copy.ts";
import type { Table } from "./main.ts";
import { startMapServer } from "./mapserver.ts";
import { startServer } from "./served.ts";

/**
 * Pages of a thousand parcels with all columns as a program reads them, one after the other, from a server and from MapServer: the
 * first ones, and those from the middle on; not compressed, for MapServer does not. BENCH_SCALES says of how many cities: 12 have a hundred thousand parcels, 113 a million.
 */

const A_PAGE = 1_000;
/** MapServer takes seconds for a page; ours go on while the clock can tell them apart. */
const PAGES = { ours: 50, theirs: 4 };

const scales = () => (process.env.BENCH_SCALES ?? "1").split(",").map(Number);
const parcels = LAYERS.find(({ id }) => id === "parcels")!;

type Page = { features: unknown[]; numberMatched?: number; links: { rel: string; href: string }[] };
export type Walk = { times: number[]; features: number; bytes: number; on: string | undefined };

/** So many pages, each by the link that the one before it has. */
export async function walk(from: string, pages: number): Promise<Walk> {
  const walked: Walk = { times: [], features: 0, bytes: 0, on: from };
  while (walked.on && walked.times.length < pages) {
    const { times, bodies } = await askAll([walked.on], "identity");
    const bytes = bodies.get(walked.on) ?? Buffer.alloc(0);
    const page: Page = JSON.parse(bytes.toString());
    walked.times.push(...times);
    walked.features += page.features.length;
    walked.bytes += bytes.length;
    walked.on = page.links.find(({ rel }) => rel === "next")?.href;
  }
  walked.times.sort((a, b) => a - b);
  return walked;
}

export const firstPage = (base: string) => `${base}/ogc/collections/parcels/items?limit=${A_PAGE}`;
export const featuresPerSecond = ({ times, features }: Walk) =>
  features / (times.reduce((sum, time) => sum + time, 0) / 1000);

/** The page that begins in the middle: by link, as ours has no other way; none of these is measured. */
async function middleOf(first: string, count: number): Promise<string> {
  const { on } = await walk(first, Math.floor(count / 2 / A_PAGE));
  return on ?? first;
}

const figure = (value: number, digits = 1) => value.toFixed(digits);
const many = (value: number) => Math.round(value).toLocaleString("en");
const timed = (walked: Walk) =>
  `${figure(quantileOf(walked.times, 0.5))} · ${figure(quantileOf(walked.times, 0.95))}`;

function row(scale: number, where: string, ours: Walk, theirs: Walk | undefined): string[] {
  const cells = [
    `${scale}`,
    where,
    timed(ours),
    figure(ours.bytes / ours.times.length / 1000, 0),
    many(featuresPerSecond(ours)),
  ];
  if (!theirs) return [...cells, "not installed", "", "", ""];
  return [
    ...cells,
    timed(theirs),
    figure(theirs.bytes / theirs.times.length / 1000, 0),
    many(featuresPerSecond(theirs)),
    `${figure(featuresPerSecond(ours) / featuresPerSecond(theirs))}×`,
  ];
}

async function measure(url: string, scale: number, count: number): Promise<string[][]> {
  const { server, address } = await startServer({ DATABASE_URL: url });
  const mapServer = await startMapServer(url, parcels);
  try {
    const first = firstPage(address);
    const places = [
      { where: "first", from: first, offset: 0 },
      { where: "middle", from: await middleOf(first, count), offset: Math.floor(count / 2) },
    ];
    const rows: string[][] = [];
    for (const { where, from, offset } of places) {
      await walk(from, 2);
      const ours = await walk(from, PAGES.ours);
      const theirs = mapServer && (await walk(mapServer.itemsAt(offset, A_PAGE), PAGES.theirs));
      rows.push(row(scale, where, ours, theirs ?? undefined));
      console.error(rows.at(-1)?.join("  "));
    }
    return rows;
  } finally {
    mapServer?.stop();
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

export async function features(): Promise<Table> {
  const rows = await measureEach(scales(), async ({ knex }, url, scale) => {
    const [{ count } = { count: 0 }] = await knex("parcel").count({ count: "*" });
    return measure(url, scale, Number(count));
  });
  return {
    title: "Pages of a thousand parcels, beside MapServer's",
    columns: [
      "cities",
      "pages",
      "p50 · p95, ms",
      "KB a page",
      "features/s",
      "MapServer: p50 · p95, ms",
      "KB a page",
      "features/s",
      "ratio",
    ],
    rows: rows.flat(),
  };
}
