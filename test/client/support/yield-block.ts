import type { ColumnsHead } from "../../../domain/api/ratings/columns.ts";
import { type Graded, NOWHERE } from "../../../domain/rating/columns.ts";
import { grade, termsOf } from "../../../domain/rating/grade.ts";
import { type Measurement, measure } from "../../../domain/rating/measure.ts";
import { type PackedArray, pack } from "../../../domain/rating/packed.ts";
import type { Scheme } from "../../../domain/rating/scheme.ts";
import { columns, type Firm, PLACES, scheme } from "../../domain/rating/support/city.ts";

/** A run as the server would send it, made by the engine itself. */

export const codeOf = (place: number) => `91510100MA6C${String(place).padStart(6, "0")}`;
export const parcelOf = (place: number) => `510112001001GB${String(place).padStart(5, "0")}`;

/** Who is on a parcel, and with how much land. */
export type Parcel = { firm: number; mu: number }[];

export type Made = { block: ArrayBuffer; measurement: Measurement; graded: Graded; scheme: Scheme };

/** Firms stand in a row from west to east, a hundredth of a degree apart. */
export const lonOf = (place: number) => 104 + place / 100;
export const LAT = 30.5;

export function made(firms: readonly Firm[], parcels: readonly Parcel[] = [], by: Scheme = scheme()): Made {
  const year = columns(firms);
  const measurement = measure(by, year, null, PLACES);
  const { measured, pools, enabled } = measurement;
  const graded = grade(measured, termsOf(by, enabled));
  const place = (code: string) => ({ code, name: { zh: code, en: code } });
  const head: Omit<ColumnsHead, "arrays"> = {
    ...{ year: 2025, run: 7, size: "above_scale", count: year.count, synthetic: true },
    scheme: { key: "test", version: 1, definition: by },
    districts: PLACES.districts.map(place),
    parks: PLACES.parks.map((code, i) => ({ ...place(code), parent: i === 2 ? "auto-city" : null })),
    industries: ["36", "39"],
    pools: pools.map((pool) => ({ ...pool, name: { zh: pool.key, en: pool.key }, lines: [] })),
  };
  const perMu = (figure: "tax" | "revenue") =>
    Float32Array.from(
      firms,
      (firm) => (firm[figure] ?? Number.NaN) / (firm.land && firm.land > 0 ? firm.land : Number.NaN),
    );
  const arrays: Record<string, PackedArray> = {
    code: ascii(firms.map((_, i) => codeOf(i))),
    district: year.district as Uint16Array<ArrayBuffer>,
    park: year.park as Uint16Array<ArrayBuffer>,
    industry: Uint16Array.from(firms, (_, i) => i % 2),
    pool: Uint16Array.from(measured.pool),
    standing: Uint8Array.from(measured.standing),
    mark: Uint8Array.from(measured.mark),
    grade: Uint8Array.from(graded.grade),
    points: Int32Array.from(graded.points),
    extra: Float32Array.from(measured.extra),
    land: Float32Array.from(measured.land),
    tax_per_mu: perMu("tax"),
    revenue_per_mu: perMu("revenue"),
    lon: Float32Array.from(firms, (_, i) => lonOf(i)),
    lat: new Float32Array(firms.length).fill(LAT),
    ...Object.fromEntries(
      by.indicators.map(({ id }, k) => [`ratio_${id}`, Float32Array.from(measured.ratios[k] ?? [])]),
    ),
    parcel_code: ascii(parcels.map((_, i) => parcelOf(i))),
    parcel_grade: new Uint8Array(parcels.length),
    parcel_first: Uint32Array.from(sums(parcels.map(({ length }) => length))),
    parcel_firm: Uint32Array.from(parcels.flat(), ({ firm }) => firm),
    parcel_land: Float32Array.from(parcels.flat(), ({ mu }) => mu),
  };
  return { block: pack(head, arrays).buffer, measurement, graded, scheme: by };
}

const ascii = (codes: readonly string[]) => new TextEncoder().encode(codes.join(""));

/** 0, then the sum up to each. */
function sums(lengths: readonly number[]): number[] {
  const all = [0];
  for (const length of lengths) all.push((all.at(-1) ?? 0) + length);
  return all;
}

export const NO_FILTER = { districts: [], parks: [], industries: [], grades: [], within: null };
export const BY_GRADE = { by: "grade", classes: "quantile" } as const;

/** Distinct firms in two districts, each a little better than the one before. */
export const ladder = (count: number): Firm[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ land: 10, tax: 10 * (i + 1), revenue: 300 * (i + 1), energy: 100 },
    ...{ district: i % 2, park: i % 4 === 0 ? 0 : i % 4 === 2 ? 2 : NOWHERE },
  }));
