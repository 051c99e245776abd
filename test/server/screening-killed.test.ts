import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/db/connect.ts";
import { freshPlace } from "../setup/place.ts";

/** A server that is killed while it screens: what it had stored by then is as if it had never been. */

const module = (path: string) => JSON.stringify(new URL(`../../server/${path}`, import.meta.url).href);

const PROGRAM = `
  const { openDatabase } = await import(${module("db/connect.ts")});
  const { readConfig } = await import(${module("config.ts")});
  const { limitsWith } = await import(${module("screening/limits.ts")});
  const { makeScreening } = await import(${module("screening/making/screening.ts")});
  const { knex } = await openDatabase(readConfig());
  const order = { referenceDate: "2024-12-31", limits: limitsWith({}), account: null, note: null };
  const progress = (step) => step === "grouping" && process.kill(process.pid, "SIGKILL");
  await knex.transaction((trx) => makeScreening(trx, order, { signal: new AbortController().signal, progress }));`;

/** Findings and groups cannot be without their run. */
async function daysScreened(environment: Readonly<Record<string, string>>): Promise<string[]> {
  const database = await openDatabase(readConfig(environment));
  return database
    .knex("screening_run")
    .pluck("reference_date")
    .finally(() => database.close());
}

/** A database is copied, and started twice. */
const LONGEST_MS = 180_000;

test("leaves nothing behind", { timeout: LONGEST_MS }, async () => {
  const place = await freshPlace("demonstration");
  try {
    const killed = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", PROGRAM], {
      env: { ...process.env, ...place.environment },
    });
    expect(killed.signal, killed.stderr.toString()).toBe("SIGKILL");
    expect(await daysScreened(place.environment)).toEqual(["2025-12-31"]);
  } finally {
    await place.remove();
  }
});
