import { type Finding, type FindingKind, KINDS, type RuleName } from "../../../domain/screening/facts.ts";

/** What is kept with a run, so that nobody has to count its findings again. */

type Tally = { parcels: number; area_m2: number };
type Tallies = Record<FindingKind, Tally>;

export type ScreeningCount = {
  tallies: Tallies;
  districts: Record<string, Tallies>;
  rules: Partial<Record<RuleName, Tally>>;
};

const nothing = (): Tally => ({ parcels: 0, area_m2: 0 });
export const noTallies = (): Tallies => Object.fromEntries(KINDS.map((kind) => [kind, nothing()])) as Tallies;

const add = (tally: Tally, area: number) => {
  tally.parcels++;
  tally.area_m2 += area;
};

export function createCount() {
  const count: ScreeningCount = { tallies: noTallies(), districts: {}, rules: {} };
  return {
    count,
    add(district: string, area: number, { kind, evidence }: Finding) {
      count.districts[district] ??= noTallies();
      add(count.tallies[kind], area);
      add(count.districts[district][kind], area);
      for (const { rule } of evidence) {
        count.rules[rule] ??= nothing();
        add(count.rules[rule], area);
      }
    },
  };
}
