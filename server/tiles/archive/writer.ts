import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import type { TileAddress } from "../grid.ts";
import { type Entry, layOut, tileNumber } from "./directory.ts";

/** Writes a PMTiles archive (version 3) of gzipped vector tiles, which must come in the order of their numbers. */

export type Described = Readonly<{
  bounds: readonly [west: number, south: number, east: number, north: number];
  zooms: readonly [min: number, max: number];
  metadata: object;
}>;

const HEADER = 127;
const [GZIP, MVT, CLUSTERED] = [2, 1, 1];
const AT_ONCE = 1024 * 1024;
/** The zoom that a viewer begins with: a city. */
const FIRST_SEEN = 9;

export class ArchiveWriter {
  readonly #out: string;
  readonly #data: FileHandle;
  readonly #entries: Entry[] = [];
  /** Where bytes that came before lie: much of what is empty but for an outline is alike. */
  readonly #known = new Map<string, Pick<Entry, "offset" | "length">>();
  /** Tiles are small; they are written many at once. */
  readonly #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #length = 0;
  #tiles = 0;

  private constructor(out: string, data: FileHandle) {
    this.#out = out;
    this.#data = data;
  }

  static async begin(out: string): Promise<ArchiveWriter> {
    return new ArchiveWriter(out, await open(`${out}.data`, "w"));
  }

  async add(address: TileAddress, bytes: Buffer): Promise<void> {
    const tile = tileNumber(address);
    const last = this.#entries.at(-1);
    if (last && tile < last.tile + last.run) throw new Error(`Tile ${tile} comes too late`);
    const place = await this.#placeOf(bytes);
    this.#tiles++;
    if (last && last.offset === place.offset && last.tile + last.run === tile) last.run++;
    else this.#entries.push({ tile, run: 1, ...place });
  }

  async #placeOf(bytes: Buffer): Promise<Pick<Entry, "offset" | "length">> {
    const name = createHash("sha256").update(bytes).digest("base64");
    const known = this.#known.get(name);
    if (known) return known;
    const place = { offset: this.#length, length: bytes.length };
    this.#known.set(name, place);
    this.#length += bytes.length;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= AT_ONCE) await this.#writeWaiting();
    return place;
  }

  async #writeWaiting() {
    await this.#data.appendFile(Buffer.concat(this.#waiting.splice(0)));
    this.#waitingBytes = 0;
  }

  /** Puts the parts together; the archive appears under its name when it is whole. */
  async finish(described: Described): Promise<{ tiles: number; bytes: number }> {
    await this.#writeWaiting();
    await this.#data.close();
    const { root, leaves } = layOut(this.#entries);
    const metadata = gzipSync(JSON.stringify(described.metadata));
    const parts = [
      this.#header(described, root.length, metadata.length, leaves.length),
      root,
      metadata,
      leaves,
    ];
    const whole = async function* (data: string) {
      yield* parts;
      yield* createReadStream(data);
    };
    await pipeline(Readable.from(whole(`${this.#out}.data`)), createWriteStream(`${this.#out}.part`));
    await rename(`${this.#out}.part`, this.#out);
    await rm(`${this.#out}.data`);
    return { tiles: this.#tiles, bytes: parts.reduce((sum, { length }) => sum + length, this.#length) };
  }

  async abandon(): Promise<void> {
    await this.#data.close().catch(() => undefined);
    await rm(`${this.#out}.data`, { force: true });
    await rm(`${this.#out}.part`, { force: true });
  }

  #header({ bounds, zooms }: Described, root: number, metadata: number, leaves: number): Buffer {
    const header = Buffer.alloc(HEADER);
    header.write("PMTiles", 0, "latin1");
    header.writeUInt8(3, 7);
    const after = HEADER + root;
    const numbers = [
      ...[HEADER, root],
      ...[after, metadata],
      ...[after + metadata, leaves],
      ...[after + metadata + leaves, this.#length],
      ...[this.#tiles, this.#entries.length, this.#known.size],
    ];
    for (const [i, number] of numbers.entries()) header.writeBigUInt64LE(BigInt(number), 8 + 8 * i);
    for (const [i, byte] of [CLUSTERED, GZIP, GZIP, MVT, ...zooms].entries()) header.writeUInt8(byte, 96 + i);
    const [west, south, east, north] = bounds;
    const degrees = (value: number, at: number) => header.writeInt32LE(Math.round(value * 1e7), at);
    for (const [i, side] of bounds.entries()) degrees(side, 102 + 4 * i);
    header.writeUInt8(Math.min(zooms[1], Math.max(zooms[0], FIRST_SEEN)), 118);
    degrees((west + east) / 2, 119);
    degrees((south + north) / 2, 123);
    return header;
  }
}
