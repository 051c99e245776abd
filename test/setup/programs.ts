import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs of the system that tests drive: where they are, or undefined. */
const OLDEST_POSTGRES = 15;
const DEBIAN_POSTGRES = "/usr/lib/postgresql";

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

export const chromium = () =>
  onPath("chromium") ??
  onPath("chromium-browser") ??
  onPath("google-chrome-stable") ??
  onPath("google-chrome");

export const ogrinfo = () => onPath("ogrinfo");

/** Debian's packages put each version in a folder of its own and only a wrapper on the path. */
function postgresFolders(): string[] {
  const versions = existsSync(DEBIAN_POSTGRES)
    ? readdirSync(DEBIAN_POSTGRES).sort((a, b) => Number(b) - Number(a))
    : [];
  const onlyPath = onPath("pg_config");
  return [
    ...versions.map((version) => join(DEBIAN_POSTGRES, version, "bin")),
    ...(onlyPath ? [execFileSync(onlyPath, ["--bindir"], { encoding: "utf8" }).trim()] : []),
  ];
}

function servesPostgis(folder: string): boolean {
  if (!["initdb", "pg_ctl", "postgres"].every((name) => isProgram(join(folder, name)))) return false;
  const version = execFileSync(join(folder, "postgres"), ["--version"], { encoding: "utf8" });
  const major = Number(/\d+/.exec(version)?.[0]);
  const folders = [
    join("/usr/share/postgresql", String(major)),
    join(folder, "../share/postgresql"),
    join(folder, "../share"),
  ];
  return (
    major >= OLDEST_POSTGRES && folders.some((share) => existsSync(join(share, "extension/postgis.control")))
  );
}

/** The folder of the newest PostgreSQL that is new enough and has PostGIS. */
export const postgres = () => postgresFolders().find(servesPostgis);

export function hasChineseFont(): boolean {
  const list = onPath("fc-list");
  return list !== undefined && execFileSync(list, [":lang=zh"], { encoding: "utf8" }).trim() !== "";
}
