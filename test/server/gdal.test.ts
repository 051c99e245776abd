import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { LAYERS } from "../../server/catalog.ts";
import { startApp } from "../setup/app.ts";
import { sharedDatabase } from "../setup/database.ts";
import { databaseKind } from "../setup/place.ts";

const run = promisify(execFile);
const INSPECT = "ogrinfo";
/** GDAL asks for ten features at a time; of what has more than these, a part of the city is copied. */
const LARGE = 1000;
const PART = ["104.2", "30.54", "104.24", "30.58"];

function installed(): boolean {
  try {
    execFileSync(INSPECT, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** What ogrinfo says of each layer: its number of features, and its fields with their types. */
async function inspect(source: string): Promise<Map<string, { count: number; text: string }>> {
  const { stdout } = await run(INSPECT, ["-ro", "-al", "-so", source], { maxBuffer: 1e7 });
  const sections = stdout.split("Layer name: ").slice(1);
  return new Map(
    sections.map((text) => [
      text.split("\n")[0]!.trim(),
      { count: Number(/Feature Count: (\d+)/.exec(text)?.[1]), text },
    ]),
  );
}

// What GDAL is told does not depend on the database, and it asks for ten features at a time.
test.runIf(installed() && databaseKind === "postgres")(
  "GDAL reads every collection without options, and gets the fields right",
  async () => {
    const app = await startApp(await sharedDatabase());
    const folder = await mkdtemp(join(tmpdir(), "mutu-gdal-"));
    try {
      const offered = await inspect(`OAPIF:${app.url}/ogc`);
      expect([...offered.keys()]).toEqual(LAYERS.map(({ id }) => id));
      expect(offered.get("parcels")?.text).toMatch(/area_m2: Real[\s\S]*production_stopped: Date/);

      for (const { id } of LAYERS) {
        const matched = async (query: string) => {
          const page = await fetch(`${app.url}/ogc/collections/${id}/items?limit=1${query}`);
          return Number((await page.json()).numberMatched);
        };
        const all = await matched("");
        expect(all).toBeGreaterThan(0);
        expect(offered.get(id)?.count).toBe(all);
        const large = all > LARGE;
        const copy = join(folder, `${id}.gpkg`);
        const part = large ? ["-spat", ...PART] : [];
        await run("ogr2ogr", ["-f", "GPKG", ...part, copy, `OAPIF:${app.url}/ogc`, id]);
        const copied = (await inspect(copy)).get(id)?.count;
        expect(copied).toBe(large ? await matched(`&bbox=${PART}`) : all);
        expect(copied).toBeGreaterThan(10);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
      await app.stop();
    }
  },
);

test.runIf(installed() && databaseKind === "postgres")("GDAL leaves conditions to the server", async () => {
  const app = await startApp(await sharedDatabase());
  try {
    // Conditions are answered by the server, not by reading all the layer: in tens, that would be a thousand requests.
    const conditions = [
      ["area_m2 > 200000", "area_m2 > 200000"],
      ["grade = 'C' AND supply_date > '2024/01/01'", "grade = 'C' AND supply_date > DATE('2024-01-01')"],
      ["synthetic = 1 AND area_m2 > 150000", "synthetic = true AND area_m2 > 150000"],
      ["address ILIKE '%x%' AND park_code IS NULL", "CASEI(address) LIKE '%x%' AND park_code IS NULL"],
    ];
    for (const [where, filter] of conditions) {
      const debug = { ...process.env, CPL_DEBUG: "OAPIF" };
      const { stdout, stderr } = await run(
        INSPECT,
        ["-ro", "-so", "-where", where!, `OAPIF:${app.url}/ogc`, "parcels"],
        { env: debug },
      );
      expect(stderr).not.toMatch(/client side|ERROR/);
      const page = await fetch(
        `${app.url}/ogc/collections/parcels/items?${new URLSearchParams({ filter: filter!, limit: "10000" })}`,
      );
      expect(Number(/Feature Count: (\d+)/.exec(stdout)?.[1]), where).toBe(
        (await page.json()).numberReturned,
      );
    }
  } finally {
    await app.stop();
  }
});
