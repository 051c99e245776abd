import { parseArgs } from "node:util";
import { readConfig } from "../server/config.ts";
import { openDatabase } from "../server/db/connect.ts";
import { exclusively, migrate } from "../server/db/migrate.ts";
import { gatherStatistics } from "../server/db/statistics.ts";
import { Refusal } from "../server/refusal.ts";
import { load } from "./load.ts";
import { refuseRealRecords, refuseSyntheticRecords } from "./standing.ts";

const USAGE = `Usage: npm run seed -- --scale N [--replace]

  --scale N   1 loads the demonstration city, N lays N cities side by side (at most 999), 0 is reference data only
  --replace   put it in the place of demonstration data that is there already

DATABASE_URL or MUTU_DATA say which database, as for npm start.`;

const MOST_COPIES = 999;

function readArguments(): { scale: number; replace: boolean } {
  const { values } = parseArgs({
    options: { scale: { type: "string" }, replace: { type: "boolean", default: false } },
  });
  if (values.scale === undefined) throw new Refusal(USAGE, 2);
  if (!/^\d{1,3}$/.test(values.scale)) {
    throw new Refusal(
      `--scale must be a whole number from 0 to ${MOST_COPIES}, not ${values.scale}.\n\n${USAGE}`,
      2,
    );
  }
  return { scale: Number(values.scale), replace: values.replace };
}

async function main(): Promise<void> {
  const { scale, replace } = readArguments();
  const started = performance.now();
  const progress = (line: string) =>
    console.error(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${line}`);
  const { knex, close } = await openDatabase(readConfig(), progress);
  try {
    await migrate(knex);
    // The lock under which a server that starts now fills its tables: one of the two waits, and finds them filled.
    await exclusively(knex, async (trx) => {
      await refuseRealRecords(trx);
      if (!replace) await refuseSyntheticRecords(trx);
      await load(trx, { scale, demonstration: true, progress });
    });
    await gatherStatistics(knex);
    progress("done");
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  const usage =
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  if (usage) console.error(`${(error as Error).message}\n\n${USAGE}`);
  else console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = error instanceof Refusal ? error.exitCode : usage ? 2 : 1;
});
