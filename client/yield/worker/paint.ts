import { GRADES } from "../../../domain/rating/columns.ts";
import { gradeOf, NOTHING } from "../../../domain/rating/derived.ts";
import type { Class } from "../protocol.ts";
import { placeOfValue } from "./classes.ts";
import { PASS } from "./filter.ts";
import { FIRM_CODE, PARCEL_CODE, placeOf } from "./firms.ts";
import type { Standing } from "./summary.ts";

/** Which class each firm and parcel is coloured by. */

/** Classes of things that the block doesn't hold, and of those that the filter leaves out. */
export const UNKNOWN = 255;
export const FILTERED = 254;

export type Colours = {
  classes: readonly Class[];
  /** Place of each grade number among the classes; null where a value decides. */
  ofLetter: Uint8Array | null;
  bounds: readonly number[];
  values: Float32Array | null;
};

export const counts = ({ pass, letters, grade }: Standing, firm: number): boolean =>
  pass[firm] === PASS.all && letters[grade[firm] ?? 0] === true;

const classOf = ({ ofLetter, bounds, values }: Colours, grade: number, firm: number): number =>
  ofLetter ? (ofLetter[grade] ?? UNKNOWN) : placeOfValue(bounds, values?.[firm] ?? Number.NaN);

/** The classes with the firms and the land that each has now. */
export function filled(standing: Standing, colours: Colours): Class[] {
  const { firms, grade } = standing;
  const classes = colours.classes.map((one) => ({ ...one, firms: 0, land_mu: 0 }));
  for (let i = 0; i < firms.count; i++) {
    if (!counts(standing, i)) continue;
    const one = classes[classOf(colours, grade[i] ?? 0, i)];
    if (!one) continue;
    one.firms++;
    one.land_mu += firms.measured.land[i] || 0;
  }
  return classes;
}

export const paintFirms = (standing: Standing, colours: Colours, codes: readonly string[]): Uint8Array =>
  Uint8Array.from(codes, (code) => {
    const firm = placeOf(standing.firms.codes, FIRM_CODE, code);
    if (firm < 0) return UNKNOWN;
    return counts(standing, firm) ? classOf(colours, standing.grade[firm] ?? 0, firm) : FILTERED;
  });

export const paintParcels = (standing: Standing, colours: Colours, codes: readonly string[]): Uint8Array =>
  Uint8Array.from(codes, (code) => {
    const parcel = placeOf(standing.firms.parcels.codes, PARCEL_CODE, code);
    return parcel < 0 ? UNKNOWN : classOfParcel(standing, colours, parcel);
  });

/** As the engine grades parcels, of the firms that the filter leaves on it; values are the mean of theirs, weighted by land. */
function classOfParcel(standing: Standing, colours: Colours, parcel: number): number {
  const { parcels } = standing.firms;
  const from = parcels.first[parcel] ?? 0;
  const to = parcels.first[parcel + 1] ?? from;
  const use = { land: new Float64Array(GRADES.length), present: new Uint8Array(GRADES.length) };
  const sum = { weighted: 0, weight: 0 };
  let any = false;
  for (let part = from; part < to; part++) {
    const firm = parcels.firm[part] ?? 0;
    const mu = parcels.land[part] ?? Number.NaN;
    // A firm that has let all that it owns here is not here.
    if (mu <= NOTHING || !counts(standing, firm)) continue;
    any = true;
    const letter = standing.grade[firm] ?? 0;
    use.present[letter] = 1;
    if (Number.isNaN(mu)) continue;
    use.land[letter] = (use.land[letter] ?? 0) + mu;
    const value = colours.values?.[firm] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum.weighted += value * mu;
    sum.weight += mu;
  }
  if (from === to) return asStored(standing, colours, parcel);
  if (!any) return FILTERED;
  if (colours.ofLetter) return colours.ofLetter[gradeOf(use)] ?? UNKNOWN;
  return placeOfValue(colours.bounds, sum.weight > 0 ? sum.weighted / sum.weight : Number.NaN);
}

/** Of a parcel where no firm's land is known the block only says its grade. */
function asStored({ firms, letters }: Standing, { ofLetter, bounds }: Colours, parcel: number): number {
  const grade = firms.parcels.grade[parcel] ?? 0;
  if (!letters[grade]) return FILTERED;
  return ofLetter ? (ofLetter[grade] ?? UNKNOWN) : placeOfValue(bounds, Number.NaN);
}
