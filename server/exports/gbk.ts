/** GBK, the encoding of older Chinese programs: Node reads it but doesn't write it, so its table is turned round. */

const LEAD = [0x81, 0xfe] as const;
const TRAIL = [0x40, 0xfe] as const;
const UNKNOWN = "?".charCodeAt(0);
const NOT_THERE = "\ufffd";

let table: Map<number, number> | undefined;

function codes(): Map<number, number> {
  const decoder = new TextDecoder("gbk");
  const made = new Map<number, number>();
  for (let lead = LEAD[0]; lead <= LEAD[1]; lead++)
    for (let trail = TRAIL[0]; trail <= TRAIL[1]; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== NOT_THERE && !made.has(text.charCodeAt(0)))
        made.set(text.charCodeAt(0), lead * 256 + trail);
    }
  return made;
}

/** Characters that GBK doesn't have become question marks. */
export function gbk(text: string): Buffer {
  table ??= codes();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point < 0x80 ? point : (table.get(point) ?? UNKNOWN);
    if (code > 0xff) bytes.push(code >> 8, code & 0xff);
    else bytes.push(code);
  }
  return Buffer.from(bytes);
}
