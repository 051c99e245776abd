import type { Tallies } from "../../../domain/api/ratings/grades.ts";
import { GRADES } from "../../../domain/rating/columns.ts";
import { gradeOf, NOTHING } from "../../../domain/rating/derived.ts";
import { FILTERED_OUT, UNKNOWN } from "../../map/unclassed.ts";
import type { Class, Told } from "../protocol.ts";
import { placeOfValue } from "./classes.ts";
import { FIRM_CODE, PARCEL_CODE, placeOf } from "./codes.ts";
import { PASS } from "./filter.ts";
import type { Standing } from "./summary.ts";

/** Which class each firm and parcel is coloured by. */

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

/** The classes with the firms and the land that each has now; `tallies` are those of the filter without its grades. */
export function filled(standing: Standing, colours: Colours, tallies: Tallies): Class[] {
  if (colours.ofLetter)
    return colours.classes.map((one) => ({ ...one, ...ofLetter(standing, one, tallies) }));
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

const ofLetter = ({ letters }: Standing, { grade }: Class, tallies: Tallies) =>
  (grade && letters[GRADES.indexOf(grade)] && tallies[grade]) || { firms: 0, land_mu: 0 };

export const paintFirms = (standing: Standing, colours: Colours, codes: readonly string[]): Uint8Array =>
  Uint8Array.from(codes, (code) => {
    const firm = placeOf(standing.firms.codes, FIRM_CODE, code);
    if (firm < 0) return UNKNOWN;
    return counts(standing, firm) ? classOf(colours, standing.grade[firm] ?? 0, firm) : FILTERED_OUT;
  });

export const paintParcels = (standing: Standing, colours: Colours, codes: readonly string[]): Uint8Array =>
  Uint8Array.from(codes, (code) => {
    const parcel = placeOf(standing.firms.parcels.codes, PARCEL_CODE, code);
    return parcel < 0 ? UNKNOWN : classOfParcel(standing, colours, parcel);
  });

function classOfParcel(standing: Standing, colours: Colours, parcel: number): number {
  const { parcels } = standing.firms;
  if (parcels.first[parcel] === parcels.first[parcel + 1]) return asStored(standing, colours, parcel);
  const { grade, value, firms } = onParcel(standing, colours.values, parcel, (firm) =>
    counts(standing, firm),
  );
  if (firms === 0) return FILTERED_OUT;
  return colours.ofLetter ? (colours.ofLetter[grade] ?? UNKNOWN) : placeOfValue(colours.bounds, value);
}

/** Of a parcel that its firms have left since the run the block only says its grade. */
function asStored({ firms, letters }: Standing, { ofLetter, bounds }: Colours, parcel: number): number {
  const grade = firms.parcels.grade[parcel] ?? 0;
  if (!letters[grade]) return FILTERED_OUT;
  return ofLetter ? (ofLetter[grade] ?? UNKNOWN) : placeOfValue(bounds, Number.NaN);
}

/** A parcel as the engine grades it, of those of its firms that count; its value is the mean of theirs, weighted by land. */
function onParcel(
  { firms, grade }: Standing,
  values: Float32Array | null,
  parcel: number,
  counted: (firm: number) => boolean,
) {
  const { first, firm: firmOf, land: landOf } = firms.parcels;
  const use = { land: new Float64Array(GRADES.length), present: new Uint8Array(GRADES.length) };
  let [weighted, weight, found] = [0, 0, 0];
  for (let part = first[parcel] ?? 0; part < (first[parcel + 1] ?? 0); part++) {
    const firm = firmOf[part] ?? 0;
    const mu = landOf[part] ?? Number.NaN;
    // A firm that has let all that it owns here is not here.
    if (mu <= NOTHING || !counted(firm)) continue;
    found++;
    const letter = grade[firm] ?? 0;
    use.present[letter] = 1;
    if (Number.isNaN(mu)) continue;
    use.land[letter] = (use.land[letter] ?? 0) + mu;
    const value = values?.[firm] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    weighted += value * mu;
    weight += mu;
  }
  return { grade: gradeOf(use), value: weight > 0 ? weighted / weight : Number.NaN, firms: found };
}

/** What the pointer is over, whatever the filter. */
export function tell(
  standing: Standing,
  { values }: Colours,
  layer: "enterprises" | "parcels",
  code: string,
): Told | null {
  const { firms, grade } = standing;
  if (layer === "enterprises") {
    const firm = placeOf(firms.codes, FIRM_CODE, code);
    return firm < 0 ? null : told(grade[firm] ?? 0, values?.[firm] ?? Number.NaN, 1);
  }
  const parcel = placeOf(firms.parcels.codes, PARCEL_CODE, code);
  if (parcel < 0) return null;
  const found = onParcel(standing, values, parcel, () => true);
  return found.firms > 0
    ? told(found.grade, found.value, found.firms)
    : told(firms.parcels.grade[parcel] ?? 0, Number.NaN, 0);
}

const told = (grade: number, value: number, firms: number): Told => ({
  grade: GRADES[grade] || null,
  value: Number.isNaN(value) ? null : value,
  firms,
});
