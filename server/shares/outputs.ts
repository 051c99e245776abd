import { SCATTERED_BELOW } from "../../domain/scattered.ts";
import type { Means } from "../../domain/screening/potential.ts";
import type { Ask } from "../asking.ts";
import type { DataTable } from "../db/tables.ts";
import { readMeans } from "../screening/making/means.ts";

/** What parcels yield, and its means, by the newest year that is rated: read once for as long as what they are made of does not change. */

export type Outputs = { runs: readonly { id: number; year: number }[]; means: Means };
export type OutputsStore = (ask: Ask) => Promise<Outputs>;

const READS: readonly DataTable[] = ["parcel", "park", "rating_run", "parcel_rating"];

const REVISION = "select sum(revision)::bigint as revision from table_revision where table_name = any(?)";

const RUNS = "select id, year from shown_run where year = (select max(year) from shown_run) order by size";

export function createOutputs(): OutputsStore {
  let kept: { revision: number; outputs: Outputs } | undefined;
  return async (ask) => {
    const [now] = await ask<{ revision: number }>(REVISION, [READS]);
    const revision = now?.revision ?? 0;
    if (kept?.revision === revision) return kept.outputs;
    const runs = await ask<Outputs["runs"][number]>(RUNS, []);
    kept = { revision, outputs: { runs, means: await readMeans(ask, runs, SCATTERED_BELOW) } };
    return kept.outputs;
  };
}
