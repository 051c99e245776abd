import type { Knex } from "knex";
export async function layCopies(
  _trx: Knex,
  _scale: number,
  _progress: (line: string) => void,
): Promise<void> {}
