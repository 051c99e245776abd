import type { Knex } from "knex";

const BATCH = 2_000;

/**
 * Runs a statement over rows as one JSON parameter per batch: few large statements, because generated columns, indexes and
 * statement triggers cost less so, and the embedded database parses each statement anew.
 */
export async function insertRows(trx: Knex, statement: string, rows: readonly unknown[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await trx.raw(statement, [JSON.stringify(rows.slice(from, from + BATCH))]);
  }
}

/** A MultiPolygon of one outline as well-known text; rings come open, as they are computed. */
export function multiPolygonText(rings: readonly (readonly (readonly [number, number])[])[]): string {
  const closed = rings.map((ring) => `(${[...ring, ring[0]!].map(([x, y]) => `${x} ${y}`).join(",")})`);
  return `MULTIPOLYGON((${closed.join(",")}))`;
}
