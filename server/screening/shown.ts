import type { Thresholds as Given } from "../../domain/api/screening.ts";
import { assumptionsOf } from "../../domain/screening/assumptions.ts";
import type { Assumption } from "../../domain/screening/potential.ts";
import type { Ask } from "../asking.ts";
import { thresholdsWith } from "./limits.ts";

/** The screening that is shown, and what its potential takes for granted. */

type Shown = {
  run: number | null;
  referenceDate: string | null;
  year: number | null;
  synthetic: boolean;
  assumptions: Assumption[];
};

const SHOWN = `
  select r.id as run, r.reference_date as "referenceDate", r.synthetic, r.rules->'thresholds' as thresholds,
         (r.rules->>'output_year')::integer as year
    from screening_run r where r.id = (select id from shown_screening)`;

type Row = Omit<Shown, "assumptions"> & { thresholds: Given };

const NOTHING: Row = { run: null, referenceDate: null, year: null, synthetic: false, thresholds: {} };

export async function shownScreening(ask: Ask): Promise<Shown> {
  const [row = NOTHING] = await ask<Row>(SHOWN, []);
  const { thresholds, ...shown } = row;
  return { ...shown, assumptions: assumptionsOf(thresholdsWith(thresholds), shown.year) };
}
