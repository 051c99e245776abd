import type { Read } from "../read.ts";

/**
 * Many rows as numbers: the database writes each row as a record of fixed width, and a whole chunk of them comes as one value. So
 * a million rows cost neither objects nor parsing.
 */

type Field = Readonly<{ sql: string; as: "i4" | "f8" } | { sql: string; as: "text"; bytes: number }>;

/** Whole numbers, -1 where there is none. */
export const whole = (sql: string): Field => ({ sql, as: "i4" });
/** Numbers, NaN where there is none. */
export const number = (sql: string): Field => ({ sql, as: "f8" });
/** An ASCII text of one length. */
export const text = (sql: string, bytes: number): Field => ({ sql, as: "text", bytes });

export type Records = Readonly<{
  fields: readonly Field[];
  /** SQL from `from` on, with a condition. */
  from: string;
  /** A unique text, the order of the records. */
  key: string;
  values: readonly unknown[];
}>;

export type Chunk = {
  count: number;
  number(field: number, row: number): number;
  bytes(field: number, row: number): Uint8Array;
};

const ROWS = 20_000;

/** Records in chunks, so that no query holds the database for long. */
export async function* chunksOf(read: Read, records: Records, signal: AbortSignal): AsyncGenerator<Chunk> {
  const { fields, from, key, values } = records;
  const sql = `
    select string_agg(record, ''::bytea order by key) as records, max(key) as last
      from (select ${fields.map(written).join(" || ")} as record, ${key} as key ${from} and ${key} > ?
             order by ${key} limit ${ROWS}) chunk`;
  let after = "";
  for (;;) {
    const [row] = await read<{ records: Buffer | null; last: string | null }>(
      sql,
      [...values, after],
      signal,
    );
    if (!row?.records || row.last === null) return;
    const chunk = chunkOf(row.records, fields);
    yield chunk;
    if (chunk.count < ROWS) return;
    after = row.last;
  }
}

/** All of them at once, where they are known to be few. */
export async function allRecords(read: Read, records: Records, signal: AbortSignal): Promise<Chunk> {
  const { fields, from, key, values } = records;
  const sql = `select string_agg(${fields.map(written).join(" || ")}, ''::bytea order by ${key}) as records ${from}`;
  const [row] = await read<{ records: Buffer | null }>(sql, values, signal);
  return chunkOf(row?.records ?? Buffer.alloc(0), fields);
}

function written(field: Field): string {
  if (field.as === "i4") return `int4send(coalesce(${field.sql}, -1))`;
  if (field.as === "f8") return `float8send(coalesce(${field.sql}, 'NaN'))`;
  return `convert_to(${field.sql}, 'UTF8')`;
}

const widthOf = (field: Field) => (field.as === "text" ? field.bytes : field.as === "i4" ? 4 : 8);

function chunkOf(records: Buffer, fields: readonly Field[]): Chunk {
  const starts = fields.map((_field, i) =>
    fields.slice(0, i).reduce((sum, field) => sum + widthOf(field), 0),
  );
  const width = fields.reduce((sum, field) => sum + widthOf(field), 0);
  return {
    count: records.length / width,
    number(field, row) {
      const at = row * width + starts[field]!;
      return fields[field]!.as === "i4" ? records.readInt32BE(at) : records.readDoubleBE(at);
    },
    bytes(field, row) {
      const at = row * width + starts[field]!;
      return records.subarray(at, at + widthOf(fields[field]!));
    },
  };
}
