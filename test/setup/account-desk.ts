import { type RunningApp, startApp } from "./app.ts";
import { freshDatabase } from "./database.ts";
import { COOKIE, type Writer, writerOn } from "./writer.ts";

/** A server over a demonstration city of the test's own, and requests of people and scripts to /api. */

type Headers = Readonly<Record<string, string>>;
type Answer = { status: number; headers: Response["headers"]; body: ReturnType<typeof JSON.parse> };
export type AccountDesk = Awaited<ReturnType<typeof openAccountDesk>>;

export async function openAccountDesk(environment: Headers = {}) {
  const database = await freshDatabase("demonstration");
  const app: RunningApp = await startApp(database, environment);
  const { knex } = database;

  async function send(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Answer> {
    const response = await fetch(`${app.url}${path}`, {
      method,
      redirect: "manual",
      headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }

  /** What a page of ours sends. */
  const page = (cookie?: string): Headers => ({
    Origin: app.url,
    ...(cookie === undefined ? {} : { Cookie: `${COOKIE}=${cookie}` }),
  });

  const cookieOf = ({ headers }: { headers: Response["headers"] }) =>
    new RegExp(`^${COOKIE}=([^;]*)`).exec(headers.get("set-cookie") ?? "")?.[1];

  const signIn = (name: string, password: string, headers: Headers = page()) =>
    send("POST", "/api/session", { name, password }, headers);

  const person = (wanted: Parameters<typeof writerOn>[1]): Promise<Writer> => writerOn(knex, wanted);

  async function close() {
    await app.stop();
    await database.close();
  }

  return { app, database, knex, send, page, cookieOf, signIn, person, close };
}
