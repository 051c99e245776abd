import type { Words } from "../language/zh.ts";

/** Land uses as the map tells them apart (用地用海分类): three classes of industry, M0, warehouses, and the rest. */
export const LAND_USES = [
  "industry1",
  "industry2",
  "industry3",
  "industry",
  "m0",
  "warehouse",
  "other",
] as const;
export type LandUse = (typeof LAND_USES)[number];

export const LAND_USE_TOKENS = {
  industry1: "use-industry-1",
  industry2: "use-industry-2",
  industry3: "use-industry-3",
  industry: "use-industry-2",
  m0: "use-m0",
  warehouse: "use-warehouse",
  other: "use-other",
} as const satisfies Record<LandUse, string>;

export function landUseOf(code: string, newIndustry: boolean): LandUse {
  if (newIndustry) return "m0";
  if (code.startsWith("100101")) return "industry1";
  if (code.startsWith("100102")) return "industry2";
  if (code.startsWith("100103")) return "industry3";
  if (code.startsWith("1001")) return "industry";
  if (code.startsWith("11")) return "warehouse";
  return "other";
}

export const landUseName = (words: Words, code: string, newIndustry = false) =>
  words.uses[landUseOf(code, newIndustry)];
