import type { Ask } from "../asking.ts";
import type { DataTable } from "../db/tables.ts";
import { MEANS } from "./output.ts";

/** Mean output of parks and districts, in 万元 a mu: worked out once for as long as what they are made of does not change. */

export type Means = { parks: ReadonlyMap<string, number>; districts: ReadonlyMap<string, number> };
export type MeansStore = (ask: Ask) => Promise<Means>;

const READS: readonly DataTable[] = ["parcel", "park", "rating_run", "parcel_rating"];

const REVISION = "select sum(revision)::bigint as revision from table_revision where table_name = any(?)";

type Row = { park: string | null; district: string | null; per_mu: number };

export function createMeans(): MeansStore {
  let kept: { revision: number; means: Means } | undefined;
  return async (ask) => {
    const [now] = await ask<{ revision: number }>(REVISION, [READS]);
    const revision = now?.revision ?? 0;
    if (kept?.revision === revision) return kept.means;
    const rows = await ask<Row>(MEANS, []);
    const by = (of: "park" | "district") =>
      new Map(rows.flatMap((row) => (row[of] === null ? [] : [[row[of], row.per_mu] as const])));
    kept = { revision, means: { parks: by("park"), districts: by("district") } };
    return kept.means;
  };
}
