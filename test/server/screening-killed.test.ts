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

const stored = async (environment: Readonly<Record<string, string>>) => {
  const database = await openDatabase(readConfig(environment));
  try {
    const { rows } = await database.knex.raw(
      `select (select count(*) from screening_run) as runs, (select count(*) from finding) as findings,
              (select count(*) from scattered_group) as groups`,
    );
    return rows[0];
  } finally {
    await database.close();
  }
};

test("leaves nothing behind", async () => {
  const place = await freshPlace("demonstration");
  try {
    const before = await stored(place.environment);
    const killed = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", PROGRAM], {
      env: { ...process.env, ...place.environment },
    });
    expect(killed.signal, killed.stderr.toString()).toBe("SIGKILL");
    expect(await stored(place.environment)).toEqual(before);
  } finally {
    await place.remove();
  }
});
