import type { Knex } from "knex";
import { loadDemonstrationCases } from "./cases.ts";
import { layCopies } from "./copies.ts";
import { demonstrationDataset } from "./demonstration/dataset.ts";
import type { Dataset } from "./demonstration/records.ts";
import { storeDataset } from "./demonstration/store.ts";
import { loadDemonstrationPlanWork, loadPublishedFigures } from "./plan-work.ts";
import { loadDemonstrationRatings, loadRatingReference } from "./ratings.ts";
import { loadReference } from "./reference/load.ts";
import { loadDemonstrationScenarios } from "./scenarios.ts";
import { loadDemonstrationScreening } from "./screening.ts";
import { clear, refuseRealRecords } from "./standing.ts";
import { loadDemonstrationWorkshops } from "./workshops.ts";

export type LoadOptions = {
  /** How many cities lie side by side; 0 loads reference data only. */
  scale: number;
  demonstration: boolean;
  /** The demonstration city, where it is drawn already. */
  drawn?: Dataset | undefined;
  progress?: (line: string) => void;
};

/** Reference data, then the demonstration city: all of it or nothing. What an earlier load left is replaced. */
export async function load(
  knex: Knex,
  { scale, demonstration, drawn, progress = () => {} }: LoadOptions,
): Promise<void> {
  await knex.transaction(async (trx) => {
    await refuseRealRecords(trx);
    await clear(trx);
    progress("districts, parks and the plan");
    await loadReference(trx);
    await loadPublishedFigures(trx);
    await loadRatingReference(trx);
    if (!demonstration || scale === 0) return;
    if (!drawn) progress("drawing the demonstration city");
    await storeDataset(trx, drawn ?? demonstrationDataset(), progress);
    await layCopies(trx, scale, progress);
    await loadDemonstrationRatings(trx, scale, progress);
    await loadDemonstrationScreening(trx, progress);
    await loadDemonstrationCases(trx, progress);
    await loadDemonstrationWorkshops(trx, progress);
    await loadDemonstrationPlanWork(trx, progress);
    await loadDemonstrationScenarios(trx, progress);
  });
}
