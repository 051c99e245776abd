import type { Knex } from "knex";

/** Otherwise the load counts as a change after what is computed from it, and that would be out of date from the first day. */
export async function countChangesSoFar(trx: Knex.Transaction): Promise<void> {
  await trx.raw("set constraints table_change_counted immediate");
  await trx.raw("set constraints table_change_counted deferred");
}
