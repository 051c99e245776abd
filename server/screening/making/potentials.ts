import type { Knex } from "knex";
import type { Potential } from "../../../domain/screening/potential.ts";
import { copyIn } from "../../db/copy/in.ts";

/** Stores what the parcels of a page could carry and yield. */

export type Gained = { parcel: number; potential: Potential };

const POTENTIAL = `potential (run_id, parcel_id, floor_low_m2, floor_high_m2, output_low_wan, output_high_wan, far, far_low,
  far_high, output_per_mu, mean_per_mu, pool)`;
const FIELDS = 12;

export async function storePotentials(
  trx: Knex.Transaction,
  run: number,
  gained: readonly Gained[],
  signal: AbortSignal,
): Promise<void> {
  await copyIn(
    trx,
    POTENTIAL,
    gained.length,
    (row, to) => {
      const { parcel, potential } = gained[row] as Gained;
      const { floor_m2, output_wan, far, output } = potential;
      const figures = [
        ...floor_m2,
        ...(output_wan ?? [null, null]),
        ...[far.now, far.low, far.high],
        ...[output.now_per_mu, output.mean_per_mu],
      ];
      to.row(FIELDS);
      to.integer(run);
      to.integer(parcel);
      for (const figure of figures) to.float(figure ?? Number.NaN);
      to.text(output.pool);
    },
    { signal },
  );
}
