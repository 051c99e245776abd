import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/db/connect.ts";
import { lacksStatistics } from "../../server/db/statistics.ts";
import { databaseKind, freshPlace } from "../setup/place.ts";

const COMMAND = join(import.meta.dirname, "../../seeds/main.ts");

test.runIf(databaseKind === "postgres")(
  "`npm run seed` keeps servers that start from filling the same tables, and leaves them as a server would",
  async () => {
    const place = await freshPlace("tables");
    const { knex, close } = await openDatabase(readConfig(place.environment));
    const locks = async (condition: string) =>
      (
        await knex.raw(
          `select from pg_locks where database = (select oid from pg_database where datname = current_database()) and ${condition}`,
        )
      ).rowCount;
    try {
      // The load cannot go on, so that there is time to look at it.
      const obstacle = await knex.transaction();
      await obstacle.raw("lock table policy_document in share mode");
      const command = spawn(process.execPath, ["--import", "tsx", COMMAND, "--scale", "0", "--replace"], {
        env: { ...process.env, ...place.environment },
        stdio: "ignore",
      });
      const ended = once(command, "exit");
      await vi.waitFor(
        async () => expect(await locks("locktype = 'relation' and not granted")).toBe(1),
        20_000,
      );
      expect(await locks("locktype = 'advisory' and granted")).toBe(1);
      await obstacle.commit();
      expect(await ended).toEqual([0, null]);
      expect((await knex.raw("select count(*) from district")).rows).toEqual([{ count: 20 }]);
      expect(await lacksStatistics(knex)).toBe(false);
    } finally {
      await close();
      await place.remove();
    }
  },
);
