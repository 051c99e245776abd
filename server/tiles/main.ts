import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { createFacts } from "../catalog/facts.ts";
import type { Layer } from "../catalog/layer.ts";
import { versionOf } from "../catalog/versions.ts";
import { LAYERS } from "../catalog.ts";
import { readConfig } from "../config.ts";
import { type Database, openDatabase } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
import { followRevisions } from "../db/revisions.ts";
import { Refusal } from "../refusal.ts";
import { buildArchive } from "./archive/build.ts";
import { tileMaker } from "./make.ts";

/** `npm run tiles`: tiles as a file for static hosting. */

const USAGE = `Usage: npm run tiles -- build [--out FILE] [--layers LAYER,…]

  --out FILE      where to write it (mutu.pmtiles)
  --layers NAMES  which layers it holds (all): ${LAYERS.map(({ id }) => id).join(", ")}

DATABASE_URL or MUTU_DATA say which database, as for npm start.`;

const usage = (complaint: string) => new Refusal(`${complaint}\n\n${USAGE}`, 2);

function readArguments(): { out: string; layers: Layer[] } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: "string", default: "mutu.pmtiles" },
      layers: { type: "string", default: LAYERS.map(({ id }) => id).join(",") },
    },
  });
  if (positionals.join(" ") !== "build") throw usage("There is one command: build.");
  const layers = values.layers.split(",").map((name) => {
    const layer = LAYERS.find(({ id }) => id === name.trim());
    if (!layer) throw usage(`There is no layer ${name}.`);
    return layer;
  });
  return { out: resolve(values.out), layers };
}

async function build(database: Database, licence: string | null, order: ReturnType<typeof readArguments>) {
  const revisions = await followRevisions(database);
  try {
    const factsOf = createFacts(database.knex, revisions);
    const layers = await Promise.all(
      order.layers.map(async (layer) => ({ layer, facts: await factsOf(layer) })),
    );
    const synthetic = layers.some(({ facts }) => facts.synthetic);
    const about = {
      name: "亩图 Mutu",
      description: synthetic ? "演示数据（合成）synthetic demonstration data" : "工业用地 industrial land",
      attribution: licence ?? (synthetic ? "MIT" : "未声明 not stated"),
      version: order.layers.map((layer) => versionOf(layer, revisions)).join(" "),
      type: "overlay",
      synthetic,
    };
    const { signal } = new AbortController();
    const progress = (line: string) => console.error(line);
    return await buildArchive({ out: order.out, layers, about, make: tileMaker(database), signal, progress });
  } finally {
    await revisions.close();
  }
}

async function main(): Promise<void> {
  const order = readArguments();
  const config = readConfig();
  const database = await openDatabase(config, (line) => console.error(line));
  try {
    await migrate(database.knex);
    const { tiles, bytes } = await build(database, config.licence, order);
    console.log(`${order.out}: ${tiles.toLocaleString("en")} tiles, ${(bytes / 2 ** 20).toFixed(1)} MiB`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  const misused =
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  if (misused) console.error(`${(error as Error).message}\n\n${USAGE}`);
  else console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = error instanceof Refusal ? error.exitCode : misused ? 2 : 1;
});
