import type { Knex } from "knex";
import { Refusal } from "../server/refusal.ts";

/** What a database holds already. */
export async function countSynthetic(knex: Knex): Promise<number> {
  const { rows } = await knex.raw<{ rows: { count: number }[] }>(
    "select (select count(*) from parcel where synthetic) + (select count(*) from enterprise where synthetic) as count",
  );
  return Number(rows[0]!.count);
}

/** Demonstration data never comes near real records. */
export async function refuseRealRecords(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: { parcels: number; enterprises: number }[] }>(
    `select (select count(*) from parcel where not synthetic) as parcels,
            (select count(*) from enterprise where not synthetic) as enterprises`,
  );
  const [parcels, enterprises] = [Number(rows[0]!.parcels), Number(rows[0]!.enterprises)];
  if (parcels + enterprises === 0) return;
  throw new Refusal(
    `This database holds real records (${parcels} parcels, ${enterprises} enterprises). Demonstration data is only loaded into a database without any.`,
  );
}

/** Empties what load() fills, and what hangs on it. */
export async function clear(trx: Knex): Promise<void> {
  await trx.raw(`
    delete from "case";
    delete from screening_run;
    delete from rating_run;
    delete from land_transfer;
    delete from occupation;
    delete from enterprise;
    delete from parcel;
    delete from district_year;
    delete from platform; delete from cluster; delete from cooperation_link; delete from policy_tool;
    delete from indicator; delete from target; delete from policy_document;
    delete from park;
    delete from district;
  `);
}
