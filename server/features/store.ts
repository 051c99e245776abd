import { createHash } from "node:crypto";
import { codeColumn, type Layer } from "../catalog/layer.ts";
import { published, relation } from "../catalog/relation.ts";
import { versionOf } from "../catalog/versions.ts";
import { jointWork } from "../joint-work.ts";
import { createKept } from "../kept.ts";
import type { Services } from "../services.ts";
import type { Selection } from "./selection.ts";

/** Features come out of the database as finished GeoJSON texts; nothing here looks inside one. */

type Row = { key: number; feature: string };

/**
 * Long results are read in pages of this many: on the embedded database everyone shares one backend, and a page holds it for
 * a few milliseconds.
 */
const PAGE = 1_000;
const COUNTS_KEPT = 2_000;

/** Degrees to seven places are centimetres. */
const featureSql = (layer: Layer) => `
  select ${layer.key} as key,
         concat('{"type":"Feature","id":', to_json(${codeColumn(layer).sql}),
                ',"geometry":', coalesce(ST_AsGeoJSON(${layer.geom}, 7), 'null'),
                ',"properties":', row_to_json(properties), '}') as feature
    from ${relation(layer, layer.columns)}
   cross join lateral (select ${layer.columns.map((column) => `${published(column)} as ${column.name}`).join(", ")}) properties`;

export function featureStore({ revisions, read }: Services) {
  const counts = createKept<number>(COUNTS_KEPT, () => 1);
  const counting = jointWork<number>();

  async function page(
    layer: Layer,
    selection: Selection,
    after: number | undefined,
    size: number,
    signal: AbortSignal,
  ) {
    const start = after === undefined ? "true" : `${layer.key} > ?`;
    const values = [...selection.values, ...(after === undefined ? [] : [after]), size + 1];
    const sql = `${featureSql(layer)} where ${selection.where} and ${start} order by ${layer.key} limit ?`;
    const rows = await read<Row>(sql, values, signal);
    return { rows: rows.slice(0, size), more: rows.length > size };
  }

  /** Yields batches of features in the layer's order, each with the key to go on after, or null at the end. */
  async function* batches(
    layer: Layer,
    selection: Selection,
    after: number | undefined,
    limit: number,
    signal: AbortSignal,
  ) {
    let left = limit;
    let from = after;
    for (;;) {
      const { rows, more } = await page(layer, selection, from, Math.min(left, PAGE), signal);
      from = rows.at(-1)?.key;
      left -= rows.length;
      yield { features: rows.map(({ feature }) => feature), next: more && from !== undefined ? from : null };
      if (!more || left === 0) return;
    }
  }

  /** Counted once per selection and version of the layer, not once per page. */
  async function count(layer: Layer, selection: Selection, signal: AbortSignal): Promise<number> {
    const asked = JSON.stringify([layer.id, versionOf(layer, revisions), selection.where, selection.values]);
    const name = createHash("sha256").update(asked).digest("base64");
    const known = counts.get(name);
    if (known !== undefined) return known;
    const sql = `select count(*)::integer as count from ${relation(layer, selection.columns)} where ${selection.where}`;
    return counting(name, signal, async (all) => {
      const [row] = await read<{ count: number }>(sql, selection.values, all);
      counts.set(name, row!.count);
      return row!.count;
    });
  }

  async function one(layer: Layer, code: string, signal: AbortSignal): Promise<string | undefined> {
    const sql = `${featureSql(layer)} where ${codeColumn(layer).sql} = ? limit 1`;
    const rows = await read<Row>(sql, [code], signal);
    return rows[0]?.feature;
  }

  return { batches, count, one };
}
