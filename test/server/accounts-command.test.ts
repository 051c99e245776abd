import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/db/connect.ts";
import { startApp } from "../setup/app.ts";
import { databaseKind, freshPlace, type Place } from "../setup/place.ts";

/** The command line, as the person who looks after the machine uses it. */

const root = join(import.meta.dirname, "../..");
const PASSWORD = "correct horse battery";
const ANOTHER = "another fine password";
/** The embedded database is started anew for every command. */
const PATIENCE_MS = 240_000;
let place: Place;
beforeAll(async () => {
  place = await freshPlace("demonstration");
});
afterAll(() => place.remove());

async function account(args: string[], input = "") {
  const program = spawn(process.execPath, ["--import", "tsx", "server/accounts/main.ts", ...args], {
    cwd: root,
    env: { ...process.env, ...place.environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  program.stdin.end(input);
  const code = new Promise<number | null>((resolve) => program.once("exit", resolve));
  const [said, complained, status] = await Promise.all([text(program.stdout), text(program.stderr), code]);
  return { status, said: said.trim(), complained: complained.trim() };
}

/** What a server that is started afterwards answers to each of them. */
async function signIn(people: readonly (readonly [string, string])[]): Promise<number[]> {
  const database = await openDatabase(readConfig(place.environment));
  const app = await startApp(database);
  const statuses: number[] = [];
  for (const [name, password] of people) {
    const { status } = await fetch(`${app.url}/api/session`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: app.url },
      body: JSON.stringify({ name, password }),
    });
    statuses.push(status);
  }
  await app.stop();
  await database.close();
  return statuses;
}

describe("npm run account", () => {
  test.runIf(databaseKind === "postgres")(
    "makes the first administrator, lists, sets passwords, and never disables the last",
    async () => {
      expect((await account(["list"])).said).toBe("There is no account yet.");
      const first = ["add", "root", "--role", "administrator", "--display", "管理员", "--password-stdin"];
      const made = await account(first, `${PASSWORD}\n`);
      expect(made).toMatchObject({ status: 0, said: "root can sign in now, as administrator." });
      const last = await account(["disable", "root"]);
      expect(last).toMatchObject({ status: 1, said: "" });
      expect(last.complained).toContain("last administrator");
      expect((await account(["password", "ROOT", "--password-stdin"], ANOTHER)).status).toBe(0);
      const officer = ["--role", "district_officer", "--district", "510114", "--password-stdin"];
      expect((await account(["add", "xindu", ...officer], PASSWORD)).status).toBe(0);
      expect((await account(["disable", "xindu"])).said).toBe("xindu cannot sign in any more.");
      expect((await account(["list"])).said).toBe(
        "root\tadministrator\t\t管理员\nxindu\tdistrict_officer\t510114\txindu\tdisabled",
      );
      const tries = [
        ["root", PASSWORD],
        ["root", ANOTHER],
        ["xindu", PASSWORD],
      ] as const;
      expect(await signIn(tries)).toEqual([401, 201, 401]);
    },
    PATIENCE_MS,
  );

  test.runIf(databaseKind === "postgres").each([
    [[], /Usage/],
    [["add"], /Usage/],
    [["add", "a"], /role/],
    [["add", "a", "--role", "king"], /role/],
    [["add", "a b", "--role", "viewer"], /no name/],
    [["add", "a", "--role", "viewer", "--district", "510114"], /district/],
    [["add", "a", "--role", "viewer", "--password", PASSWORD], /Unknown option/],
    [["drop", "a"], /no command drop/],
  ])("%j is refused with what to do", async (args, complaint) => {
    const { status, said, complained } = await account(args as string[]);
    expect(status).not.toBe(0);
    expect(said).toBe("");
    expect(complained).toMatch(complaint);
    expect(complained).not.toMatch(/at .*\.ts:\d/);
  });

  test.runIf(databaseKind === "postgres").each([
    [["add", "a", "--role", "viewer"], "", /--password-stdin/],
    [["password", "nobody", "--password-stdin"], PASSWORD, /no account nobody/],
    [["add", "a", "--role", "viewer", "--password-stdin"], "short", /at least 10 characters/],
  ])("%j with the password %j is refused with what to do", async (args, input, complaint) => {
    const { status, complained } = await account(args, input);
    expect(status).not.toBe(0);
    expect(complained).toMatch(complaint);
  });

  test.runIf(databaseKind === "embedded")("says who has the embedded database, and what to do", async () => {
    const database = await openDatabase(readConfig(place.environment));
    const { status, complained } = await account(["list"]);
    await database.close();
    expect(status).toBe(1);
    expect(complained).toMatch(/in use by another Mutu.*Stop that one first/);
  });
});
