import type { UnitWords } from "../zh/units.ts";

export const units: UnitWords = {
  land: "Unit of land",
  lands: { mu: "mu", ha: "ha", km2: "km²" },
  money: "Unit of money",
  moneys: { wan: "m yuan", yi: "bn yuan" },
};
