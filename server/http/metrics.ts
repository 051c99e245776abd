import type { Request, RequestHandler, Response } from "express";
import type { Knex } from "knex";
import { endOf } from "./gone.ts";

/** Figures for a Prometheus to collect, as text. */

const SECONDS = [0.005, 0.02, 0.1, 0.5, 2.5, 10];
type Timing = { buckets: number[]; sum: number; count: number };

export type Metrics = {
  count(event: string): void;
  measure: RequestHandler;
  text(): string;
};

/** Where a router stands is read from the address: once an error has left it, the request no longer knows. */
const MOUNT = /^\/(?:ogc|api)(?=[/?]|$)/;

function routeOf(request: Request, response: Response): string {
  if (request.route) return `${MOUNT.exec(request.originalUrl)?.[0] ?? ""}${request.route.path}`;
  return response.statusCode < 400 ? "file" : "unmatched";
}

/** The status that was sent says nothing of an answer that did not arrive: 499 where the client left, 500 where we failed. */
const statusOf = (response: Response): number =>
  ({ answered: response.statusCode, "client gone": 499, "broken off": 500 })[endOf(response)];

const label = (values: Record<string, string | number>) =>
  `{${Object.entries(values)
    .map(([name, value]) => `${name}="${String(value).replace(/[\\"\n]/g, "_")}"`)
    .join(",")}}`;

function timingText(name: string, route: string, { buckets, sum, count }: Timing): string[] {
  const within = SECONDS.map((le, i) => `${name}_bucket${label({ route, le })} ${buckets[i]}`);
  return [
    ...within,
    `${name}_bucket${label({ route, le: "+Inf" })} ${count}`,
    `${name}_sum${label({ route })} ${sum}`,
    `${name}_count${label({ route })} ${count}`,
  ];
}

export function createMetrics(knex: Knex): Metrics {
  const events = new Map<string, number>();
  const answers = new Map<string, number>();
  const timings = new Map<string, Timing>();
  const add = (counter: Map<string, number>, key: string) => counter.set(key, (counter.get(key) ?? 0) + 1);

  function time(route: string, seconds: number) {
    const timing = timings.get(route) ?? { buckets: SECONDS.map(() => 0), sum: 0, count: 0 };
    for (const [i, limit] of SECONDS.entries()) if (seconds <= limit) timing.buckets[i]!++;
    timing.sum += seconds;
    timing.count++;
    timings.set(route, timing);
  }

  function text(): string {
    const pool = knex.client.pool as { numUsed(): number; numFree(): number; numPendingAcquires(): number };
    const memory = process.memoryUsage();
    return [
      "# TYPE mutu_requests_total counter",
      ...[...answers].map(([labels, count]) => `mutu_requests_total${labels} ${count}`),
      "# TYPE mutu_request_seconds histogram",
      ...[...timings].flatMap(([route, timing]) => timingText("mutu_request_seconds", route, timing)),
      "# TYPE mutu_events_total counter",
      ...[...events].map(([event, count]) => `mutu_events_total${label({ event })} ${count}`),
      "# TYPE mutu_pool_connections gauge",
      `mutu_pool_connections${label({ state: "used" })} ${pool.numUsed()}`,
      `mutu_pool_connections${label({ state: "free" })} ${pool.numFree()}`,
      `mutu_pool_connections${label({ state: "awaited" })} ${pool.numPendingAcquires()}`,
      "# TYPE process_resident_memory_bytes gauge",
      `process_resident_memory_bytes ${memory.rss}`,
      "# TYPE process_heap_used_bytes gauge",
      `process_heap_used_bytes ${memory.heapUsed}`,
      "",
    ].join("\n");
  }

  const measure: RequestHandler = (request, response, next) => {
    const begun = performance.now();
    response.once("close", () => {
      const route = routeOf(request, response);
      add(answers, label({ method: request.method, route, status: statusOf(response) }));
      time(route, (performance.now() - begun) / 1000);
    });
    next();
  };

  return { count: (event) => void add(events, event), measure, text };
}
