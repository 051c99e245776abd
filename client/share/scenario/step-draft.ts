import { fromMu, M2_PER_HECTARE, M2_PER_KM2 } from "../../../domain/area.ts";
import type { SupplyMode, TransferUse } from "../../../domain/shares/parts.ts";
import type { LandBecomes, Step } from "../../../domain/shares/scenario.ts";
import type { LandUnit } from "../../state/units.ts";

/** What is typed of the next step, and the step that it comes to. */

export const MEASURES = [
  "revive",
  "industry",
  "m0",
  "rezone",
  "raise_far",
  "retire",
  "transfer",
  "growth",
] as const;
type Measure = (typeof MEASURES)[number];

export const isForLand = (measure: Measure): boolean => measure !== "transfer" && measure !== "growth";

export type Draft = {
  measure: Measure;
  perMu: string;
  to: LandBecomes;
  far: string;
  district: string;
  month: string;
  use: TransferUse;
  mode: SupplyMode;
  area: string;
  urban: string;
  construction: string;
};

export const firstDraft = (district: string): Draft => ({
  measure: "revive",
  perMu: "",
  to: "other",
  far: "2.0",
  district,
  month: "12",
  use: "industry",
  mode: "transfer",
  area: "",
  urban: "",
  construction: "",
});

type Wrong = { field: keyof Draft; why: "invalid" | "invalidAny" };
export type Outcome = { step: Step } | { wrong: Wrong };

const M2 = {
  mu: fromMu,
  ha: (value: number) => value * M2_PER_HECTARE,
  km2: (value: number) => value * M2_PER_KM2,
} satisfies Record<LandUnit, (value: number) => number>;

const numberIn = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));
const above = (text: string): number | null => (numberIn(text) > 0 ? Number(text) : null);
/** To the whole m², so that what is saved is what was tried. */
const land = (value: number, unit: LandUnit) => Math.round(M2[unit](value));

const wrong = (field: keyof Draft, why: Wrong["why"] = "invalid"): Outcome => ({ wrong: { field, why } });

/** The step that was typed, for the land that was chosen; or the first field that makes none. */
export function stepOf(draft: Draft, parcels: readonly string[], unit: LandUnit): Outcome {
  switch (draft.measure) {
    case "revive": {
      const perMu = above(draft.perMu);
      if (draft.perMu.trim() !== "" && perMu === null) return wrong("perMu");
      return { step: { do: "revive", parcels, per_mu: perMu } };
    }
    case "industry":
    case "m0":
      return { step: { do: "rezone", parcels, to: draft.measure } };
    case "rezone":
      return { step: { do: "rezone", parcels, to: draft.to } };
    case "retire":
      return { step: { do: "retire", parcels } };
    case "raise_far": {
      const far = above(draft.far);
      return far === null ? wrong("far") : { step: { do: "raise_far", parcels, far } };
    }
    case "transfer":
      return transferOf(draft, unit);
    case "growth":
      return growthOf(draft, unit);
  }
}

function transferOf({ district, month, use, mode, area }: Draft, unit: LandUnit): Outcome {
  const value = above(area);
  if (value === null) return wrong("area");
  return { step: { do: "transfer", district, month: Number(month), use, mode, area_m2: land(value, unit) } };
}

function growthOf({ district, urban, construction }: Draft, unit: LandUnit): Outcome {
  const [towns, all] = [numberIn(urban || "0"), numberIn(construction || "0")];
  if (!Number.isFinite(towns)) return wrong("urban", "invalidAny");
  if (!Number.isFinite(all) || (towns === 0 && all === 0)) return wrong("construction", "invalidAny");
  return {
    step: { do: "growth", district, urban_m2: land(towns, unit), construction_m2: land(all, unit) },
  };
}
