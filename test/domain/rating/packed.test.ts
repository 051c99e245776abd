import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import { BlockError, type PackedArray, pack, unpack } from "../../../domain/rating/packed.ts";
import { Scheme } from "../../../domain/rating/scheme.ts";

const file = new URL("../../../data/rating-schemes/sichuan-2020.json", import.meta.url);
const head: Omit<ColumnsHead, "arrays"> = {
  ...{ year: 2025, run: 7, size: "above_scale", count: 2 },
  scheme: {
    key: "sichuan-2020",
    version: 1,
    definition: Scheme.parse(JSON.parse(readFileSync(file, "utf8"))),
  },
  districts: [{ code: "510112", name: { zh: "龙泉驿区", en: "Longquanyi" } }],
  parks: [],
  industries: ["36"],
  pools: [],
  synthetic: true,
};

describe("a block", () => {
  const arrays = {
    code: new Uint8Array(36).fill(65),
    district: Uint16Array.of(0, 0xffff),
    points: Int32Array.of(-1, 69_650_000),
    parcel_first: Uint32Array.of(0, 0xffff_ffff),
    land: Float32Array.of(1.5, Number.NaN),
    nothing: new Float32Array(0),
  };
  const block = pack(head, arrays);

  test("gives back what went in, bit for bit", () => {
    const { head: read, array } = unpack(block.buffer);
    expect(ColumnsHead.parse(read)).toMatchObject(head);
    for (const [name, packed] of Object.entries(arrays)) expect(array(name)).toEqual(packed);
  });

  test("is the same for the same run", () => expect(pack(head, arrays)).toEqual(block));

  test("begins with its name, the length of its head, and arrays at multiples of 8", () => {
    expect(new TextDecoder().decode(block.subarray(0, 4))).toBe("MUTU");
    const length = new DataView(block.buffer).getUint32(4, true);
    expect(JSON.parse(new TextDecoder().decode(block.subarray(8, 8 + length)))).toEqual(
      unpack(block.buffer).head,
    );
    for (const { at } of unpack(block.buffer).head.arrays) expect(at % 8).toBe(0);
  });

  test("takes parts of longer arrays", () => {
    const part = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(unpack(pack(head, { part }).buffer).array("part")).toEqual(Float32Array.of(2, 3));
  });

  test("says which array it lacks", () => {
    expect(() => unpack(block.buffer).array("emissions")).toThrow(
      new BlockError("the block has no array emissions"),
    );
  });

  test("is refused wherever it is cut", () => {
    const needed = Math.max(
      ...unpack(block.buffer).head.arrays.map(({ at, length }) => (length > 0 ? at + length : 0)),
    );
    fc.assert(
      fc.property(fc.nat(needed - 1), (length) => {
        expect(() => unpack(block.buffer.slice(0, length))).toThrow(BlockError);
      }),
    );
  });

  test("that lies about its arrays is refused", () => {
    const text = new TextDecoder("latin1").decode(block);
    for (const [from, to] of [
      ['"length":36', '"length":-6'],
      ['"type":"u16"', '"type":"u99"'],
      ["MUTU", "MUTE"],
    ] as const) {
      const at = text.indexOf(from);
      const lie = block.slice();
      lie.set(
        Uint8Array.from(to, (character) => character.charCodeAt(0)),
        at,
      );
      expect(() => unpack(lie.buffer)).toThrow(BlockError);
    }
  });
});

test("any arrays come back", () => {
  const array: fc.Arbitrary<PackedArray> = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.uint16Array({ maxLength: 40 }),
    fc.uint32Array({ maxLength: 40 }),
    fc.int32Array({ maxLength: 40 }),
    fc.float32Array({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ minLength: 1, unit: "grapheme" }), array, { noNullPrototype: true }),
      (arrays) => {
        const { array: read } = unpack(pack(head, arrays).buffer);
        for (const [name, packed] of Object.entries(arrays)) expect(read(name)).toEqual(packed);
      },
    ),
  );
});
