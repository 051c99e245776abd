import { resolve } from "node:path";
import { z } from "zod";
import { Refusal } from "./refusal.ts";

const httpAddress = z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" });
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number, or 0 for any free port")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be at most 65535")
    .default(3000),
  /** This machine only, unless told otherwise: whoever can reach the server may read everything it holds. */
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "must look like postgresql://user:password@host:5432/database",
    })
    .nullable()
    .default(null),
  MUTU_DATA: z
    .string()
    .default(".mutu")
    .transform((folder) => resolve(folder)),
  MUTU_FILES: z
    .string()
    .transform((folder) => resolve(folder))
    .nullable()
    .default(null),
  MUTU_BASEMAP: httpAddress.nullable().default(null),
  MUTU_TRUST_PROXY: z
    .enum(["on", "off"], "must be on or off")
    .default("off")
    .transform((choice) => choice === "on"),
  MUTU_DEMO: z
    .enum(["on", "off"], "must be on or off")
    .default("on")
    .transform((choice) => choice === "on"),
  MUTU_READ: z.enum(["public", "signed-in"], "must be public or signed-in").default("public"),
  MUTU_LICENCE: z.string().max(500).nullable().default(null),
  MUTU_OIDC_ISSUER: httpAddress.optional(),
  MUTU_OIDC_CLIENT_ID: z.string().optional(),
  MUTU_OIDC_CLIENT_SECRET: z.string().optional(),
  MUTU_URL: httpAddress.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).optional(),
});

/** An identity provider (OpenID Connect) that people may sign in with. */
export type Provider = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where browsers find us, for the way back. */
  ownAddress: string;
}>;

export type Config = Readonly<{
  port: number;
  host: string;
  /** The PostgreSQL to use; null starts the embedded database in `dataDirectory`. */
  databaseUrl: string | null;
  dataDirectory: string;
  /** Where files that belong to cases lie; null keeps them in the database. */
  filesFolder: string | null;
  basemap: string | null;
  /** Whether a proxy in front says, in X-Forwarded headers, which address the client used. */
  trustProxy: boolean;
  /** Whether an empty database gets the demonstration dataset. */
  demonstration: boolean;
  /** Whether reading needs an account, as writing always does. */
  read: "public" | "signed-in";
  /** Under what terms the published data may be used: said in every file. */
  licence: string | null;
  provider: Provider | null;
  logLevel: (typeof LOG_LEVELS)[number];
}>;

/** Reads the environment. On a terminal the log keeps quiet by default, so that the address stays in sight. */
export function readConfig(
  environment: NodeJS.ProcessEnv = process.env,
  onTerminal: boolean = process.stdout.isTTY === true,
): Config {
  // Compose files and service units hand over what is not set as an empty string.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  const problems = [
    ...unknownVariables(given),
    ...halfAProvider(given),
    ...(parsed.error?.issues ?? []).map(describe),
  ];
  if (!parsed.success || problems.length > 0) throw new Refusal(problems.join("\n"), 2);
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataDirectory: values.MUTU_DATA,
    filesFolder: values.MUTU_FILES,
    basemap: values.MUTU_BASEMAP,
    trustProxy: values.MUTU_TRUST_PROXY,
    demonstration: values.MUTU_DEMO,
    read: values.MUTU_READ,
    licence: values.MUTU_LICENCE,
    provider: providerOf(values),
    logLevel: values.LOG_LEVEL ?? (onTerminal ? "warn" : "info"),
  };
}

const PROVIDER = ["MUTU_OIDC_ISSUER", "MUTU_OIDC_CLIENT_ID", "MUTU_OIDC_CLIENT_SECRET", "MUTU_URL"] as const;

function halfAProvider(given: Record<string, string | undefined>): string[] {
  const missing = PROVIDER.filter((name) => given[name] === undefined);
  if (missing.length === 0 || missing.length === PROVIDER.length) return [];
  return [
    `To sign in with an identity provider, set ${missing.join(" and ")}, too; or none of ${PROVIDER.join(", ")}.`,
  ];
}

function providerOf(values: z.output<typeof Environment>): Provider | null {
  const [issuer, clientId, clientSecret, url] = PROVIDER.map((name) => values[name]);
  if (!issuer || !clientId || !clientSecret || !url) return null;
  // What follows the host stays part of the address, as the issuer's does.
  return { issuer, clientId, clientSecret, ownAddress: url.endsWith("/") ? url : `${url}/` };
}

// The value is not repeated: an address may carry a password or a key.
const describe = (issue: z.core.$ZodIssue) => `${issue.path.join(".")} ${issue.message}.`;

function unknownVariables(environment: Record<string, string | undefined>): string[] {
  const known = Object.keys(Environment.shape);
  const ours = known.filter((name) => name.startsWith("MUTU_")).join(", ");
  return Object.keys(environment)
    .filter((name) => name.startsWith("MUTU_") && !known.includes(name))
    .map((name) => `${name} is not a setting of Mutu; those that begin with MUTU_ are ${ours}.`);
}
