import type { Knex } from "knex";
import { Refusal } from "../server/refusal.ts";

type Counts = { parcels: number; enterprises: number };

async function count(knex: Knex, synthetic: boolean): Promise<Counts> {
  const { rows } = await knex.raw<{ rows: Counts[] }>(
    `select (select count(*) from parcel where synthetic = :synthetic)::integer as parcels,
            (select count(*) from enterprise where synthetic = :synthetic)::integer as enterprises`,
    { synthetic },
  );
  return rows[0]!;
}

/** Demonstration data never comes near real records. */
export async function refuseRealRecords(knex: Knex): Promise<void> {
  const { parcels, enterprises } = await count(knex, false);
  if (parcels + enterprises === 0) return;
  throw new Refusal(
    `This database holds real records (${parcels} parcels, ${enterprises} enterprises). ` +
      "Demonstration data is only loaded into a database without any.",
  );
}

/** Demonstration data that is already there goes only when told to. */
export async function refuseSyntheticRecords(knex: Knex): Promise<void> {
  const { parcels, enterprises } = await count(knex, true);
  if (parcels + enterprises === 0) return;
  throw new Refusal(
    `This database already holds demonstration data (${parcels} parcels, ${enterprises} enterprises). ` +
      "Add --replace to put a new load in its place.",
  );
}

/** Cases are kept for good: their history is append-only, so the parcels they speak of must stay. */
async function refuseCases(knex: Knex): Promise<void> {
  const found = await knex("case").first("id");
  if (found) {
    throw new Refusal(
      "This database holds cases, whose history cannot be removed. Load into an empty database instead.",
    );
  }
}

/**
 * Takes away what an earlier load brought and what was computed from it. Districts stay, for officers' accounts belong to them;
 * only copies of the city go.
 */
export async function clear(trx: Knex): Promise<void> {
  await refuseCases(trx);
  await trx.raw(
    `truncate rating, rating_run, land_transfer, occupation, enterprise_year, enterprise, district_year, platform, cluster,
       cooperation_link, policy_tool, indicator, target, policy_document restart identity`,
  );
  await trx.raw("delete from screening_run");
  // Cases refer to parcels, and their history forbids truncation even while it is empty.
  await trx.raw("delete from parcel");
  await trx.raw("update park set parent_id = null where parent_id is not null");
  await trx.raw("delete from park");
  await trx.raw("delete from district where copy_of is not null");
  for (const table of ["parcel", "park"]) {
    await trx.raw("select setval(pg_get_serial_sequence(?, 'id'), 1, false)", [table]);
  }
}
