import { parseArgs } from "node:util";
import type { Knex } from "knex";
import { AccountName, NewAccount, Role } from "../../domain/api/accounts.ts";
import { readConfig } from "../config.ts";
import { openDatabase } from "../db/connect.ts";
import { migrate } from "../db/migrate.ts";
import { problemOf } from "../http/problem.ts";
import { Refusal } from "../refusal.ts";
import { addAccount, changeAccount } from "./account-store.ts";
import { newPassword } from "./asked.ts";
import { hashedPassword } from "./passwords.ts";

/** `npm run account`: accounts by whoever may reach the database, for there is a first one, and passwords are forgotten. */

const USAGE = `Usage: npm run account -- COMMAND

  add NAME --role ROLE [--district CODE] [--display NAME]   ROLE is ${Role.options.join(", ")}
  list
  disable NAME
  password NAME                                             also ends its sessions and its lock

The password is asked for on the terminal; --password-stdin reads it from standard input.
DATABASE_URL or MUTU_DATA say which database, as for npm start.`;

type Options = { role?: string; district?: string; display?: string; "password-stdin": boolean };
type Command = (knex: Knex) => Promise<string>;

const usage = (complaint: string) => new Refusal(`${complaint}\n\n${USAGE}`, 2);

function add(name: string, { role, district, display, "password-stdin": stdin }: Options): Command {
  const wanted = NewAccount.safeParse({
    name,
    displayName: display ?? name,
    role,
    district: district ?? null,
  });
  if (!wanted.success)
    throw usage(wanted.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
  return async (knex) => {
    const { password: _, ...account } = wanted.data;
    const hash = await hashedPassword(await newPassword(stdin));
    await knex.transaction((trx) => addAccount(trx, null, { ...account, hash }));
    return `${account.name} can sign in now, as ${account.role}.`;
  };
}

async function list(knex: Knex): Promise<string> {
  const rows = await knex("account").where({ synthetic: false }).orderBy("name");
  const lines = rows.map(({ name, role, district_code, display_name, disabled_at }) =>
    [name, role, district_code ?? "", display_name, disabled_at ? "disabled" : ""].join("\t").trimEnd(),
  );
  return lines.join("\n") || "There is no account yet.";
}

async function numberOf(knex: Knex, name: string): Promise<number> {
  const found = await knex("account")
    .whereRaw("lower(name) = lower(?) and not synthetic", [name])
    .first("id");
  if (!found) throw new Refusal(`There is no account ${name}.`);
  return found.id;
}

const disable =
  (name: string): Command =>
  async (knex) => {
    const id = await numberOf(knex, name);
    await knex.transaction((trx) => changeAccount(trx, null, id, { disabled: true }));
    return `${name} cannot sign in any more.`;
  };

const password =
  (name: string, { "password-stdin": stdin }: Options): Command =>
  async (knex) => {
    const id = await numberOf(knex, name);
    const hash = await hashedPassword(await newPassword(stdin));
    await knex.transaction((trx) => changeAccount(trx, null, id, { hash }));
    return `${name} has a new password.`;
  };

function readCommand(): Command {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      role: { type: "string" },
      district: { type: "string" },
      display: { type: "string" },
      "password-stdin": { type: "boolean", default: false },
    },
  });
  const [command, name, ...more] = positionals;
  if (command === "list" && name === undefined) return list;
  if (name === undefined || more.length > 0) throw usage("Say what to do, and with whom.");
  if (!AccountName.safeParse(name).success) throw usage(`${name} is no name of an account.`);
  if (command === "add") return add(name, values);
  if (command === "disable") return disable(name);
  if (command === "password") return password(name, values);
  throw usage(`There is no command ${command}.`);
}

async function main(): Promise<void> {
  const command = readCommand();
  const { knex, close } = await openDatabase(readConfig(), (line) => console.error(line));
  try {
    await migrate(knex);
    console.log(await command(knex));
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  const misread =
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  const told = misread ? usage((error as Error).message) : error;
  if (told instanceof Refusal) console.error(told.message);
  else console.error(told instanceof Error && "problem" in told ? problemOf(told).detail : told);
  process.exitCode = told instanceof Refusal ? told.exitCode : 1;
});
