import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import { type Measured, NOWHERE } from "../../../domain/rating/columns.ts";
import { countedIn } from "../../../domain/rating/counted.ts";
import { unpack } from "../../../domain/rating/packed.ts";
import { PARCEL_CODE } from "./codes.ts";

/** Every firm of a run, as the worker holds them: columns by name, straight out of the block that was fetched. */
export type Firms = {
  head: ColumnsHead;
  count: number;
  /** Credit codes, `FIRM_CODE` bytes each, in their order. */
  codes: Uint8Array;
  park: Uint16Array;
  industry: Uint16Array;
  /** As the run stored them. */
  grade: Uint8Array;
  points: Int32Array;
  taxPerMu: Float32Array;
  revenuePerMu: Float32Array;
  lon: Float32Array;
  lat: Float32Array;
  measured: Measured;
  /** Which indicators counted; a local one without a baseline was off. */
  enabled: readonly boolean[];
  parcels: {
    count: number;
    codes: Uint8Array;
    grade: Uint8Array;
    /** Firms on parcel p stand in `firm` and `land` from first[p] up to first[p + 1]. */
    first: Uint32Array;
    firm: Uint32Array;
    land: Float32Array;
  };
};

export function readFirms(block: ArrayBuffer): Firms {
  const { head, array } = unpack(block);
  const { indicators } = head.scheme.definition;
  const parcelCodes = array<Uint8Array<ArrayBuffer>>("parcel_code");
  return {
    head,
    count: head.count,
    codes: array<Uint8Array<ArrayBuffer>>("code"),
    park: array<Uint16Array<ArrayBuffer>>("park"),
    industry: array<Uint16Array<ArrayBuffer>>("industry"),
    grade: array<Uint8Array<ArrayBuffer>>("grade"),
    points: array<Int32Array<ArrayBuffer>>("points"),
    taxPerMu: array<Float32Array<ArrayBuffer>>("tax_per_mu"),
    revenuePerMu: array<Float32Array<ArrayBuffer>>("revenue_per_mu"),
    lon: array<Float32Array<ArrayBuffer>>("lon"),
    lat: array<Float32Array<ArrayBuffer>>("lat"),
    measured: {
      count: head.count,
      district: array<Uint16Array<ArrayBuffer>>("district"),
      pool: array<Uint16Array<ArrayBuffer>>("pool"),
      pools: head.pools.length,
      standing: array<Uint8Array<ArrayBuffer>>("standing"),
      mark: array<Uint8Array<ArrayBuffer>>("mark"),
      ratios: indicators.map(({ id }) => array<Float32Array<ArrayBuffer>>(`ratio_${id}`)),
      extra: array<Float32Array<ArrayBuffer>>("extra"),
      land: array<Float32Array<ArrayBuffer>>("land"),
    },
    enabled: countedIn(head.scheme.definition, head.pools),
    parcels: {
      count: parcelCodes.length / PARCEL_CODE,
      codes: parcelCodes,
      grade: array<Uint8Array<ArrayBuffer>>("parcel_grade"),
      first: array<Uint32Array<ArrayBuffer>>("parcel_first"),
      firm: array<Uint32Array<ArrayBuffer>>("parcel_firm"),
      land: array<Float32Array<ArrayBuffer>>("parcel_land"),
    },
  };
}

export const placed = (place: number | undefined): place is number =>
  place !== undefined && place !== NOWHERE;
