/** Units that a reader may switch between; answers always carry m² and 万元. */

export const LAND_UNITS = ["mu", "ha", "km2"] as const;
export type LandUnit = (typeof LAND_UNITS)[number];

export const MONEY_UNITS = ["wan", "yi"] as const;
export type MoneyUnit = (typeof MONEY_UNITS)[number];
