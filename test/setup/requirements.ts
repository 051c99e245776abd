import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, hasChineseFont, ogrinfo, postgres } from "./programs.ts";

/** Something of the system that some test projects need. `essential` projects can't run at all without it. */
type Requirement = {
  name: string;
  present(): boolean;
  packages(): string[];
  projects: readonly string[];
  without: string;
  essential: boolean;
};

/** Debian and Ubuntu name the package after the one PostgreSQL version that a release carries. */
function postgisPackages(): string[] {
  const { stdout } = spawnSync("apt-cache", ["search", "--names-only", "^postgresql-[0-9]+-postgis-3$"], {
    encoding: "utf8",
  });
  const versions = [...stdout.matchAll(/^postgresql-(\d+)-postgis-3 /gm)].map((match) => Number(match[1]));
  return versions.length > 0 ? [`postgresql-${Math.max(...versions)}-postgis-3`] : [];
}

const REQUIREMENTS: readonly Requirement[] = [
  {
    name: "Chromium",
    present: () => chromium() !== undefined,
    packages: () => ["chromium"],
    projects: ["journeys"],
    without: "the browser journeys are skipped",
    essential: true,
  },
  {
    name: "A Chinese font",
    present: hasChineseFont,
    packages: () => ["fontconfig", "fonts-noto-cjk"],
    projects: ["journeys"],
    without: "the browser journeys are skipped",
    essential: true,
  },
  {
    name: "PostgreSQL 15 or newer with PostGIS",
    present: () => postgres() !== undefined,
    packages: postgisPackages,
    projects: ["postgres"],
    without: "the server is tested on the embedded database only",
    essential: true,
  },
  {
    name: "GDAL",
    present: () => ogrinfo() !== undefined,
    packages: () => ["gdal-bin"],
    projects: ["postgres", "embedded"],
    without: "the tests that read our collections with GDAL are skipped",
    essential: false,
  },
];

/** How this account runs apt-get, or undefined where it may not. */
function aptGet(): string[] | undefined {
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  if (process.getuid?.() === 0) return ["apt-get"];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n", "apt-get"] : undefined;
}

function install(missing: readonly Requirement[], [program = "", ...prefix]: string[]) {
  const apt = (...options: string[]) =>
    spawnSync(program, [...prefix, "-qq", ...options], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  console.log(
    `Installing what tests need and this machine lacks: ${missing.map(({ name }) => name).join(", ")}.`,
  );
  apt("update");
  // One by one, so that a package this system doesn't have costs only the tests that need it.
  for (const { packages } of missing) {
    const wanted = packages();
    if (wanted.length > 0) apt("install", "--yes", "--no-install-recommends", ...wanted);
  }
}

const missingFor = (projects: readonly string[]) =>
  REQUIREMENTS.filter(
    (requirement) => requirement.projects.some((name) => projects.includes(name)) && !requirement.present(),
  );

export type Provision = { runnable: string[]; missing: string[] };

/** Provides what `projects` need as far as it can, and tells which of them can run and what is missing still. */
export function provide(projects: readonly string[]): Provision {
  const wanted = missingFor(projects);
  const apt = aptGet();
  if (wanted.length > 0 && apt) install(wanted, apt);
  const missing = missingFor(projects);
  const stopped = new Set(
    missing.filter(({ essential }) => essential).flatMap((requirement) => requirement.projects),
  );
  return {
    runnable: projects.filter((name) => !stopped.has(name)),
    missing: missing.map(({ name, without }) => `${name} is missing: ${without}.`),
  };
}
