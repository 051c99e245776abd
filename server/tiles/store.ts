import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import type { Layer } from "../catalog/layer.ts";
import { jointWork } from "../joint-work.ts";
import { createKept } from "../kept.ts";
import type { Services } from "../services.ts";
import type { TileAddress } from "./grid.ts";
import { tileMaker } from "./make.ts";

/** A tile as it goes out: compressed once, when it is made, where that pays. */
export type Tile = { bytes: Buffer; zipped: boolean };

const KEPT_BYTES = 64 * 1024 * 1024;
const WORTH_ZIPPING = 1_024;
/** Three in a hundred larger than at the usual level, in half the time. */
const LEVEL = 4;
/** What a kept tile costs besides its bytes. */
const ENTRY_BYTES = 200;

/** Handing over to a thread costs more than compressing so much, which takes a millisecond. */
const ZIPPED_AT_ONCE = 32 * 1024;

const zip = promisify(gzip);

async function finished(bytes: Buffer): Promise<Tile> {
  if (bytes.length < WORTH_ZIPPING) return { bytes, zipped: false };
  // In one piece: no thread is asked twice.
  const options = { level: LEVEL, chunkSize: bytes.length };
  return {
    bytes: bytes.length <= ZIPPED_AT_ONCE ? gzipSync(bytes, options) : await zip(bytes, options),
    zipped: true,
  };
}

export function tileStore({ database, gate, metrics }: Services) {
  const kept = createKept<Tile>(KEPT_BYTES, ({ bytes }) => bytes.length + ENTRY_BYTES);
  const shared = jointWork<Tile>();
  const make = tileMaker(database);

  /** The tile of a layer in a version of it: kept from before, shared with whoever asks at the same time, or made. */
  return async (layer: Layer, version: string, address: TileAddress, signal: AbortSignal): Promise<Tile> => {
    const name = `${layer.id}/${version}/${address.z}/${address.y}/${address.x}`;
    const known = kept.get(name);
    metrics.count(known ? "tile_kept" : "tile_not_kept");
    if (known) return known;
    return shared(name, signal, async (all) => {
      metrics.count("tile_made");
      const tile = await finished(await gate((either) => make(layer, address, either), all));
      kept.set(name, tile);
      return tile;
    });
  };
}
