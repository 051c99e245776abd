import type { Knex } from "knex";
import type { Revisions } from "../db/revisions.ts";
import { columnNamed, type Layer } from "./layer.ts";
import { relation } from "./relation.ts";
import { perVersion } from "./versions.ts";

/** What is true of a layer as a whole. */
export type LayerFacts = {
  count: number;
  /** West, south, east, north; null where nothing has a place. */
  extent: [number, number, number, number] | null;
  interval: [string, string] | null;
  synthetic: boolean;
};
export type FactsOf = (layer: Layer) => Promise<LayerFacts>;

/** One pass over the table, made once per version of the layer. */
export const createFacts = (knex: Knex, revisions: Revisions): FactsOf =>
  perVersion(revisions, (layer) => read(knex, layer));

type Row = {
  count: number;
  west: number | null;
  south: number;
  east: number;
  north: number;
  first: string | null;
  last: string;
  synthetic: boolean;
};

async function read(knex: Knex, layer: Layer): Promise<LayerFacts> {
  const synthetic = columnNamed(layer, "synthetic");
  const time = layer.time ? columnNamed(layer, layer.time) : undefined;
  const columns = time ? [synthetic, time] : [synthetic];
  const day = time?.sql ?? "null::date";
  const result = await knex.raw<{ rows: Row[] }>(`
    select count, synthetic, first::text, last::text,
           ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north
      from (select count(*)::integer as count, coalesce(bool_or(${synthetic.sql}), false) as synthetic,
                   min(${day}) as first, max(${day}) as last, ST_Extent(${layer.geom}) as box
              from ${relation(layer, columns)}) whole`);
  const row = result.rows[0]!;
  return {
    count: row.count,
    extent: row.west === null ? null : [row.west, row.south, row.east, row.north],
    interval: row.first === null ? null : [row.first, row.last],
    synthetic: row.synthetic,
  };
}
