import { closeSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { tooLarge } from "../../http/problem.ts";
import { FLATGEOBUF_TYPE } from "../../ogc/links.ts";
import type { Chunk, Format, Making } from "../format.ts";
import { geometryOf, type Row, rowsTaken } from "../record.ts";
import { boxOf, nowhere } from "../wkb.ts";
import { createWriter } from "../writer.ts";
import { featureWriter } from "./feature.ts";
import { headerOf, MAGIC } from "./header.ts";
import { curveOrder, MOST_INDEXED, treeOf } from "./index-tree.ts";

/** FlatGeobuf: as a stream; or with an index, so that readers fetch the part of the file that they need. */

async function* writeStream(making: Making): AsyncGenerator<Chunk> {
  yield Buffer.concat([MAGIC, headerOf(making.ask, making.about)]);
  const to = createWriter();
  for await (const _ of rowsTaken(making, featureWriter(making.ask.columns, to))) yield to.taken();
}

const EMPTY = nowhere();

/** Features are put aside first, for their order is known only when all of them are. */
async function* writeIndexed(making: Making): AsyncGenerator<Chunk> {
  const path = making.scratch();
  const { boxes, lengths } = await putAside(making, path);
  if (lengths.length > MOST_INDEXED)
    throw tooLarge(`An index holds ${MOST_INDEXED} features at most. Ask without index.`);
  const extent = boxes.reduce((box, value, i) => {
    const side = i % 4;
    box[side] = side < 2 ? Math.min(box[side]!, value) : Math.max(box[side]!, value);
    return box;
  }, nowhere());
  const order = curveOrder(boxes, extent);
  const known = { count: lengths.length, envelope: extent[0] <= extent[2] ? extent : null };
  yield Buffer.concat([MAGIC, headerOf(making.ask, making.about, known)]);
  if (order.length === 0) return;
  yield treeOf(boxes, lengths, order);
  yield* inOrder(path, lengths, order);
}

async function putAside(making: Making, path: string) {
  const boxes: Float64Array[] = [];
  const lengths: number[] = [];
  const file = await open(path, "wx");
  const to = createWriter();
  const write = featureWriter(making.ask.columns, to);
  let own: number[] = [];
  const feature = (row: Row) => {
    const wkb = geometryOf(row);
    own.push(...((wkb && boxOf(wkb)) ?? EMPTY));
    const begin = to.place();
    write(row);
    lengths.push(to.place() - begin);
  };
  try {
    for await (const _ of rowsTaken(making, feature)) {
      boxes.push(Float64Array.from(own));
      own = [];
      await file.appendFile(to.taken());
    }
  } finally {
    await file.close();
  }
  return { boxes: joined(boxes), lengths: Uint32Array.from(lengths) };
}

function joined(arrays: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}

const PIECE = 256 * 1024;

/** Reads one by one what lies in memory anyway: waiting for each would take ten times as long. */
function* inOrder(path: string, lengths: Uint32Array, order: Uint32Array): Generator<Buffer> {
  const starts = new Float64Array(lengths.length);
  for (let i = 1; i < lengths.length; i++) starts[i] = starts[i - 1]! + lengths[i - 1]!;
  const file = openSync(path, "r");
  try {
    let pieces: Buffer[] = [];
    let size = 0;
    for (const feature of order) {
      const bytes = Buffer.allocUnsafe(lengths[feature]!);
      readSync(file, bytes, 0, bytes.length, starts[feature]!);
      pieces.push(bytes);
      size += bytes.length;
      if (size < PIECE) continue;
      yield Buffer.concat(pieces);
      pieces = [];
      size = 0;
    }
    yield Buffer.concat(pieces);
  } finally {
    closeSync(file);
  }
}

export const flatgeobuf: Format = {
  title: { zh: "FlatGeobuf", en: "FlatGeobuf" },
  extension: "fgb",
  type: FLATGEOBUF_TYPE,
  grows: true,
  compresses: false,
  write: (making) => (making.options.index ? writeIndexed(making) : writeStream(making)),
};
