import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import type { Chunk } from "./format.ts";

/** A zip archive, written from its beginning to its end: lengths that are known only afterwards follow what they are of. */

export type Member = { name: string; content: AsyncIterable<Chunk> | Iterable<Chunk> };

const VERSION = 20;
/** Lengths follow the data; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const LOCAL = 0x04034b50;
const AFTER = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** What four bytes can say; readers of offices don't know the larger form. */
const MOST = 2 ** 32 - 1;

type Entry = { name: Buffer; crc: number; packed: number; size: number; at: number };

/** Date and time as DOS wrote them. */
function dosTime(iso: string): number {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] =
    iso.match(/\d+/g)?.map(Number) ?? [];
  return (
    (((year - 1980) << 25) | (month << 21) | (day << 16) | (hour << 11) | (minute << 5) | (second >> 1)) >>> 0
  );
}

const localHead = (name: Buffer, time: number) => {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(LOCAL, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt32LE(time, 10);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
};

const afterwards = ({ crc, packed, size }: Entry) => {
  const tail = Buffer.alloc(16);
  for (const [i, value] of [AFTER, crc, packed, size].entries()) tail.writeUInt32LE(value, 4 * i);
  return tail;
};

const centralHead = ({ name, crc, packed, size, at }: Entry, time: number) => {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  head.writeUInt16LE(FLAGS, 8);
  head.writeUInt16LE(DEFLATED, 10);
  head.writeUInt32LE(time, 12);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, name]);
};

const ending = (count: number, length: number, at: number) => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
};

/** Members come in their order; each is read only when those before it are written. */
export async function* zip(members: readonly Member[], changed: string): AsyncGenerator<Buffer> {
  const time = dosTime(changed);
  const entries: Entry[] = [];
  let at = 0;
  const counted = (bytes: Buffer) => {
    at += bytes.length;
    if (at > MOST) throw new Error("The archive is longer than four gigabytes");
    return bytes;
  };
  for (const { name, content } of members) {
    const entry: Entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at };
    yield counted(localHead(entry.name, time));
    for await (const piece of deflated(content, entry)) {
      entry.packed += piece.length;
      yield counted(piece);
    }
    yield counted(afterwards(entry));
    entries.push(entry);
  }
  const directory = Buffer.concat(entries.map((entry) => centralHead(entry, time)));
  const begin = at;
  yield counted(directory);
  yield counted(ending(entries.length, directory.length, begin));
}

/** What fails is met by whoever reads what is packed. */
const passedOn = () => {};

/** The fastest level: what is packed here is packed while the database waits. */
const LEVEL = 1;

async function* deflated(content: Member["content"], entry: Entry): AsyncGenerator<Buffer> {
  async function* measured() {
    for await (const chunk of content) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      if (entry.size > MOST) throw new Error("A file in the archive is longer than four gigabytes");
      yield bytes;
    }
  }
  const packed = createDeflateRaw({ level: LEVEL });
  // Whoever gives the archive up gives up what it is made of, too: rows that nobody takes would hold their connection for ever.
  const source = Readable.from(measured(), { objectMode: false });
  pipeline(source, packed, passedOn);
  yield* packed as AsyncIterable<Buffer>;
}
