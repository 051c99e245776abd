import type { Knex } from "knex";
import { insertDistricts } from "./districts.ts";
import { readEnglishNames, readFacts } from "./facts.ts";
import { insertNames } from "./names.ts";
import { insertParks } from "./parks.ts";
import { insertPlan } from "./plan.ts";

/** Districts, parks and the plan, from data/. */
export async function loadReference(trx: Knex): Promise<void> {
  const [facts, names] = [readFacts(), readEnglishNames()];
  await insertDistricts(trx, facts, names);
  await insertParks(trx, facts, names);
  await insertPlan(trx, facts);
  await insertNames(trx, names);
}
