import type { Knex } from "knex";
import { isoDay } from "../../../domain/civil-days.ts";
import type { Finding } from "../../../domain/screening/facts.ts";
import { copyIn } from "../../db/copy/in.ts";

/** Stores what was found on a page of parcels, with what each rule fired on. */

export type Found = { parcel: number; finding: Finding };

const FINDING = "finding (run_id, parcel_id, kind, rules, since, evidence)";
const FIELDS = 6;

export async function storeFindings(
  trx: Knex.Transaction,
  run: number,
  found: readonly Found[],
  signal: AbortSignal,
): Promise<void> {
  await copyIn(
    trx,
    FINDING,
    found.length,
    (row, to) => {
      const { parcel, finding } = found[row] as Found;
      to.row(FIELDS);
      to.integer(run);
      to.integer(parcel);
      to.text(finding.kind);
      to.texts(finding.evidence.map(({ rule }) => rule));
      to.day(finding.since);
      to.json(
        finding.evidence.map((evidence) => ({
          ...evidence,
          since: evidence.since === null ? null : isoDay(evidence.since),
        })),
      );
    },
    { signal },
  );
}
