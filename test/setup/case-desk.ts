import { expect } from "vitest";
import { Case } from "../../domain/api/cases.ts";
import { type RunningApp, startApp } from "./app.ts";
import { freshDatabase } from "./database.ts";
import { type Writer, writerOn } from "./writer.ts";

/** A server over a demonstration city of the test's own, its officers, and what they ask of /api/cases. */

type Body = Record<string, unknown>;

export type CaseDesk = Awaited<ReturnType<typeof openCaseDesk>>;

export const XINDU = "510114";

export async function openCaseDesk(environment: Readonly<Record<string, string>> = {}) {
  const database = await freshDatabase("demonstration");
  const { knex } = database;
  const app: RunningApp = await startApp(database, environment);
  const city = await writerOn(knex, { name: "city", role: "city_officer" });
  const xindu = await writerOn(knex, { name: "xindu", role: "district_officer", district: XINDU });
  const wenjiang = await writerOn(knex, { name: "wenjiang", role: "district_officer", district: "510115" });
  const viewer = await writerOn(knex, { name: "viewer", role: "viewer" });

  const url = (path: string) => `${app.url}/api/cases${path}`;

  async function send(method: string, path: string, body?: unknown, writer: Writer | null = city) {
    const response = await fetch(url(path), {
      method,
      headers: {
        ...writer?.token,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  }
  const get = (path: string, writer: Writer | null = null) => send("GET", path, undefined, writer);
  const post = (path: string, body: unknown, writer?: Writer | null) => send("POST", path, body, writer);

  /** A parcel that no case speaks of, the smallest code first. */
  async function freeParcel(district: string = XINDU): Promise<{ code: string; area: number }> {
    const { rows } = await knex.raw<{ rows: [{ code: string; area: number }] }>(
      `select parcel_code as code, area_m2 as area from parcel p
        where district_code = ? and agreed_start < '2023-01-01' and started is null
          and not exists (select from "case" c where c.parcel_id = p.id)
        order by parcel_code limit 1`,
      [district],
    );
    return rows[0];
  }

  /** The body of an answer that must be a case. */
  function caseOf({ status, body }: Awaited<ReturnType<typeof send>>, expected = 200): Case {
    expect(status, JSON.stringify(body)).toBe(expected);
    const parsed = Case.parse(body);
    expect(body).toEqual(parsed);
    return parsed;
  }

  async function opened(order: Body = {}, writer: Writer = city): Promise<Case> {
    const { code } = await freeParcel();
    const answer = await post("", { parcelCode: code, kind: "idle", reason: "群众反映", ...order }, writer);
    return caseOf(answer, 201);
  }

  const step = (one: Pick<Case, "id" | "version">, order: Body, writer?: Writer | null) =>
    post(`/${one.id}/steps`, { version: one.version, ...order }, writer);

  /** Takes steps in order; answers the case after the last one. */
  async function led(from: Case, orders: readonly Body[], writer?: Writer): Promise<Case> {
    let one = from;
    for (const order of orders) one = caseOf(await step(one, order, writer));
    return one;
  }

  async function close() {
    await app.stop();
    await database.close();
  }

  const officers = { city, xindu, wenjiang, viewer };
  return { app, knex, url, send, get, post, freeParcel, caseOf, opened, step, led, officers, close };
}

export const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** What leads a case from suspicion to its end. */
export const WHOLE_WAY = (area: number): Body[] => [
  { step: "verify", on: TODAY, cause: "firm", note: "现场核查未动工" },
  { step: "decide", on: TODAY, disposal: "recovery_without_pay", decidedAreaM2: area, dueOn: "2099-12-31" },
  { step: "begin", on: TODAY },
  { step: "close", on: TODAY, revivedAreaM2: area / 2 },
];
