import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "../../../server/config.ts";
import { type Database, openDatabase } from "../../../server/db/connect.ts";
import { databaseKind, freshPlace, type Place } from "../../setup/place.ts";

const CONNECT = pathToFileURL(join(import.meta.dirname, "../../../server/db/connect.ts")).href;

/** What only the embedded database has to prove: its lock, its recovery, its watchdog, and its protocol. */
describe.runIf(databaseKind === "embedded")("the embedded database", () => {
  let place: Place;
  let folder: string;
  let database: Database;
  const reports: string[] = [];

  beforeEach(async () => {
    reports.length = 0;
    place = await freshPlace("tables");
    folder = readConfig(place.environment).dataDirectory;
    database = await openDatabase(readConfig(place.environment), (line) => reports.push(line));
  });

  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  const kill = () => {
    const found = execFileSync("pgrep", ["-f", `embedded-process.ts ${folder}$`], { encoding: "utf8" });
    process.kill(Number(found), "SIGKILL");
  };
  const one = async () => (await database.knex.raw("select 1 as one")).rows;

  test("a second opener is refused and told who has it", async () => {
    const second = openDatabase(readConfig(place.environment));
    await expect(second).rejects.toThrow(
      new RegExp(`in use by another Mutu \\(process ${process.pid}, since 20`),
    );
    expect(await one()).toEqual([{ one: 1 }]);
  });

  test("the folder is free again as soon as the server that had it was killed, and its engine has written all down", async () => {
    await database.close();
    const program = `
      const { openDatabase } = await import(${JSON.stringify(CONNECT)});
      const { knex } = await openDatabase({ databaseUrl: null, dataDirectory: ${JSON.stringify(folder)} });
      await knex.raw("create table kept as select 1 as one");
      process.kill(process.pid, "SIGKILL");`;
    const other = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program]);
    expect(other.signal).toBe("SIGKILL");
    database = await openDatabase(readConfig(place.environment));
    expect(await database.knex("kept")).toEqual([{ one: 1 }]);
  });

  test("killed again and again while it writes, it loses nothing that it confirmed", async () => {
    await database.knex.raw("create table note (id integer primary key)");
    const confirmed: number[] = [];
    let next = 0;
    for (let round = 0; round < 3; round++) {
      await one();
      let alive = true;
      setTimeout(kill, 300 + 150 * round);
      while (alive) {
        const id = next++;
        await database.knex.raw("insert into note values (?)", [id]).then(
          () => confirmed.push(id),
          () => {
            alive = false;
          },
        );
      }
    }
    const kept = new Set(await database.knex("note").pluck("id"));
    expect(confirmed.length).toBeGreaterThan(50);
    expect(confirmed.filter((id) => !kept.has(id))).toEqual([]);
    expect(reports.filter((line) => line.includes("started again"))).toHaveLength(3);
  });

  test("what it confirms has reached the disk", async () => {
    expect((await database.knex.raw("show fsync")).rows).toEqual([{ fsync: "on" }]);
    expect((await database.knex.raw("show wal_sync_method")).rows).toEqual([{ wal_sync_method: "fsync" }]);
  });

  test("a statement without end is ended, and the next one is answered", async () => {
    await database.limitStatements(2);
    const endless = database.knex.raw("select count(*) from generate_series(1, 1e12::bigint)");
    await expect(endless).rejects.toThrow();
    expect(await one()).toEqual([{ one: 1 }]);
    expect(reports[0]).toMatch(/ran for more than 2 s/);
  });

  describe("to one client after another", () => {
    const connect = async () => {
      const client = new pg.Client({ host: join(folder, "embedded"), user: "postgres" });
      await client.connect();
      return client;
    };

    beforeEach(() => database.knex.destroy());
    afterEach(() => database.knex.initialize());

    test("hands a session as good as new", async () => {
      const first = await connect();
      await first.query("create temporary table leftover (id integer)");
      await first.query("set search_path = nowhere");
      await first.query("select pg_advisory_lock(1)");
      await first.query({ name: "same", text: "select 1 as first" });
      await first.query("begin");
      const waiting = connect();
      await first.end();
      const second = await waiting;
      const { rows } = await second.query({
        name: "same",
        text: "select to_regclass('leftover') as leftover",
      });
      expect(rows).toEqual([{ leftover: null }]);
      expect(
        (await second.query("select count(*)::integer as locks from pg_locks where locktype = 'advisory'"))
          .rows,
      ).toEqual([{ locks: 0 }]);
      expect((await second.query("show search_path")).rows[0].search_path).toContain("public");
      await second.end();
    });

    test("ends the transaction of a client that vanished", async () => {
      const first = await connect();
      first.on("error", () => {});
      await first.query("begin");
      await first.query("create table never (id integer)");
      (first as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      const second = await connect();
      expect((await second.query("select to_regclass('never') as never")).rows).toEqual([{ never: null }]);
      await second.end();
    });
  });
});
