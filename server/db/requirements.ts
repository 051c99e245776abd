import type { Knex } from "knex";
import { Refusal } from "../refusal.ts";

/** What a PostgreSQL must bring along, and what to tell whoever has one that does not. */
const OLDEST_POSTGRES = 15;

type Found = {
  version: number;
  encoding: string;
  database: string;
  account: string;
  superuser: boolean;
  available: string[];
  missing: string[];
};

export async function requirePostgis(knex: Knex, url: string): Promise<void> {
  const { rows } = await knex.raw<{ rows: [Found] }>(`
    select current_setting('server_version_num')::integer / 10000 as version,
           current_setting('server_encoding') as encoding,
           current_database()::text as database,
           current_user::text as account,
           (select rolsuper from pg_roles where rolname = current_user) as superuser,
           array(select name::text from pg_available_extensions where name in ('postgis', 'pg_trgm')) as available,
           array(select wanted from unnest(array['postgis', 'pg_trgm']) wanted
                  where wanted not in (select extname from pg_extension)) as missing`);
  const reason = shortcoming(rows[0]);
  if (reason) throw new Refusal(`The database at ${hostOf(url)} cannot be used: ${reason}`);
}

function shortcoming(found: Found): string | null {
  if (found.version < OLDEST_POSTGRES) {
    return `it is PostgreSQL ${found.version}; Mutu needs ${OLDEST_POSTGRES} or newer.`;
  }
  if (found.encoding !== "UTF8") {
    return `its encoding is ${found.encoding}, which cannot hold Chinese; create one with encoding UTF8.`;
  }
  const absent = found.missing.filter((name) => !found.available.includes(name));
  if (absent.length > 0) {
    return `PostGIS is not installed there (${absent.join(", ")}). On Debian: apt install postgresql-${found.version}-postgis-3`;
  }
  if (found.missing.length > 0 && !found.superuser) {
    const commands = found.missing.map((name) => `create extension ${name};`).join(" ");
    return `${found.account} may not enable PostGIS. Have a superuser run in database ${found.database}: ${commands}`;
  }
  return null;
}

/** Turns what the driver throws at a first connection into a line that says what to do. It never shows the password. */
export function explainRefusal(error: unknown, url: string): unknown {
  if (error instanceof Refusal) return error;
  const reason = REASONS[codeOf(error)];
  if (!reason)
    return new Refusal(`The database at ${hostOf(url)} cannot be used: ${(error as Error).message}`);
  return new Refusal(`The database at ${hostOf(url)} ${reason} DATABASE_URL names it.`);
}

const UNREACHABLE = "does not answer: is it running, and may this machine reach it?";
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ENOENT: UNREACHABLE,
  ENOTFOUND: "cannot be found: no machine has this name.",
  EAI_AGAIN: "cannot be found: no name server answered.",
  "28P01": "refuses the user name or password.",
  "28000": "refuses this user or this machine (see its pg_hba.conf).",
  "3D000": "does not hold a database of this name.",
  "57P03": "is still starting up; try again in a moment.",
  "53300": "has no connection to spare.",
};

/** An address with several IP numbers fails with an error for each. */
function codeOf(error: unknown): string {
  const failure = error instanceof AggregateError ? error.errors[0] : error;
  if (/timeout expired|Timeout acquiring/.test((failure as Error).message)) return "ETIMEDOUT";
  return (failure as NodeJS.ErrnoException).code ?? "";
}

function hostOf(url: string): string {
  const { host, searchParams, pathname } = new URL(url);
  return `${searchParams.get("host") ?? (host || "localhost")}${pathname}`;
}
