import type { Layer } from "../catalog/layer.ts";
import { prepared } from "../db/abortable.ts";
import type { Database } from "../db/connect.ts";
import { encodeTile, type PlacedRow } from "./encode.ts";
import type { TileAddress } from "./grid.ts";
import { encodedTile, placedFeatures } from "./query.ts";

export type MakeTile = (layer: Layer, address: TileAddress, signal: AbortSignal) => Promise<Buffer>;

/** Makes tiles by whichever way the database has; an empty buffer where there is nothing. */
export function tileMaker(database: Database): MakeTile {
  let native: Promise<boolean> | undefined;

  /** Whether this PostGIS was built with the library that its tile encoder needs. */
  function encodesItself(): Promise<boolean> {
    native ??= database.knex
      .raw<{ rows: { version: string | null }[] }>("select postgis_libprotobuf_version() as version")
      .then(({ rows }) => rows[0]?.version != null);
    native.catch(() => {
      native = undefined;
    });
    return native;
  }

  return async (layer, address, signal) => {
    if (await encodesItself()) {
      const rows = await prepared<{ tile: Buffer }>(database, encodedTile(layer, address), signal);
      return rows[0]!.tile;
    }
    const parts: Record<string, PlacedRow[]> = {};
    for (const query of placedFeatures(layer, address))
      parts[query.part] = await prepared<PlacedRow>(database, query, signal);
    return encodeTile(parts);
  };
}
