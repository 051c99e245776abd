import { codeColumn, type Layer } from "../catalog/layer.ts";
import { relation } from "../catalog/relation.ts";
import { onConnection } from "../db/abortable.ts";
import { featureWriter, inOrder } from "../exports/geojson.ts";
import { rowTaker } from "../exports/record.ts";
import { createWriter } from "../exports/writer.ts";
import type { Crs } from "../ogc/crs.ts";
import type { Services } from "../services.ts";
import { type Ask, columnsRead } from "./ask.ts";
import type { Place } from "./cursor.ts";
import { type Extent, takePage } from "./rows.ts";
import { orderOf, sortedBy, startOf } from "./sorting.ts";

/** Features as GeoJSON texts, page after page: no long cursor keeps others from the database. */

/**
 * Long results are read in pages of this many: on the embedded database everyone shares one backend, and a page holds it for
 * a few milliseconds.
 */
export const PAGE = 1_000;

/** Bytes that most features take: one by itself needs no room for a file. */
const A_FEATURE = 1_536;

/** Features with commas between them, and where they go on; null at their end. */
export type Batch = Readonly<{ text: Buffer; count: number; next: Place | null }>;

export function featureStore({ database, gate, read }: Pick<Services, "database" | "gate" | "read">) {
  const batch = (ask: Ask, limit: number, after: Place | undefined, signal: AbortSignal): Promise<Batch> =>
    gate(
      (either) =>
        onConnection(database, either, async (connection) => {
          const to = createWriter(limit * A_FEATURE);
          const feature = featureWriter(ask, to);
          let count = 0;
          const take = rowTaker(ask.columns, (row) => {
            if (count++ > 0) to.ascii(",");
            feature(row);
          });
          const next = await takePage(database.knex, connection, ask, [inOrder, take], { limit, after });
          return { text: to.taken(), count, next };
        }),
      signal,
    );

  /** Batches of features in the order that is asked for. */
  async function* batches(ask: Ask, { limit = Infinity, after }: Extent, signal: AbortSignal) {
    let place = after;
    for (let left = limit; left > 0; left -= PAGE) {
      const page = await batch(ask, Math.min(left, PAGE), place, signal);
      yield page;
      if (!page.next) return;
      place = page.next;
    }
  }

  async function one(layer: Layer, code: string, crs: Crs, signal: AbortSignal): Promise<string | undefined> {
    const column = codeColumn(layer);
    const where = { where: `${column.sql} = ?::text`, values: [code], columns: [] };
    const ask: Ask = { layer, where, columns: layer.columns, geometry: true, crs, sort: [] };
    const { text, count } = await batch(ask, 1, undefined, signal);
    return count === 0 ? undefined : text.toString();
  }

  /** Where the page after this one begins; null where this is the last. */
  async function placeAfter(ask: Ask, limit: number, after: Place | undefined, signal: AbortSignal) {
    const { layer, where, sort } = ask;
    const start = startOf(ask, after);
    const [last, more] = await read<{ key: number; sorted: Place["values"] | null }>(
      `select ${layer.key} as key, ${sortedBy(sort)} as sorted
         from ${relation(layer, columnsRead({ ...ask, columns: [] }))}
        where ${where.where} and ${start.sql} order by ${orderOf(layer, sort)} limit 2 offset ?`,
      [...where.values, ...start.values, limit - 1],
      signal,
    );
    return last && more ? { key: last.key, values: last.sorted ?? [] } : null;
  }

  return { batches, placeAfter, one };
}
