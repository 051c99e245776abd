import { readConfig } from "../../server/config.ts";
import { type Database, openDatabase } from "../../server/db/connect.ts";
import type { Contents } from "./fill.ts";
import { freshPlace, sharedEnvironment } from "./place.ts";

/** An open database of the test's own, to write to; closing it removes it. */
export async function freshDatabase(contents: Contents): Promise<Database> {
  const place = await freshPlace(contents);
  const database = await openDatabase(readConfig(place.environment));
  return { ...database, close: () => database.close().finally(place.remove) };
}

let shared: Promise<Database> | undefined;

/** The demonstration city, opened once for all tests of a worker. Read it only: others read it too. */
export function sharedDatabase(): Promise<Database> {
  shared ??= openShared();
  return shared;
}

/** With the limit that a server has: a statement without an end fails its test, and keeps no other from the embedded database. */
async function openShared(): Promise<Database> {
  const database = await openDatabase(readConfig(sharedEnvironment));
  await database.limitStatements();
  return database;
}
