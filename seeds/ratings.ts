import { readdirSync, readFileSync } from "node:fs";
import type { Knex } from "knex";
import { z } from "zod";
import { AllocationPolicy } from "../domain/api/ratings/policies.ts";
import { Scheme } from "../domain/rating/scheme.ts";
import { rate } from "../server/ratings/making/rate.ts";
import { addVersion, storedScheme } from "../server/ratings/scheme-store.ts";
import { countChangesSoFar } from "./changes.ts";

/** Rating schemes and policy entries that come with the program, and the published ratings of the demonstration city. */

const SCHEMES = new URL("../data/rating-schemes/", import.meta.url);
const POLICIES = new URL("../data/allocation-policies.json", import.meta.url);

const readJson = (file: URL): unknown => JSON.parse(readFileSync(file, "utf8"));

/** Adds what is new in the files; what planners made, and what runs have applied, stays. */
export async function loadRatingReference(trx: Knex): Promise<void> {
  const files = readdirSync(SCHEMES).filter((name) => name.endsWith(".json"));
  for (const file of files.sort()) {
    const definition = Scheme.parse(readJson(new URL(file, SCHEMES)));
    const key = file.slice(0, -".json".length);
    await addVersion(trx, { key, definition, shipped: true, by: null, basedOnId: null });
  }
  await loadPolicies(trx);
}

const PolicyFile = z.object({
  policies: z.array(AllocationPolicy.omit({ id: true, shipped: true, validFrom: true, validTo: true })),
});

async function loadPolicies(trx: Knex): Promise<void> {
  const { policies } = PolicyFile.parse(readJson(POLICIES));
  const shipped = await trx("allocation_policy")
    .where({ shipped: true })
    .orderBy("id")
    .select("field", "grades", "measure", "measure_en as measureEn", "basis", "source", "scope");
  const wanted = policies.map((policy) => JSON.stringify(inOrder(policy)));
  if (JSON.stringify(wanted) === JSON.stringify(shipped.map((policy) => JSON.stringify(inOrder(policy)))))
    return;
  await trx("allocation_policy").where({ shipped: true }).delete();
  for (const { measureEn, source, ...policy } of policies) {
    const record = {
      ...policy,
      measure_en: measureEn,
      source: source && JSON.stringify(source),
      shipped: true,
    };
    await trx("allocation_policy").insert(record);
  }
}

/** The same keys in the same order, whoever stored them. */
const inOrder = (value: unknown): unknown =>
  typeof value !== "object" || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, inOrder(inner)]),
      );

const RATED_WITH = ["sichuan-2020", "sichuan-small"];
/** Ratings are computed in the middle of April of the following year and come out at its end; firms have a week to object. */
const COMPUTED = "-04-15T10:00:00+08:00";
const PUBLISHED = "-04-30T09:00:00+08:00";
const NOTICE_UNTIL = "-05-07";
/** More cities take longer; two years are enough to compare. */
const YEARS_OF_COPIES = 2;

/** Rates every year of the demonstration city and publishes what came out. */
export async function loadDemonstrationRatings(
  trx: Knex.Transaction,
  scale: number,
  progress: (line: string) => void,
): Promise<void> {
  await countChangesSoFar(trx);
  const years: number[] = await trx("enterprise_year").distinct("year").orderBy("year").pluck("year");
  for (const year of scale > 1 ? years.slice(-YEARS_OF_COPIES) : years) {
    for (const key of RATED_WITH) await publishRating(trx, key, year);
    progress(`ratings of ${year}`);
  }
}

async function publishRating(trx: Knex.Transaction, key: string, year: number): Promise<void> {
  const scheme = await storedScheme(trx, key);
  if (!scheme) throw new Error(`The scheme ${key} is not stored`);
  const unwatched = { signal: new AbortController().signal, progress: () => {} };
  const id = await rate(trx, { year, scheme, by: null, note: null }, unwatched);
  await trx("rating_run")
    .where({ id })
    .update({
      state: "published",
      started_at: `${year + 1}${COMPUTED}`,
      published_at: `${year + 1}${PUBLISHED}`,
      notice_until: `${year + 1}${NOTICE_UNTIL}`,
    });
}
