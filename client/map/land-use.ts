import { type LandUse, landUseOf } from "../../domain/land-use.ts";
import type { Words } from "../language/zh.ts";

/** Land uses as the map draws and names them. */
export const LAND_USE_TOKENS = {
  industry1: "use-industry-1",
  industry2: "use-industry-2",
  industry3: "use-industry-3",
  industry: "use-industry",
  m0: "use-m0",
  warehouse: "use-warehouse",
  other: "use-other",
} as const satisfies Record<LandUse, string>;

export const landUseName = (words: Words, code: string, newIndustry = false) =>
  words.uses[landUseOf(code, newIndustry)];
