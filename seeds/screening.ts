import type { Knex } from "knex";
import { limitsWith } from "../server/screening/limits.ts";
import { makeScreening } from "../server/screening/making/screening.ts";
import { countChangesSoFar } from "./changes.ts";

/** The published screening of the demonstration city, computed like any other. */

const REFERENCE_DATE = "2025-12-31";
const COMPUTED = "2026-01-05T10:00:00+08:00";
const PUBLISHED = "2026-01-12T09:00:00+08:00";

export async function loadDemonstrationScreening(
  trx: Knex.Transaction,
  progress: (line: string) => void,
): Promise<void> {
  await countChangesSoFar(trx);
  const unwatched = { signal: new AbortController().signal, progress: () => {} };
  const order = { referenceDate: REFERENCE_DATE, limits: limitsWith({}), account: null, note: null };
  const id = await makeScreening(trx, order, unwatched);
  await trx("screening_run")
    .where({ id })
    .update({ state: "published", started_at: COMPUTED, published_at: PUBLISHED });
  progress(`screening on ${REFERENCE_DATE}`);
}
