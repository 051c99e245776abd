import { randomBytes } from "node:crypto";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { Contents } from "./fill.ts";
import { removeFolder, temporaryFolder } from "./prepared.ts";
import type { ProvidedDatabase } from "./provided.ts";

/** A database as a server is told of it: by environment variables. */
export type Place = { environment: Readonly<Record<string, string>>; remove(): Promise<void> };

type ProvidedPostgres = Extract<ProvidedDatabase, { kind: "postgres" }>;
type ProvidedEmbedded = Extract<ProvidedDatabase, { kind: "embedded" }>;

const provided = inject("database");

/** Which of the two databases this run is about, for the few tests that concern only one. */
export const databaseKind = provided.kind;

const urlOf = ({ url }: ProvidedPostgres, name: string) => url.replace("{name}", name);

async function administer(postgres: ProvidedPostgres, statement: string) {
  const client = new pg.Client({ connectionString: urlOf(postgres, "postgres") });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function freshOnPostgres(postgres: ProvidedPostgres, contents: Contents): Promise<Place> {
  const name = `fresh_${randomBytes(6).toString("hex")}`;
  await administer(postgres, `create database ${name} template ${contents}`);
  return {
    environment: { DATABASE_URL: urlOf(postgres, name) },
    remove: () => administer(postgres, `drop database ${name} with (force)`),
  };
}

async function freshEmbedded({ prepared }: ProvidedEmbedded, contents: Contents): Promise<Place> {
  const folder = await temporaryFolder();
  const data = join(folder, "data");
  await cp(join(prepared, contents), data, { recursive: true });
  return { environment: { MUTU_DATA: data }, remove: () => removeFolder(folder) };
}

/** Where the demonstration city is that all tests read. */
export const sharedEnvironment: Place["environment"] =
  provided.kind === "postgres" ? { DATABASE_URL: urlOf(provided, "shared") } : { MUTU_DATA: provided.shared };

/** A database of the test's own, for code that opens it itself; the test removes it. */
export const freshPlace = (contents: Contents): Promise<Place> =>
  provided.kind === "postgres" ? freshOnPostgres(provided, contents) : freshEmbedded(provided, contents);
