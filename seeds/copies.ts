import type { Knex } from "knex";
import { copiedDistrictCode, EMERGING_DISTRICTS } from "../domain/districts.ts";
import { COPY_STATEMENTS } from "./copy-statements.ts";

const MARGIN = 1.06;
const NUMBERED = ["park", "parcel", "enterprise", "occupation", "land_transfer"] as const;

/** Where a copy goes and how its keys differ; every statement takes these as named bindings. */
type Copy = { copy: number; suffix: string; dx: number; dy: number } & Record<
  `${(typeof NUMBERED)[number]}_ids`,
  number
>;

/**
 * Lays copies of the city beside it on a square grid until `scale` of them lie there: the first row at the city's own latitude,
 * further ones north and south of it in turn. All of it happens inside the database; ids move by a fixed step per copy, so that
 * references need no lookup.
 */
export async function layCopies(trx: Knex, scale: number, progress: (line: string) => void): Promise<void> {
  if (scale < 2) return;
  const steps = await idSteps(trx);
  const { width, height } = await cityExtent(trx);
  const columns = Math.ceil(Math.sqrt(scale));
  await numberDistricts(trx, scale);
  for (let copy = 1; copy < scale; copy++) {
    const row = Math.floor(copy / columns);
    const place: Copy = {
      copy,
      suffix: String(copy).padStart(3, "0"),
      dx: (copy % columns) * width * MARGIN,
      dy: (row % 2 === 0 ? -row / 2 : (row + 1) / 2) * height * MARGIN,
      ...steps(copy),
    };
    for (const statement of COPY_STATEMENTS) await trx.raw(statement, place);
    if (copy % 10 === 0 || copy === scale - 1) progress(`${copy + 1} of ${scale} cities`);
  }
  for (const table of NUMBERED) {
    await trx.raw("select setval(pg_get_serial_sequence(?, 'id'), (select max(id) from ??))", [table, table]);
  }
}

/** Codes of the originals beside those of all their copies, for the time of the transaction. */
async function numberDistricts(trx: Knex, scale: number): Promise<void> {
  await trx.raw(
    "create temporary table copied_district (copy integer, original text, code text) on commit drop",
  );
  const codes = Array.from({ length: scale - 1 }, (_, k) =>
    EMERGING_DISTRICTS.map(({ code }) => ({
      copy: k + 1,
      original: code,
      code: copiedDistrictCode(code, k + 1),
    })),
  );
  await trx.raw(
    "insert into copied_district select * from json_to_recordset(?) as r (copy integer, original text, code text)",
    [JSON.stringify(codes.flat())],
  );
  await trx.raw("analyze copied_district");
}

async function idSteps(trx: Knex) {
  const largest = new Map<string, number>();
  for (const table of NUMBERED) {
    const { rows } = await trx.raw<{ rows: { most: number }[] }>("select max(id) as most from ??", [table]);
    largest.set(table, Number(rows[0]!.most));
  }
  return (copy: number) =>
    Object.fromEntries(NUMBERED.map((table) => [`${table}_ids`, copy * largest.get(table)!])) as Omit<
      Copy,
      "copy" | "suffix" | "dx" | "dy"
    >;
}

async function cityExtent(trx: Knex): Promise<{ width: number; height: number }> {
  const { rows } = await trx.raw<{ rows: { width: number; height: number }[] }>(
    `select ST_XMax(extent) - ST_XMin(extent) as width, ST_YMax(extent) - ST_YMin(extent) as height
       from (select ST_Extent(geom_3857) as extent from district where code = any(?)) as city`,
    [EMERGING_DISTRICTS.map(({ code }) => code)],
  );
  return rows[0]!;
}
