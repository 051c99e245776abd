import type { ParcelScreening } from "../../domain/api/screening.ts";
import { day, dayInChengdu, isoDay } from "../../domain/civil-days.ts";
import { consequencesOf } from "../../domain/screening/consequences.ts";
import { disposalsOf } from "../../domain/screening/disposals.ts";
import { documentsOf } from "../../domain/screening/documents.ts";
import { timelineOf, type Way } from "../../domain/screening/timeline.ts";
import { asking } from "../asking.ts";
import type { Read } from "../read.ts";
import { potentialOfParcel } from "./potential.ts";

/** What an officer asks of a parcel: what fired, since when, what follows, which ways are open, which papers are due. */

const days = (...columns: string[]) =>
  columns.map((column) => `p.${column} - date '1970-01-01' as ${column}`).join(", ");

const WAY = `
  select p.id, p.synthetic, p.price_wan, p.extension_days,
         ${days("supply_date", "agreed_start", "agreed_completion", "started", "completed", "development_stopped", "production_stopped")},
         h.id as run, h.reference_date as "referenceDate"
    from parcel p left join shown_screening h on true where p.parcel_code = ?`;

const FINDINGS = `
  select f.kind, f.since, h.reference_date - f.since as days, f.evidence
    from finding f join shown_screening h on h.id = f.run_id
   where f.parcel_id = ? order by f.kind <> 'idle', f.kind`;

type Row = Omit<Way, "supplied"> & {
  id: number;
  synthetic: boolean;
  supply_date: number | null;
  run: number | null;
  referenceDate: string | null;
};

export const parcelScreeningStore = (read: Read) => ({
  async one(code: string, signal: AbortSignal): Promise<ParcelScreening | undefined> {
    const [row] = await read<Row>(WAY, [code], signal);
    if (!row) return undefined;
    const { id, run, referenceDate, synthetic } = row;
    const findings = await read<ParcelScreening["findings"][number]>(FINDINGS, [id], signal);
    const way: Way = { ...row, supplied: row.supply_date };
    const kinds = findings.map(({ kind }) => kind);
    const today = dayInChengdu(new Date());
    const follows = kinds.includes("idle") ? consequencesOf(way) : null;
    return {
      parcel_code: code,
      run,
      referenceDate,
      findings,
      timeline: timelineOf(way, referenceDate === null ? null : day(referenceDate), today).map(
        ({ day, what, past }) => ({ day: isoDay(day), what, past }),
      ),
      consequences: follows && {
        fee_wan: follows.fee_wan,
        fee_from: isoDay(follows.fee_from),
        recovery_from: isoDay(follows.recovery_from),
      },
      disposals: disposalsOf(way, kinds, today),
      documents: documentsOf(way, kinds, today),
      potential: await potentialOfParcel(asking(read, signal), id),
      synthetic,
    };
  },
});
