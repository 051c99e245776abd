/** What a firm reports of a year, and the land that it stands on: the numerators and denominators of indicators. */
export const FIGURES = [
  "revenue",
  "tax",
  "valueAdded",
  "staff",
  "energy",
  "rd",
  "investment",
  "emissions",
  "land",
  "floorAreaRatio",
  "one",
] as const;
export type Figure = (typeof FIGURES)[number];

/** Unit of each figure; an indicator's unit is that of its numerator over that of its denominator. */
export const FIGURE_UNITS: Readonly<Record<Figure, string>> = {
  revenue: "万元",
  tax: "万元",
  valueAdded: "万元",
  staff: "人",
  energy: "tce",
  rd: "万元",
  investment: "万元",
  emissions: "t",
  land: "亩",
  floorAreaRatio: "",
  one: "",
};

/** Facts of a year, each a bit of a firm's column, in this order. */
export const VETOES = [
  "safety_accident",
  "environment",
  "food_safety",
  "saving_target",
  "standards",
] as const;
export const EXEMPTIONS = ["new_production", "utility", "major_project", "start_up"] as const;
export const PROTECTIONS = ["newly_founded", "newly_above_scale"] as const;
