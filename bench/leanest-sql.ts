import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Layer } from "../server/catalog/layer.ts";
import type { TileAddress } from "../server/tiles/grid.ts";
import { encodedTile } from "../server/tiles/query.ts";
import { postgres } from "../test/setup/programs.ts";
import { TOGETHER } from "./asking.ts";

/** The SQL of tiles without a server before it: pgbench, with as many connections as clients of the server, each statement prepared. */

const run = promisify(execFile);
export const SECONDS = 5;

/** pgbench takes no parameters that differ from run to run but its own variables: each tile is a script that sets them. */
function scriptOf(layer: Layer, address: TileAddress): string {
  const { sql, values } = encodedTile(layer, address);
  const variables = values.map((value, i) => `\\set v${i + 1} ${value}`);
  const text = sql.replace(/\$(\d)/g, (_, number) => `:v${number}`).replace(/\s+/g, " ");
  return `${variables.join("\n")}\n${text};\n`;
}

export async function tilesThroughSql(
  url: string,
  layer: Layer,
  addresses: readonly TileAddress[],
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "mutu-bench-"));
  try {
    const scripts = addresses.flatMap((address, i) => {
      const file = join(folder, `${i}.sql`);
      writeFileSync(file, scriptOf(layer, address));
      return ["-f", file];
    });
    // A server makes no tile twice at a time.
    const clients = ["-c", String(Math.min(TOGETHER, addresses.length)), "-j", "1"];
    const { stdout } = await run(
      join(postgres() ?? "", "pgbench"),
      ["-n", "-M", "prepared", ...clients, "-T", String(SECONDS), ...scripts, url],
      { env: { ...process.env, PGOPTIONS: "-c jit=off" }, maxBuffer: 2 ** 26 },
    );
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
