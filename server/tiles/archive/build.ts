import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { LayerFacts } from "../../catalog/facts.ts";
import type { Layer } from "../../catalog/layer.ts";
import { vectorLayers } from "../describe.ts";
import { type TileAddress, tileAt } from "../grid.ts";
import type { MakeTile } from "../make.ts";
import { tileNumber } from "./directory.ts";
import { ArchiveWriter } from "./writer.ts";

/** All tiles of some layers as one file for static hosting: layers that are encoded one after the other are one tile. */

const zip = promisify(gzip);

export type Order = Readonly<{
  out: string;
  layers: readonly { layer: Layer; facts: LayerFacts }[];
  /** What the file says of itself beside its layers. */
  about: object;
  make: MakeTile;
  signal: AbortSignal;
  progress: (line: string) => void;
}>;

type Bounds = [west: number, south: number, east: number, north: number];

function boundsOf(layers: Order["layers"]): Bounds {
  const known = layers.flatMap(({ facts }) => (facts.extent ? [facts.extent] : []));
  const side = (i: 0 | 1 | 2 | 3, of: (...values: number[]) => number) => of(...known.map((box) => box[i]));
  return known.length === 0
    ? [-180, -85, 180, 85]
    : [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}

/** From here on everything that has a place is drawn, so what is empty has nothing in it farther in. */
const ALL_DRAWN_FROM_ZOOM = 12;
/** Tiles that are made at a time. */
const TOGETHER = 4;

function* within([west, south, east, north]: Bounds, z: number): Generator<TileAddress> {
  const first = tileAt(west, north, z);
  const last = tileAt(east, south, z);
  for (let y = first.y; y <= last.y; y++) for (let x = first.x; x <= last.x; x++) yield { z, x, y };
}

const childrenOf = ({ z, x, y }: TileAddress): TileAddress[] =>
  [0, 1].flatMap((down) => [0, 1].map((right) => ({ z: z + 1, x: 2 * x + right, y: 2 * y + down })));

const inOrder = (addresses: Iterable<TileAddress>): TileAddress[] =>
  [...addresses]
    .map((address) => ({ address, at: tileNumber(address) }))
    .sort((a, b) => a.at - b.at)
    .map(({ address }) => address);

/** The layers of a tile together, as they are stored; nothing where nothing is. */
async function tileOf({ layers, make, signal }: Order, address: TileAddress): Promise<Buffer | null> {
  const drawn = layers.filter(({ layer: { zoom } }) => address.z >= zoom.min && address.z <= zoom.max);
  const parts: Buffer[] = [];
  for (const { layer } of drawn) parts.push(await make(layer, address, signal));
  const tile = Buffer.concat(parts);
  return tile.length === 0 ? null : zip(tile);
}

async function addZoom(writer: ArchiveWriter, order: Order, addresses: readonly TileAddress[]) {
  const filled: TileAddress[] = [];
  for (let from = 0; from < addresses.length; from += TOGETHER) {
    const some = addresses.slice(from, from + TOGETHER);
    const tiles = await Promise.all(some.map((address) => tileOf(order, address)));
    for (const [i, tile] of tiles.entries()) {
      const address = some[i];
      if (!tile || !address) continue;
      await writer.add(address, tile);
      filled.push(address);
    }
  }
  return filled;
}

export async function buildArchive(order: Order): Promise<{ tiles: number; bytes: number }> {
  const { layers, out, about, progress } = order;
  const bounds = boundsOf(layers);
  const min = Math.min(...layers.map(({ layer }) => layer.zoom.min));
  const max = Math.max(...layers.map(({ layer }) => layer.zoom.max));
  const writer = await ArchiveWriter.begin(out);
  try {
    let filled: TileAddress[] = [];
    for (let z = min; z <= max; z++) {
      const asked = z <= ALL_DRAWN_FROM_ZOOM ? within(bounds, z) : filled.flatMap(childrenOf);
      filled = await addZoom(writer, order, inOrder(asked));
      progress(`zoom ${z}: ${filled.length} tiles`);
    }
    const vector_layers = layers.flatMap(({ layer }) => vectorLayers(layer));
    return await writer.finish({ bounds, zooms: [min, max], metadata: { ...about, vector_layers } });
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}
