import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { drawerOfManyFirms } from "./drawer.ts";
import { embedded } from "./embedded.ts";
import { exports } from "./exports.ts";
import { features } from "./features.ts";
import { ratingEngine } from "./rating-engine.ts";
import { ratingRun } from "./rating-run.ts";
import { screening } from "./screening.ts";
import { shares } from "./shares.ts";
import { start } from "./start.ts";
import { tiles } from "./tiles.ts";
import { whatIf } from "./what-if.ts";

/** `npm run bench -- NAME`: measures, prints a table with the machine it ran on, and keeps it in bench/results/. */

/** A finished measurement: columns, and rows of cells. */
export type Table = { title: string; columns: string[]; rows: string[][] };

const BENCHES: Readonly<Record<string, () => Promise<Table>>> = {
  start,
  drawer: drawerOfManyFirms,
  "rating-engine": ratingEngine,
  "rating-run": ratingRun,
  "what-if": whatIf,
  screening,
  shares,
  exports,
  tiles,
  features,
  embedded,
};

const machine = () =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}, Node ${process.version}`;

const commit = () => execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim();

function write({ title, columns, rows }: Table): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const table = [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
  return `# ${title}\n\nCommit ${commit()}, ${new Date().toISOString()}\n${machine()}\n\n${table}\n`;
}

const name = process.argv[2] ?? "";
const bench = BENCHES[name];
if (!bench) {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join("|")}`);
  process.exit(2);
}
const result = write(await bench());
const folder = join(import.meta.dirname, "results");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, `${name}.md`), result);
console.log(result);
