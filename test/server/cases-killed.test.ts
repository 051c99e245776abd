import { existsSync, readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Case } from "../../domain/api/cases.ts";
import { readConfig } from "../../server/config.ts";
import { type Database, openDatabase } from "../../server/db/connect.ts";
import { TODAY } from "../setup/case-desk.ts";
import { freshPlace, type Place } from "../setup/place.ts";
import { removeFolder, temporaryFolder } from "../setup/prepared.ts";
import { type SecondProcess, startProcess } from "../setup/second-process.ts";
import { type Writer, writerOn } from "../setup/writer.ts";

/** A server that is killed in the middle of a step or of an upload: it is as if nobody had asked. */

/** The last thing that each change writes takes so long that the server can be killed before it is through. */
const SLOW = `
  create function dawdle() returns trigger language plpgsql as $$
  begin
    if new.action in ('case.verify', 'case.attach') then perform pg_sleep(3); end if;
    return new;
  end $$;
  create trigger dawdle before insert on audit for each row execute function dawdle();`;

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

let place: Place;
let folder: string;
let writer: Writer;
let parcelCode: string;
let server: SecondProcess;
let url: string;

async function inDatabase<T>(work: (knex: Database["knex"]) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig(place.environment));
  return work(database.knex).finally(database.close);
}

const stored = () =>
  inDatabase(async (knex) => {
    const rows = async (table: string) => (await knex(table).orderBy("id")) as unknown[];
    return [await rows("case"), await rows("case_event"), await rows("case_file"), await rows("audit")];
  });

async function start() {
  server = await startProcess({ ...place.environment, MUTU_FILES: join(folder, "files") });
  ({ url } = server);
}

async function kill() {
  await server.kill();
  expect(server.server.signalCode).toBe("SIGKILL");
}

const post = (path: string, body: Buffer | object) =>
  fetch(`${url}/api/cases${path}`, {
    method: "POST",
    headers: {
      ...writer.token,
      "Content-Type": Buffer.isBuffer(body) ? "application/octet-stream" : "application/json",
    },
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
  });

async function openedCase(): Promise<Case> {
  const answer = await post("", { parcelCode, kind: "inefficient", reason: "试" });
  expect(answer.status).toBe(201);
  return answer.json();
}

beforeEach(async () => {
  place = await freshPlace("demonstration");
  folder = await temporaryFolder();
  await inDatabase(async (knex) => {
    writer = await writerOn(knex, { role: "city_officer" });
    await knex.raw(SLOW);
    const { rows } = await knex.raw(
      `select parcel_code from parcel p where not exists (select from "case" c where c.parcel_id = p.id) order by 1 limit 1`,
    );
    parcelCode = rows[0].parcel_code;
  });
  await start();
});

afterEach(async () => {
  await server.kill();
  await place.remove();
  await removeFolder(folder);
});

test("in the middle of a step", async () => {
  const one = await openedCase();
  const asked = post(`/${one.id}/steps`, { step: "verify", version: 1, on: TODAY }).catch(() => "cut off");
  await pause(1000);
  await kill();
  expect(await asked).toBe("cut off");
  const [cases, events, , audit] = await stored();
  expect(cases!.at(-1)).toMatchObject({ id: one.id, state: "suspected", version: 1, verified_on: null });
  expect(events!.filter((event) => (event as { case_id: number }).case_id === one.id)).toHaveLength(1);
  expect(audit!.at(-1)).toMatchObject({ action: "case.open" });
});

test("in the middle of an upload, while it arrives and while it is stored", async () => {
  const one = await openedCase();
  const { port } = new URL(url);
  const path = `/api/cases/${one.id}/files?name=half.pdf`;
  const headers = { ...writer.token, "Content-Type": "application/pdf", "Content-Length": 1_000_000 };
  const half = request({ port, host: "127.0.0.1", path, method: "POST", headers });
  half.on("error", () => {});
  half.write(PDF);
  const whole = post(`/${one.id}/files?name=${encodeURIComponent("合同.pdf")}`, PDF).catch(() => "cut off");
  await pause(1000);
  await kill();
  expect(await whole).toBe("cut off");
  const [, events, files] = await stored();
  expect(files).toEqual([]);
  expect(events!.filter((event) => (event as { case_id: number }).case_id === one.id)).toHaveLength(1);
  // What lies in the folder is whole, and named by nobody until somebody attaches it again.
  const left = existsSync(join(folder, "files")) ? readdirSync(join(folder, "files")) : [];
  expect(left.filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);

  await inDatabase((knex) => knex.raw("drop trigger dawdle on audit"));
  await start();
  expect((await post(`/${one.id}/files?name=a.pdf`, PDF)).status).toBe(201);
  expect(readdirSync(join(folder, "files"))).toHaveLength(1);
});
