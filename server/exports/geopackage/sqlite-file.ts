import { varint } from "./sqlite-record.ts";

/**
 * A SQLite database, written from its beginning to its end: rows come in the order of their numbers, so each page is finished once and
 * never touched again. Only the first page, which names what is where, is written last.
 */

const PAGE = 8192;
const LEAF = 0x0d;
const INTERIOR = 0x05;
const INDEX_LEAF = 0x0a;
const LEAF_HEAD = 8;
const INTERIOR_HEAD = 12;
/** SQLite locks bytes of this page, and never stores anything there. */
const LOCK_PAGE = 2 ** 30 / PAGE + 1;

/** How much of a row stands in its leaf; what is longer goes on in pages of its own. */
const MOST_LOCAL = PAGE - 35;
const LEAST_LOCAL = Math.floor(((PAGE - 12) * 32) / 255) - 23;
const IN_OVERFLOW = PAGE - 4;

/** Children of an inner page: a pointer, a number of at most nine bytes, and where the two stand. */
const CHILDREN = Math.floor((PAGE - INTERIOR_HEAD) / 15) + 1;

export type SqliteFile = ReturnType<typeof sqliteFile>;

export function sqliteFile() {
  let finished: Buffer[] = [Buffer.alloc(PAGE)];
  let pages = 1;

  function add(page: Buffer): number {
    if (pages + 1 === LOCK_PAGE) {
      finished.push(Buffer.alloc(PAGE));
      pages++;
    }
    finished.push(page);
    return ++pages;
  }

  /** The rest of a long row; the pages follow each other, and the first is named in the leaf. */
  function overflow(rest: Buffer): number {
    const count = Math.ceil(rest.length / IN_OVERFLOW);
    const numbers: number[] = [];
    for (let next = pages + 1; numbers.length < count; next++) if (next !== LOCK_PAGE) numbers.push(next);
    for (const [i] of numbers.entries()) {
      const page = Buffer.alloc(PAGE);
      page.writeUInt32BE(numbers[i + 1] ?? 0);
      rest.copy(page, 4, i * IN_OVERFLOW, (i + 1) * IN_OVERFLOW);
      add(page);
    }
    return numbers[0]!;
  }

  function cell(number: number, row: Buffer): Buffer {
    const head = [varint(row.length), varint(number)];
    if (row.length <= MOST_LOCAL) return Buffer.concat([...head, row]);
    const even = LEAST_LOCAL + ((row.length - LEAST_LOCAL) % IN_OVERFLOW);
    const local = even <= MOST_LOCAL ? even : LEAST_LOCAL;
    const more = Buffer.alloc(4);
    more.writeUInt32BE(overflow(row.subarray(local)));
    return Buffer.concat([...head, row.subarray(0, local), more]);
  }

  /** Takes rows by rising numbers, and says at the end on which page the table begins. */
  function table() {
    let level: { page: number; last: number }[] = [];
    let cells: Buffer[] = [];
    let length = LEAF_HEAD;
    let last = 0;
    const flush = () => {
      level.push({ page: add(leafPage(LEAF, cells)), last });
      cells = [];
      length = LEAF_HEAD;
    };
    return {
      row(number: number, values: Buffer) {
        const next = cell(number, values);
        if (length + next.length + 2 > PAGE) flush();
        cells.push(next);
        length += next.length + 2;
        last = number;
      },
      end(): number {
        if (cells.length > 0 || level.length === 0) flush();
        while (level.length > 1) level = above(level).map(({ page, last }) => ({ page: add(page), last }));
        return level[0]!.page;
      },
    };
  }

  return {
    table,
    /** A small index on one page; its entries come sorted. */
    index: (entries: readonly Buffer[]) =>
      add(
        leafPage(
          INDEX_LEAF,
          entries.map((entry) => Buffer.concat([varint(entry.length), entry])),
        ),
      ),
    /** The pages finished since this was asked last. */
    taken(): Buffer {
      const bytes = Buffer.concat(finished);
      finished = [];
      return bytes;
    },
    pages: () => pages,
  };
}

function leafPage(kind: number, cells: readonly Buffer[], start = 0): Buffer {
  return filled(kind, cells, start, LEAF_HEAD);
}

/** Cells stand at the end of a page, and where each begins after its head. */
function filled(kind: number, cells: readonly Buffer[], start: number, head: number): Buffer {
  const page = Buffer.alloc(PAGE);
  let at = PAGE;
  for (const [i, cell] of cells.entries()) {
    at -= cell.length;
    if (at < start + head + 2 * cells.length) throw new Error("The page is too small for what it is to hold");
    cell.copy(page, at);
    page.writeUInt16BE(at, start + head + 2 * i);
  }
  page[start] = kind;
  page.writeUInt16BE(cells.length, start + 3);
  page.writeUInt16BE(at, start + 5);
  return page;
}

type Level = readonly { page: number; last: number }[];

/** The pages that point to these, all about equally full. */
function above(level: Level): { page: Buffer; last: number }[] {
  const count = Math.ceil(level.length / CHILDREN);
  return Array.from({ length: count }, (_, i) => {
    const children = level.slice(
      Math.floor((i * level.length) / count),
      Math.floor(((i + 1) * level.length) / count),
    );
    const right = children.at(-1)!;
    const cells = children.slice(0, -1).map(({ page, last }) => {
      const pointer = Buffer.alloc(4);
      pointer.writeUInt32BE(page);
      return Buffer.concat([pointer, varint(last)]);
    });
    const page = filled(INTERIOR, cells, 0, INTERIOR_HEAD);
    page.writeUInt32BE(right.page, 8);
    return { page, last: right.last };
  });
}

/** As many bytes stand before everything else on the first page. */
const FILE_HEAD = 100;

/** The first page: what kind of file this is, and the table of tables. */
export function firstPage(
  schema: readonly Buffer[],
  pages: number,
  application: string,
  version: number,
): Buffer {
  const cells = schema.map((row, i) => Buffer.concat([varint(row.length), varint(i + 1), row]));
  const page = leafPage(LEAF, cells, FILE_HEAD);
  page.write("SQLite format 3\0", 0, "latin1");
  page.writeUInt16BE(PAGE, 16);
  page.set([1, 1, 0, 64, 32, 32], 18);
  const CHANGES = 1;
  page.writeUInt32BE(CHANGES, 24);
  page.writeUInt32BE(pages, 28);
  page.writeUInt32BE(1, 40);
  page.writeUInt32BE(4, 44);
  page.writeUInt32BE(1, 56);
  page.writeUInt32BE(version, 60);
  page.write(application, 68, "latin1");
  page.writeUInt32BE(CHANGES, 92);
  page.writeUInt32BE(3_040_000, 96);
  return page;
}
