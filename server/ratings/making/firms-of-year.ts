import type { Knex } from "knex";
import type { FirmColumns } from "../../../domain/rating/columns.ts";
import { copyOut, type Fields } from "../../db/copy/out.ts";
import type { PlaceLists } from "./places.ts";
import { type FirmsWanted, firmQuery } from "./queries.ts";

/** Firms of a year as the rating takes them, in the order of their credit codes, and their numbers inside the database. */
export type FirmsOfYear = { columns: FirmColumns; ids: Int32Array; synthetic: boolean };

type Wanted = FirmsWanted & { count: number };

const figure = (count: number) => new Float64Array(count).fill(Number.NaN);

function emptyColumns(count: number, aboveScale: boolean): FirmColumns {
  return {
    count,
    district: new Uint16Array(count),
    park: new Uint16Array(count),
    industry: new Uint16Array(count),
    aboveScale: new Uint8Array(count).fill(Number(aboveScale)),
    figures: {
      revenue: figure(count),
      tax: figure(count),
      valueAdded: figure(count),
      staff: figure(count),
      energy: figure(count),
      rd: figure(count),
      investment: figure(count),
      emissions: figure(count),
      land: figure(count),
      floorAreaRatio: figure(count),
    },
    vetoes: new Uint8Array(count),
    exemptions: new Uint8Array(count),
    protections: new Uint8Array(count),
    titles: new Uint32Array(count),
  };
}

/** Reads everything but land, which follows from occupations. */
export async function readFirms(
  trx: Knex.Transaction,
  wanted: Wanted,
  places: PlaceLists,
  progress: (done: number) => void,
): Promise<FirmsOfYear> {
  const columns = emptyColumns(wanted.count, wanted.size === "above_scale");
  const ids = new Int32Array(wanted.count);
  const { revenue, tax, valueAdded, staff, energy, rd, investment, emissions } = columns.figures;
  const reported = [revenue, tax, valueAdded, staff, energy, rd, investment, emissions];
  let synthetic = false;
  let i = 0;

  function take(fields: Fields) {
    ids[i] = fields.integer();
    columns.district[i] = places.district(fields.text());
    columns.park[i] = places.park(fields.integer());
    // Divisions are numbered as GB/T 4754 does.
    columns.industry[i] = Number(fields.text());
    for (const column of reported) column[i] = fields.float();
    columns.vetoes[i] = fields.integer();
    columns.exemptions[i] = fields.integer();
    columns.protections[i] = fields.integer();
    columns.titles[i] = fields.integer();
    synthetic = fields.boolean() || synthetic;
    i++;
    if (i % PROGRESS_EVERY === 0) progress(i);
  }

  await copyOut(trx, firmQuery(wanted), take);
  return { columns, ids, synthetic };
}

const PROGRESS_EVERY = 20_000;
