import { toMu } from "../area.ts";
import { SHARES } from "./definitions.ts";
import type { LandKind, LandPart, Parts, SupplyMode, TransferUse } from "./parts.ts";
import { type Asked, type Fraction, fractionOf, percentOf } from "./reckon.ts";
import type { Change, Effect } from "./scenario.ts";
import type { ShareId, Switches } from "./switches.ts";

/** Shares and output of a base, before and after what a scenario does to it. Pure, so that page and server tell the same. */

type ByKind = Readonly<Record<LandKind, number>>;

export type BaseDistrict = {
  code: string;
  net_m2: ByKind;
  area_m2: ByKind;
  urban_m2: number | null;
  construction_m2: number | null;
  /** A year, in 万元. */
  output_wan: number | null;
};

export type Base = {
  year: number;
  districts: readonly BaseDistrict[];
  transfers: readonly {
    district: string;
    month: number;
    use: TransferUse;
    mode: SupplyMode;
    area_m2: number;
  }[];
  /** What the plan wants of all districts together. */
  output_target: { per_mu: number } | null;
};

export type Side = Fraction & { percent: number | null };
export type ShareAfter = { id: ShareId; before: Side; after: Side; target: number | null };

export type Output = { output_wan: number | null; land_mu: number; per_mu: number | null };
export type OutputAfter = { before: Output; after: Output; target: number | null };

export type After = { shares: readonly ShareAfter[]; output: OutputAfter };

const KINDS: readonly LandKind[] = ["industry", "m0", "warehouse"];

const plus = (value: number | null, more: number) => (value === null ? null : value + more);

const addedUp = (values: ByKind, more: ByKind): ByKind => ({
  industry: values.industry + more.industry,
  m0: values.m0 + more.m0,
  warehouse: values.warehouse + more.warehouse,
});

const changed = (district: BaseDistrict, change: Change | undefined): BaseDistrict =>
  change === undefined
    ? district
    : {
        code: district.code,
        net_m2: addedUp(district.net_m2, change.net_m2),
        area_m2: addedUp(district.area_m2, change.area_m2),
        urban_m2: plus(district.urban_m2, change.urban_m2),
        construction_m2: plus(district.construction_m2, change.construction_m2),
        output_wan: plus(district.output_wan, change.output_wan),
      };

const landOf = ({ code, net_m2, area_m2 }: BaseDistrict): LandPart[] =>
  KINDS.map((kind) => ({
    district: code,
    supplied: null,
    kind,
    net_m2: net_m2[kind],
    area_m2: area_m2[kind],
  }));

const transfersOf = (year: number, transfers: Base["transfers"]): Parts["transfers"] =>
  transfers.map(({ district, month, use, mode, area_m2 }) => ({ district, year, month, use, mode, area_m2 }));

const partsOf = (year: number, districts: readonly BaseDistrict[], transfers: Parts["transfers"]): Parts => ({
  land: districts.flatMap(landOf),
  transfers,
  statistics: districts.map(({ code, urban_m2, construction_m2 }) => ({
    district: code,
    year,
    urban_m2,
    construction_m2,
  })),
});

/** What a base becomes; what happens in districts that it does not have is left out. */
function beforeAndThen({ year, districts, transfers }: Base, effect: Effect) {
  const known = new Set(districts.map(({ code }) => code));
  const then = districts.map((district) => changed(district, effect.districts.get(district.code)));
  const signed = transfersOf(year, transfers);
  const planned = effect.transfers.filter(({ district }) => known.has(district));
  return {
    before: partsOf(year, districts, signed),
    parts: partsOf(year, then, planned.length > 0 ? [...signed, ...transfersOf(year, planned)] : signed),
    districts: then,
  };
}

const sideOf = (fraction: Fraction): Side => ({ ...fraction, percent: percentOf(fraction) });

/** Over the land that counts as industry, as the plan's own figure is; unknown where a district did not report. */
function outputOf({ districts }: Pick<Base, "districts">, land_m2: number, asked: Asked): Output {
  const outputs = districts
    .filter(({ code }) => asked === null || code === asked)
    .map(({ output_wan }) => output_wan);
  const output_wan = outputs.includes(null)
    ? null
    : outputs.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const land_mu = toMu(land_m2);
  return { output_wan, land_mu, per_mu: output_wan === null || land_mu <= 0 ? null : output_wan / land_mu };
}

/** Of all districts, or of one. */
export function sharesAfter(base: Base, effect: Effect, switches: Switches, asked: Asked = null): After {
  const then = beforeAndThen(base, effect);
  const { before: partsBefore, parts: partsThen } = then;
  const told = (id: ShareId, parts: Parts) => fractionOf(id, parts, base.year, asked, switches);
  const regional = (parts: Parts) => fractionOf("R3", parts, base.year, null, switches).numerator_m2;
  /** Land that districts gain or lose, the city gains or loses, too. */
  const gained = regional(partsThen) - regional(partsBefore);
  const shares = SHARES.map(({ id, target }): ShareAfter => {
    const after = told(id, partsThen);
    const whole = id === "R3" ? { ...after, denominator_m2: plus(after.denominator_m2, gained) } : after;
    return { id, before: sideOf(told(id, partsBefore)), after: sideOf(whole), target };
  });
  const land = (parts: Parts) => told("R3", parts).numerator_m2;
  return {
    shares,
    output: {
      before: outputOf(base, land(partsBefore), asked),
      after: outputOf(then, land(partsThen), asked),
      target: asked === null ? (base.output_target?.per_mu ?? null) : null,
    },
  };
}
