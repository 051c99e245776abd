import { type RunningApp, startApp } from "./app.ts";
import { freshDatabase } from "./database.ts";
import { type Writer, writerOn } from "./writer.ts";

/** A server over a demonstration city of the test's own, its officers, and what they ask of /api/plan. */

export type PlanDesk = Awaited<ReturnType<typeof openPlanDesk>>;

export const XINDU = "510114";

export async function openPlanDesk() {
  const database = await freshDatabase("demonstration");
  const { knex } = database;
  const app: RunningApp = await startApp(database);
  const officers = {
    city: await writerOn(knex, { name: "city", role: "city_officer" }),
    xindu: await writerOn(knex, { name: "xindu", role: "district_officer", district: XINDU }),
    viewer: await writerOn(knex, { name: "viewer", role: "viewer" }),
  };

  const url = (path: string) => `${app.url}/api/plan${path}`;

  async function answered(response: Response) {
    const text = await response.text();
    const isJson = /json/.test(response.headers.get("content-type") ?? "");
    const body = isJson && text ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body };
  }

  const send = async (method: string, path: string, body?: unknown, writer: Writer | null = officers.city) =>
    answered(
      await fetch(url(path), {
        method,
        headers: { ...writer?.token, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );

  const get = (path: string) => send("GET", path, undefined, null);

  const importing = async (table: string | Uint8Array<ArrayBuffer>, writer: Writer | null = officers.city) =>
    answered(
      await fetch(url("/actuals/import"), {
        method: "POST",
        headers: { ...writer?.token, "Content-Type": "text/csv" },
        body: table,
      }),
    );

  async function close() {
    await app.stop();
    await database.close();
  }

  return { knex, url, send, get, importing, officers, close };
}
