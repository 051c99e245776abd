import { GRADES } from "./columns.ts";

/** Firms and mu by place and grade, at `place * GRADES.length + grade`. */
export type Tally = { firms: Float64Array; land: Float64Array };

/** Whoever is nowhere is left out. */
export function tally(grade: Uint8Array, land: Float32Array, place: Uint16Array, places: number): Tally {
  const firms = new Float64Array(places * GRADES.length);
  const mu = new Float64Array(places * GRADES.length);
  const letters = GRADES.length;
  for (let i = 0; i < grade.length; i++) {
    const where = place[i] as number;
    if (where >= places) continue;
    const cell = where * letters + (grade[i] as number);
    firms[cell] = (firms[cell] as number) + 1;
    const own = land[i] as number;
    // Land that is not known adds nothing.
    if (own > 0) mu[cell] = (mu[cell] as number) + own;
  }
  return { firms, land: mu };
}
