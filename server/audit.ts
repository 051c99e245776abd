import type { Knex } from "knex";

/** What somebody wrote: the record before, null for a new one; and after, null for one that was removed. */
export type Deed = { action: string; subject: string; before: object | null; after: object | null };

/** Keeps what was done, in the very transaction that does it. Accounts are not there yet, so nobody is named. */
export async function audit(trx: Knex.Transaction, { action, subject, before, after }: Deed): Promise<void> {
  const text = (record: object | null) => record && JSON.stringify(record);
  await trx("audit").insert({ action, subject, before: text(before), after: text(after) });
}
