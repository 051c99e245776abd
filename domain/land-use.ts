/** Land uses (用地用海分类): a code names its class first and its kind after, so the class is what it begins with. */

/** Industrial land (工业用地), of whatever class. */
export const INDUSTRY = "1001";

/** Land for stores and logistics (仓储用地). */
export const WAREHOUSE = "11";

/** Land uses as people tell them apart: three classes of industry, M0, warehouses, and the rest. */
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

/** What codes begin with, the more particular first. */
export const LAND_USE_PREFIXES: readonly (readonly [prefix: string, use: LandUse])[] = [
  ["100101", "industry1"],
  ["100102", "industry2"],
  ["100103", "industry3"],
  [INDUSTRY, "industry"],
  [WAREHOUSE, "warehouse"],
];

/** New-type industrial land (新型产业用地, M0) has the code of industry and is known by its mark alone. */
export function landUseOf(code: string, newIndustry: boolean): LandUse {
  if (newIndustry) return "m0";
  return LAND_USE_PREFIXES.find(([prefix]) => code.startsWith(prefix))?.[1] ?? "other";
}
