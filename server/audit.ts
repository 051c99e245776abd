import type { Knex } from "knex";

/** What somebody wrote: the record before, null for a new one; and after, null for one that was removed. */
export type Deed = { action: string; subject: string; before: object | null; after: object | null };

/** Keeps what was done, in the very transaction that does it; nobody is named where the program itself did. */
export async function audit(
  trx: Knex.Transaction,
  who: { id: number } | null,
  { action, subject, before, after }: Deed,
): Promise<void> {
  const text = (record: object | null) => record && JSON.stringify(record);
  await trx("audit").insert({
    account_id: who?.id ?? null,
    action,
    subject,
    before: text(before),
    after: text(after),
  });
}
