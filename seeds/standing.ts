import type { Knex } from "knex";
import { Refusal } from "../server/refusal.ts";
import { clearCases } from "./cases.ts";
import { readDistrictOutlines } from "./ground/districts.ts";
import { OUTLINE_SOURCE } from "./reference/districts.ts";
import { readEnglishNames } from "./reference/facts.ts";

/**
 * The records that a load could not bring back, of tables where these are not simply all that are not synthetic: districts and
 * parks come with the reference data too, and what was published stays, whatever it speaks of.
 */
const REAL: Readonly<Record<string, string>> = {
  district: "copy_of is null and (code <> all(:districts) or outline_source <> :outlineSource)",
  park: "not synthetic and (park_code <> all(:parks) or outline_basis = 'surveyed')",
  // Figures that documents publish come with the reference data.
  target_actual: "not synthetic and account_id is not null",
  screening_run: "not synthetic and state <> 'draft'",
  // Officers stay through a load, as their districts do.
  account: "false",
};

/** Read from the database, so that no table is forgotten. */
async function tablesWithSynthetic(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(`
    select c.relname::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attname = 'synthetic' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
  return rows.map(({ name }) => name);
}

/** What meets the condition of its table, as "3 in parcel, 1 in park"; null where nothing does. */
async function found(knex: Knex, conditions: Readonly<Record<string, string>>): Promise<string | null> {
  const counts = Object.entries(conditions).map(
    ([table, condition]) => `select '${table}' as name, count(*) from "${table}" where ${condition}`,
  );
  const { rows } = await knex.raw<{ rows: { name: string; count: number }[] }>(counts.join(" union all "), {
    districts: readDistrictOutlines().map(({ properties }) => properties.code),
    outlineSource: OUTLINE_SOURCE,
    parks: readEnglishNames().parks.map(({ park_code }) => park_code),
  });
  const some = rows.filter(({ count }) => count > 0);
  return some.length > 0 ? some.map(({ name, count }) => `${count} in ${name}`).join(", ") : null;
}

/** Demonstration data never comes near real records. */
export async function refuseRealRecords(knex: Knex): Promise<void> {
  const plain = (await tablesWithSynthetic(knex)).map((table) => [table, "not synthetic"]);
  const real = await found(knex, { ...Object.fromEntries(plain), ...REAL });
  if (!real) return;
  throw new Refusal(
    `This database holds real records (${real}), which a load would destroy. ` +
      "Demonstration data is only loaded into a database without any: name an empty one.",
  );
}

/** Demonstration data that is already there goes only when told to. */
export async function refuseSyntheticRecords(knex: Knex): Promise<void> {
  const tables = await tablesWithSynthetic(knex);
  const synthetic = await found(knex, Object.fromEntries(tables.map((table) => [table, "synthetic"])));
  if (!synthetic) return;
  throw new Refusal(
    `This database already holds demonstration data (${synthetic}). ` +
      "Add --replace to put a new load in its place.",
  );
}

/**
 * Takes away what an earlier load brought and what was computed from it. Districts stay, for officers' accounts belong to them;
 * only copies of the city go.
 */
export async function clear(trx: Knex): Promise<void> {
  await trx.raw(
    `truncate scenario, target_actual, plan_task, english_name, workshop_pairing, workshop_need, workshop, rating_response, parcel_rating, park_rating, rating, rating_run, land_transfer, occupation, enterprise_year, enterprise, district_year, platform, cluster,
       cooperation_link, policy_tool, indicator, target, policy_document restart identity`,
  );
  await clearCases(trx);
  await trx.raw("delete from screening_run");
  await trx.raw("delete from parcel");
  await trx.raw("update park set parent_id = null where parent_id is not null");
  await trx.raw("delete from park");
  await trx.raw("delete from district where copy_of is not null");
  for (const table of ["parcel", "park"]) {
    await trx.raw("select setval(pg_get_serial_sequence(?, 'id'), 1, false)", [table]);
  }
}
