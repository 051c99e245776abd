import fc from "fast-check";
import { expect, test } from "vitest";
import { onConnection } from "../../../server/db/abortable.ts";
import { copiedRows, withValues } from "../../../server/db/copy/rows.ts";
import { lastTexts } from "../../../server/exports/record.ts";
import { sharedDatabase } from "../../setup/database.ts";

/** Rows that come by COPY, which takes no values beside its text. */

const { signal } = new AbortController();

async function copied(query: string, take: (row: Buffer) => void): Promise<string | undefined> {
  const database = await sharedDatabase();
  return onConnection(database, signal, async (connection) => {
    const rows = copiedRows(connection, query, take);
    const toEnd = async () => {
      while (!(await rows.next()).done);
    };
    const failure = await toEnd().then(
      () => undefined,
      (error: Error) => error.message,
    );
    if (database.kind === "postgres") {
      const state = "select state from pg_stat_activity where pid = ?";
      const { rows: seen } = await database.knex.raw(state, [connection.processID]);
      expect(seen).toEqual([{ state: "idle" }]);
    }
    return failure;
  });
}

test("no value is anything but a value, whatever is written in it", async () => {
  const { knex } = await sharedDatabase();
  const sign = fc.constantFrom(
    "'",
    "''",
    "\\",
    "\\'",
    "$1",
    "$$",
    "?",
    "??",
    ":a",
    "--",
    "/*",
    ";",
    "\n",
    "%",
    "e'",
    "亩",
  );
  const text = fc.oneof(
    fc.array(sign, { maxLength: 8 }).map((signs) => signs.join("")),
    fc.string({ unit: "grapheme" }),
  );
  const texts = fc.sample(text, { numRuns: 300, seed: 6 }).map((one) => one.replaceAll("\0", ""));
  const sql = `select ${texts.map(() => "?::text").join(", ")}, ?::float8 = 0.1, ?::boolean, ?::text is null`;
  const found: string[] = [];
  const query = withValues(knex, `select a.* from (${sql}) a`, [...texts, 0.1, true, null]);
  await copied(query, (row) => found.push(...lastTexts(row, texts.length + 3).slice(0, -3)));
  expect(found).toEqual(texts);
});

test("who fails to take a row leaves no connection on which others still come", async () => {
  let taken = 0;
  const failure = await copied("select n, repeat('x', 200) from generate_series(1, 20000) n", () => {
    if (++taken === 3) throw new Error("no third");
  });
  expect([failure, taken]).toEqual(["no third", 3]);
});
