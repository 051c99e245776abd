/** `npm test`: provides what the tests need, runs those that can run, and ends with the line `N passed, N failed`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { removeFolder, temporaryFolder } from "./prepared.ts";
import { provide } from "./requirements.ts";
import type { Tally } from "./tally.ts";

const PROJECTS = ["domain", "client", "postgres", "embedded", "journeys"];
const root = join(import.meta.dirname, "../..");

/** Vitest reads the arguments; we only need to know which projects they choose. */
function chosenProjects(args: string[]): string[] {
  const { values } = parseArgs({
    args,
    strict: false,
    options: { project: { type: "string", multiple: true } },
  });
  const chosen = values.project?.map(String) ?? PROJECTS;
  const unknown = chosen.filter((name) => !PROJECTS.includes(name));
  if (unknown.length === 0) return chosen;
  console.error(`There is no test project ${unknown.join(", ")}, only ${PROJECTS.join(", ")}.`);
  process.exit(2);
}

function withoutProjects(args: readonly string[]): string[] {
  return args.filter(
    (arg, i) => arg !== "--project" && args[i - 1] !== "--project" && !arg.startsWith("--project="),
  );
}

/** Output of a run beside another one is told when it is over, so that the two don't mix. */
async function runVitest(
  projects: readonly string[],
  args: readonly string[],
  beside: boolean,
): Promise<Tally> {
  if (projects.length === 0) return { passed: 0, failed: 0 };
  const folder = await temporaryFolder();
  const file = join(folder, "tally.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const chosen = projects.flatMap((name) => ["--project", name]);
  const reporters = ["--reporter=default", `--reporter=${join(import.meta.dirname, "tally.ts")}`];
  const run = spawn(process.execPath, [vitest, "run", ...chosen, ...reporters, ...args], {
    cwd: root,
    stdio: beside ? ["ignore", "pipe", "pipe"] : "inherit",
    env: { ...process.env, TEST_TALLY: file },
  });
  const said = Promise.all([run.stdout, run.stderr].map((stream) => (stream ? text(stream) : "")));
  const [status] = await once(run, "exit");
  console.log((await said).join(""));
  const tally: Tally = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { passed: 0, failed: 0 };
  await removeFolder(folder);
  // A run that broke down outside any test is a failure too.
  return status === 0 ? tally : { ...tally, failed: Math.max(tally.failed, 1) };
}

/** One process holds the embedded database, and one core: whatever else there is to try goes on beside it. */
async function runBeside(projects: readonly string[], args: readonly string[]): Promise<Tally> {
  const embedded = projects.filter((name) => name === "embedded");
  const others = projects.filter((name) => name !== "embedded");
  const tallies = await Promise.all([
    runVitest(others, args, false),
    // A file that was asked for may be no concern of it.
    runVitest(embedded, [...args, ...(others.length > 0 ? ["--passWithNoTests"] : [])], others.length > 0),
  ]);
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
}

const args = process.argv.slice(2);
const projects = chosenProjects(args);
const { runnable, missing } = provide(projects);
for (const line of missing) console.log(line);
const tally = await runBeside(runnable, withoutProjects(args));
// Elsewhere a machine that can't run everything is fine; the one that decides must run everything.
const failed = tally.failed + (process.env.CI ? missing.length : 0);
console.log(`${tally.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
