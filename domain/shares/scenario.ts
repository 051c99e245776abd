import { toMu } from "../area.ts";
import type { LandKind, SupplyMode, TransferUse } from "./parts.ts";

/** What-if of land: steps that a planner takes, and what they add up to. Pure, so that page and server cannot differ. */

/** What a parcel may become; `other` is land for anything but industry and stores. */
export const LAND_BECOMES = ["industry", "m0", "warehouse", "other"] as const;
export type LandBecomes = (typeof LAND_BECOMES)[number];

/** Parcels that one request may ask about, so that an address with all their codes is none too long, commas as %2C. */
export const NAMED_AT_MOST = 300;

export type LandStep =
  /** Brought back into use (盘活): it yields so much a mu; null takes the mean it is compared with. */
  | { do: "revive"; parcels: readonly string[]; per_mu: number | null }
  /** Given another use (调整用途), return to industry and M0 among them. */
  | { do: "rezone"; parcels: readonly string[]; to: LandBecomes }
  /** No longer construction land (退出). */
  | { do: "retire"; parcels: readonly string[] }
  /** Built on to a floor-area ratio (提容); what a m² of its floor yields stays. */
  | { do: "raise_far"; parcels: readonly string[]; far: number };

export type PlannedTransfer = {
  do: "transfer";
  district: string;
  month: number;
  use: TransferUse;
  mode: SupplyMode;
  area_m2: number;
};

/** What districts add to their towns meanwhile. */
export type Growth = { do: "growth"; district: string; urban_m2: number; construction_m2: number };

export type Step = LandStep | PlannedTransfer | Growth;

export type ScenarioParcel = {
  code: string;
  district: string;
  kind: LandBecomes;
  net_m2: number;
  area_m2: number;
  /** What its firms turn over a year, in 万元; null where nobody reported it. */
  output_wan: number | null;
  floor_m2: number | null;
  /** Mean output of its park or district, in 万元 a mu. */
  mean_per_mu: number | null;
};

/** What changes in one district, beside the base. */
export type Change = {
  net_m2: Record<LandKind, number>;
  area_m2: Record<LandKind, number>;
  urban_m2: number;
  construction_m2: number;
  output_wan: number;
};

export type Effect = {
  districts: ReadonlyMap<string, Change>;
  transfers: readonly PlannedTransfer[];
  /** How many parcels any step touched, and their legal area. */
  parcels: number;
  area_m2: number;
  /** Parcels that steps name and nobody knows any more. */
  unknown: readonly string[];
  /** Of each step, how many of its parcels it leaves as they were: it makes no sense for them, or they are so already. */
  left: readonly number[];
};

const noChange = (): Change => ({
  net_m2: { industry: 0, m0: 0, warehouse: 0 },
  area_m2: { industry: 0, m0: 0, warehouse: 0 },
  urban_m2: 0,
  construction_m2: 0,
  output_wan: 0,
});

/** A parcel as the steps so far leave it; `kind` is null once it is no construction land. */
export type Standing = { kind: LandBecomes | null; output_wan: number; floor_m2: number };

const standing = ({ kind, output_wan, floor_m2 }: ScenarioParcel): Standing => ({
  kind,
  output_wan: output_wan ?? 0,
  floor_m2: floor_m2 ?? 0,
});

/** What one step makes of one parcel; a step that makes no sense for it leaves it. */
function after(step: LandStep, parcel: ScenarioParcel, now: Standing): Standing {
  if (now.kind === null) return now;
  switch (step.do) {
    case "revive": {
      const perMu = step.per_mu ?? parcel.mean_per_mu;
      if (perMu === null || now.kind === "other") return now;
      const output = perMu * toMu(parcel.area_m2);
      return output <= now.output_wan ? now : { ...now, output_wan: output };
    }
    case "rezone":
      if (now.kind === step.to) return now;
      // What is no longer for industry yields no industrial output.
      return { ...now, kind: step.to, output_wan: step.to === "other" ? 0 : now.output_wan };
    case "retire":
      return { kind: null, output_wan: 0, floor_m2: 0 };
    case "raise_far": {
      const floor = step.far * parcel.area_m2;
      if (floor <= now.floor_m2 || now.kind === "other") return now;
      const yields = now.floor_m2 > 0 ? now.output_wan / now.floor_m2 : 0;
      return { ...now, floor_m2: floor, output_wan: yields > 0 ? yields * floor : now.output_wan };
    }
  }
}

const isLand = (step: Step): step is LandStep => step.do !== "transfer" && step.do !== "growth";

type Known = ReadonlyMap<string, ScenarioParcel>;

/** Each parcel that a step names, as all steps leave it; those that nobody knows; and how many each step leaves as they were. */
export function outcomesOf(steps: readonly Step[], known: Known) {
  const touched = new Map<string, Standing>();
  const unknown = new Set<string>();
  const left = steps.map((step) => {
    let unchanged = 0;
    if (!isLand(step)) return unchanged;
    for (const code of new Set(step.parcels)) {
      const parcel = known.get(code);
      if (!parcel) {
        unknown.add(code);
        continue;
      }
      const before = touched.get(code) ?? standing(parcel);
      const now = after(step, parcel, before);
      if (now === before) unchanged++;
      touched.set(code, now);
    }
    return unchanged;
  });
  return { touched, unknown, left };
}

export function effectOf(steps: readonly Step[], known: Known): Effect {
  const { touched, unknown, left } = outcomesOf(steps, known);
  const districts = new Map<string, Change>();
  const changeIn = (district: string) => {
    const change = districts.get(district) ?? noChange();
    districts.set(district, change);
    return change;
  };
  let area = 0;
  for (const [code, now] of touched) {
    const parcel = known.get(code)!;
    area += parcel.area_m2;
    add(changeIn(parcel.district), parcel, now);
  }
  for (const step of steps)
    if (step.do === "growth") {
      const change = changeIn(step.district);
      change.urban_m2 += step.urban_m2;
      change.construction_m2 += step.construction_m2;
    }
  return {
    districts,
    transfers: steps.filter((step) => step.do === "transfer"),
    parcels: touched.size,
    area_m2: area,
    unknown: [...unknown],
    left,
  };
}

function add(change: Change, parcel: ScenarioParcel, now: Standing) {
  change.output_wan += now.output_wan - (parcel.output_wan ?? 0);
  if (now.kind === parcel.kind) return;
  if (parcel.kind !== "other") {
    change.net_m2[parcel.kind] -= parcel.net_m2;
    change.area_m2[parcel.kind] -= parcel.area_m2;
  }
  if (now.kind === null) {
    change.urban_m2 -= parcel.area_m2;
    change.construction_m2 -= parcel.area_m2;
  } else if (now.kind !== "other") {
    change.net_m2[now.kind] += parcel.net_m2;
    change.area_m2[now.kind] += parcel.area_m2;
  }
}
