import type { Database } from "./connect.ts";
import type { DataTable } from "./tables.ts";

/** Whatever is made from tables, and names them: a layer, an answer. */
export type Reader = Readonly<{ reads: readonly DataTable[] }>;

/** The revision of each table, as this process knows it: what tiles, pages and counts are cached under. */
export type Revisions = {
  /** Rises with every change of a table that is read. Each revision only rises, so their sum does too. */
  of(reader: Reader): number;
  close(): Promise<void>;
};

export async function followRevisions(
  { knex, follow }: Database,
  report: (line: string) => void = () => {},
): Promise<Revisions> {
  const known = new Map<string, number>();
  const revisionOf = (table: string) => known.get(table) ?? 0;

  /** A revision never goes back, so it does not matter whether a notice or the table comes first. */
  const learn = (table: string, revision: number) => known.set(table, Math.max(revision, revisionOf(table)));

  async function readAll(): Promise<void> {
    const rows = await knex<{ table_name: string; revision: number }>("table_revision");
    for (const { table_name, revision } of rows) learn(table_name, revision);
  }

  const subscription = await follow("table_revision", {
    notice(payload) {
      const [table = "", revision] = payload.split(" ");
      learn(table, Number(revision));
    },
    gap: () =>
      void readAll().catch((error: Error) => report(`Revisions could not be read: ${error.message}`)),
  });
  await readAll();

  return {
    of: ({ reads }) => reads.reduce((sum, table) => sum + revisionOf(table), 0),
    close: () => subscription.stop(),
  };
}
