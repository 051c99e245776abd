import type { Knex } from "knex";
import type { DataTable } from "./db/tables.ts";

/** What a run was computed from, as one number that rises with every change of those tables. */

export async function dataRevision(trx: Knex.Transaction, tables: readonly DataTable[]): Promise<number> {
  const { rows } = await trx.raw<{ rows: [{ revision: number }] }>(
    "select sum(revision)::bigint as revision from table_revision where table_name = any(?)",
    [tables as string[]],
  );
  return rows[0].revision;
}

/** Whether what the run `r` was computed from has changed since, in SQL. */
export const staleSince = (tables: readonly DataTable[]) => `
  (r.data_revision <> (select sum(revision) from table_revision
                        where table_name in (${tables.map((table) => `'${table}'`).join(", ")})))`;
