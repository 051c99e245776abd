import type { Knex } from "knex";
import { EMERGING_DISTRICTS } from "../../domain/districts.ts";
import { insertRows } from "../bulk.ts";
import type { EnglishNames } from "./facts.ts";

/** English for what the plan names: its terms, its parks under each of their names, its districts. */
export async function insertNames(trx: Knex, { parks, terms }: EnglishNames): Promise<void> {
  const names = new Map(Object.entries(terms));
  for (const { zh, variants, en } of parks) for (const name of [zh, ...variants]) names.set(name, en);
  for (const { name, nameEn } of EMERGING_DISTRICTS) names.set(name, nameEn);
  await insertRows(
    trx,
    `insert into english_name (zh, en) select * from json_to_recordset(?) as r (zh text, en text)`,
    [...names].map(([zh, en]) => ({ zh, en })),
  );
}
