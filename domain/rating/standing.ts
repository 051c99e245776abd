import { type FirmColumns, MARK, STANDING } from "./columns.ts";
import { EXEMPTIONS, PROTECTIONS, VETOES } from "./figures.ts";
import type { Scheme } from "./scheme.ts";

/** Whether a firm is rated, and what holds it out of the best or the lowest grade. */

const bitsOf = <Name extends string>(all: readonly Name[], meant: readonly Name[]): number =>
  meant.reduce((bits, name) => bits | (1 << all.indexOf(name)), 0);

/** Outside the scheme's object before all; then exempt (T), then incomplete (N). */
export function standingOf({ object, exemptions, required }: Scheme, firms: FirmColumns): Uint8Array {
  const { count, aboveScale, figures } = firms;
  const { rated, exempt, incomplete } = STANDING;
  const standing = new Uint8Array(count);
  const above = object.size === "above_scale" ? 1 : 0;
  // Without a threshold even a firm that has let more land than it holds is one to rate, and asked for its land.
  const least = object.leastLand_mu || Number.NEGATIVE_INFINITY;
  const exempting = bitsOf(EXEMPTIONS, exemptions);
  for (let i = 0; i < count; i++) {
    const mu = figures.land[i] as number;
    // Land that nobody knows doesn't put a firm outside: it is asked for.
    if (aboveScale[i] !== above || mu < least) continue;
    const isExempt = (firms.exemptions[i] as number) & exempting;
    standing[i] = isExempt ? exempt : mu > 0 ? rated : incomplete;
  }
  for (const figure of required) {
    if (figure === "one") continue;
    const column = figures[figure];
    for (let i = 0; i < count; i++)
      if (standing[i] === rated && Number.isNaN(column[i])) standing[i] = incomplete;
  }
  return standing;
}

/** Bits of MARK. Who is barred is not protected. */
export function marksOf({ vetoes, protections }: Scheme, firms: FirmColumns): Uint8Array {
  const barring = bitsOf(VETOES, vetoes);
  const protecting = bitsOf(PROTECTIONS, protections);
  const marks = new Uint8Array(firms.count);
  for (let i = 0; i < firms.count; i++) {
    if ((firms.vetoes[i] as number) & barring) marks[i] = MARK.vetoed;
    else if ((firms.protections[i] as number) & protecting) marks[i] = MARK.protected;
  }
  return marks;
}
