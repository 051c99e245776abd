import { load } from "../../seeds/load.ts";
import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/db/connect.ts";
import { migrate } from "../../server/db/migrate.ts";
import { gatherStatistics } from "../../server/db/statistics.ts";

/** What a database for tests may hold: nothing at all, our empty tables, or the whole demonstration city. */
export type Contents = "nothing" | "tables" | "demonstration";

type Environment = Readonly<Record<string, string>>;

/** Brings the database that `environment` names to `contents`, by the code that a server's first start runs. */
export async function fill(environment: Environment, contents: Contents) {
  const database = await openDatabase(readConfig(environment));
  try {
    if (contents !== "nothing") await migrate(database.knex);
    if (contents !== "demonstration") return;
    await load(database.knex, { scale: 1, demonstration: true });
    await gatherStatistics(database.knex);
  } finally {
    await database.close();
  }
}
