import { regionMetres } from "../ground/parks.ts";
import { distance, middleOf, type Point } from "../ground/polygon.ts";
import { type Random, seeded } from "../ground/random.ts";
import type { DistrictPlan, Giant } from "./district-plan.ts";
import type { Lot } from "./lot.ts";

/** Who holds which lots of a district: the first lot of an owner is its main one. */
export type Owner = { kind: "giant" | "above" | "small"; lots: Lot[]; giant?: Giant };

const OWNING_ABOVE = 0.87;
const OWNING_SMALL = 0.58;
/** A giant earns about this much on a mu, in 万元. */
const GIANT_YIELD = 1_150;
/** How far from its first lot a giant builds, in metres. */
const GIANT_REACH = 3_000;
const M2_PER_GIANT_YI = (10_000 / GIANT_YIELD) * (10_000 / 15);

/** Giants take whole quarters, firms above the designated size mostly the larger lots, small firms one lot each. */
export function shareOut(plan: DistrictPlan, lots: readonly Lot[]): Owner[] {
  const random = seeded(`owners ${plan.code}`);
  const at = new Map(lots.map((lot) => [lot, regionMetres(middleOf(lot.ring))]));
  const free = new Set(lots);
  const nearestFree = (to: Point, within: number): Lot | undefined => {
    let [best, least]: [Lot | undefined, number] = [undefined, within];
    for (const lot of free) {
      const away = distance(at.get(lot)!, to);
      if (away < least) [best, least] = [lot, away];
    }
    return best;
  };
  const largestFree = (to: Point, within: number): Lot | undefined =>
    [...free]
      .filter((lot) => lot.park && distance(at.get(lot)!, to) < within)
      .reduce<Lot | undefined>(
        (most, lot) => (lot.ground_m2 > (most?.ground_m2 ?? 0) ? lot : most),
        undefined,
      );
  const take = (owner: Owner, lot: Lot) => {
    free.delete(lot);
    owner.lots.push(lot);
  };

  const giants = plan.giants.map((giant): Owner => {
    const owner: Owner = { kind: "giant", lots: [], giant };
    const inParks = [...free].filter(({ park }) => park);
    take(
      owner,
      inParks.reduce((most, lot) => (lot.ground_m2 > most.ground_m2 ? lot : most)),
    );
    let wanted = giant.revenue_yi * M2_PER_GIANT_YI - owner.lots[0]!.ground_m2;
    while (wanted > 0) {
      const next = largestFree(at.get(owner.lots[0]!)!, GIANT_REACH);
      if (!next) break;
      take(owner, next);
      wanted -= next.ground_m2;
    }
    return owner;
  });

  const above = largerFirst(free, Math.round(plan.aboveScale * OWNING_ABOVE) - giants.length, random).map(
    (lot) => {
      const owner: Owner = { kind: "above", lots: [] };
      take(owner, lot);
      return owner;
    },
  );
  for (let tries = 0; free.size > plan.small * OWNING_SMALL && tries < 20_000; tries++) {
    const owner = random.pick(above);
    const next = nearestFree(at.get(owner.lots[0]!)!, 700);
    if (next && owner.lots.length < 6) take(owner, next);
  }
  const small = [...free].map((lot): Owner => ({ kind: "small", lots: [lot] }));
  return [...giants, ...above, ...small];
}

/** A draw without return in which size counts, but does not decide alone; scattered land has fewer large firms. */
function largerFirst(free: ReadonlySet<Lot>, count: number, random: Random): Lot[] {
  return [...free]
    .map((lot) => ({ lot, score: lot.ground_m2 * random.lognormal(lot.park ? 1 : 0.25, 0.95) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ lot }) => lot);
}
