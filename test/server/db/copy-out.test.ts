import { expect, test } from "vitest";
import { END, SIGNATURE } from "../../../server/db/copy/conversation.ts";
import { rowsIn } from "../../../server/db/copy/out.ts";

function row(number: number | null, text: string): Buffer {
  const written = Buffer.from(text);
  const head = Buffer.alloc(2);
  head.writeInt16BE(2);
  const integer = Buffer.alloc(number === null ? 4 : 8);
  integer.writeInt32BE(number === null ? -1 : 4);
  if (number !== null) integer.writeInt32BE(number, 4);
  const length = Buffer.alloc(4);
  length.writeInt32BE(written.length);
  return Buffer.concat([head, integer, length, written]);
}

const whole = Buffer.concat([SIGNATURE, row(7, "成都"), row(null, ""), row(-3, "五个字的名"), END]);

test.each([1, 2, 3, 5, 8, 21, whole.length])("rows are found in pieces of %i bytes", (size) => {
  const rows: [number, string][] = [];
  const receive = rowsIn((fields) => rows.push([fields.integer(), fields.text()]), -1);
  for (let from = 0; from < whole.length; from += size) receive(whole.subarray(from, from + size));
  expect(rows).toEqual([
    [7, "成都"],
    [-1, ""],
    [-3, "五个字的名"],
  ]);
});
