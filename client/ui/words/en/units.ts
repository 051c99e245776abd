import type { UnitWords } from "../zh/units.ts";

export const units: UnitWords = {
  land: "Unit of land",
  lands: { mu: "mu", ha: "ha", km2: "km²" },
  money: "Unit of money",
  moneys: { wan: "10k yuan", yi: "100m yuan" },
};
