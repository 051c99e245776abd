import { type FirmColumns, MARK, STANDING } from "./columns.ts";
import { EXEMPTIONS, PROTECTIONS, VETOES } from "./figures.ts";
import type { Scheme } from "./scheme.ts";

/** Whether a firm is rated, and what holds it out of the best or the lowest grade. */

const bitsOf = <Name extends string>(all: readonly Name[], meant: readonly Name[]): number =>
  meant.reduce((bits, name) => bits | (1 << all.indexOf(name)), 0);

/** Outside the scheme's object before all; then exempt (T), then incomplete (N). */
export function standingOf({ object, exemptions, required }: Scheme, firms: FirmColumns): Uint8Array {
  const standing = new Uint8Array(firms.count);
  const above = object.size === "above_scale" ? 1 : 0;
  const exempt = bitsOf(EXEMPTIONS, exemptions);
  const { land } = firms.figures;
  const needed = required.flatMap((figure) => (figure === "one" ? [] : [firms.figures[figure]]));
  for (let i = 0; i < firms.count; i++) {
    const mu = land[i] as number;
    // Land that nobody knows doesn't put a firm outside: it is asked for.
    if (firms.aboveScale[i] !== above || mu < object.leastLand_mu) continue;
    if ((firms.exemptions[i] as number) & exempt) standing[i] = STANDING.exempt;
    else if (!(mu > 0) || needed.some((figure) => Number.isNaN(figure[i]))) standing[i] = STANDING.incomplete;
    else standing[i] = STANDING.rated;
  }
  return standing;
}

/** Bits of MARK. Who is barred is not protected. */
export function marksOf({ vetoes, protections }: Scheme, firms: FirmColumns): Uint8Array {
  const barring = bitsOf(VETOES, vetoes);
  const protecting = bitsOf(PROTECTIONS, protections);
  return Uint8Array.from(firms.vetoes, (veto, i) => {
    if (veto & barring) return MARK.vetoed;
    return (firms.protections[i] as number) & protecting ? MARK.protected : 0;
  });
}
