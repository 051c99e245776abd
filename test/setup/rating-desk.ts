import { expect } from "vitest";
import { RatingRun } from "../../domain/api/ratings/runs.ts";
import { SchemeVersion } from "../../domain/api/ratings/schemes.ts";
import type { Scheme } from "../../domain/rating/scheme.ts";
import type { Database } from "../../server/db/connect.ts";
import { type RunningApp, startApp } from "./app.ts";
import { freshDatabase } from "./database.ts";
import { writerOn } from "./writer.ts";

/** A server over a demonstration city of the test's own, and requests of an administrator to /api/ratings. */

type Headers = Record<string, string>;

export type RatingDesk = Awaited<ReturnType<typeof openRatingDesk>>;

export async function openRatingDesk() {
  const database: Database = await freshDatabase("demonstration");
  const app: RunningApp = await startApp(database);
  const writer = await writerOn(database.knex);
  const url = (path: string) => `${app.url}/api/ratings${path}`;

  async function send(method: string, path: string, body?: unknown, headers: Headers = {}) {
    const response = await fetch(url(path), {
      method,
      headers: {
        ...writer.token,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  }
  const post = (path: string, body: unknown, headers?: Headers) => send("POST", path, body, headers);
  const get = (path: string) => send("GET", path);

  const count = async (table: string): Promise<number> =>
    Number((await database.knex(table).count().first())?.count);

  /** What is stored, to see that a refusal leaves nothing. */
  async function stored(): Promise<Record<string, number>> {
    const tables = ["rating_run", "rating", "parcel_rating", "park_rating", "audit", "rating_scheme"];
    return Object.fromEntries(
      await Promise.all(tables.map(async (table) => [table, await count(table)] as const)),
    );
  }

  async function rated(order: Record<string, unknown>): Promise<RatingRun> {
    const { status, headers, body } = await post("/runs", order);
    expect(status, JSON.stringify(body)).toBe(201);
    expect(headers.get("location")).toBe(`/api/ratings/runs/${body.id}`);
    expect(body).toEqual(RatingRun.parse(body));
    return body;
  }

  async function shipped(key: string): Promise<Scheme> {
    const { body } = await get(`/schemes/${key}`);
    return SchemeVersion.parse(body).definition;
  }

  let schemes = 0;
  /** Stores a changed copy of a shipped scheme; answers its key. */
  async function schemeLike(change: (scheme: Scheme) => void, from = "sichuan-2020"): Promise<string> {
    const definition = await shipped(from);
    change(definition);
    const key = `test-${++schemes}`;
    const { status, body } = await post("/schemes", { key, definition, by: "测试" });
    expect(status, JSON.stringify(body)).toBe(201);
    return key;
  }

  async function close() {
    await app.stop();
    await database.close();
  }

  return { app, database, writer, url, send, post, get, count, stored, rated, shipped, schemeLike, close };
}
