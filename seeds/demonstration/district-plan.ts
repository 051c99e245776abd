/**
 * What the demonstration city aims at, district by district. Published sums (document 004): 181.93 km² of industrial land and
 * 650.84 billion yuan of revenue in 2025, with two districts near 200 billion and six above 50; the split is ours.
 */
export type DistrictPlan = {
  code: string;
  name: string;
  /** Industrial land in parks and outside them, km². */
  inParks_km2: number;
  scattered_km2: number;
  /** Revenue above the designated size in 2025, 亿元. */
  revenue_yi: number;
  /** Giants (百亿级企业): revenue in 亿元 and GB/T 4754 division, largest first. */
  giants: readonly Giant[];
  aboveScale: number;
  small: number;
  /** Share of industrial in urban construction land, %. */
  landShare: number;
  /** Part of the lots in parks that are warehouses. */
  warehouses: number;
  /** Where hills begin, scattered land ends: west, south, east, north. */
  plain: readonly [number, number, number, number];
};

export type Giant = { revenue_yi: number; industry: string };

const giant = (revenue_yi: number, industry: string): Giant => ({ revenue_yi, industry });

export const DISTRICT_PLANS: readonly DistrictPlan[] = [
  {
    code: "510112",
    name: "龙泉驿区",
    inParks_km2: 41.6,
    scattered_km2: 2.3,
    revenue_yi: 1985,
    giants: [giant(392, "36"), giant(268, "36"), giant(171, "38"), giant(118, "36")],
    aboveScale: 520,
    small: 1900,
    landShare: 24.9,
    warehouses: 0.045,
    plain: [104.13, 30.46, 104.31, 30.73],
  },
  {
    code: "510113",
    name: "青白江区",
    inParks_km2: 20.4,
    scattered_km2: 1.6,
    revenue_yi: 555,
    giants: [giant(112, "33")],
    aboveScale: 280,
    small: 900,
    landShare: 26.4,
    warehouses: 0.11,
    plain: [104.15, 30.74, 104.46, 30.93],
  },
  {
    code: "510114",
    name: "新都区",
    inParks_km2: 17.6,
    scattered_km2: 8.4,
    revenue_yi: 530,
    giants: [],
    aboveScale: 345,
    small: 1350,
    landShare: 20.1,
    warehouses: 0.09,
    plain: [103.9, 30.68, 104.33, 30.97],
  },
  {
    code: "510115",
    name: "温江区",
    inParks_km2: 14.7,
    scattered_km2: 1.3,
    revenue_yi: 416.4,
    giants: [],
    aboveScale: 235,
    small: 750,
    landShare: 19.2,
    warehouses: 0.03,
    plain: [103.68, 30.61, 103.95, 30.89],
  },
  {
    code: "510116",
    name: "双流区",
    inParks_km2: 34.2,
    scattered_km2: 2.9,
    revenue_yi: 1990,
    giants: [giant(655, "39"), giant(242, "39"), giant(133, "38")],
    aboveScale: 450,
    small: 1600,
    landShare: 18.7,
    warehouses: 0.05,
    plain: [103.79, 30.3, 104.1, 30.67],
  },
  {
    code: "510117",
    name: "郫都区",
    inParks_km2: 13.6,
    scattered_km2: 6.6,
    revenue_yi: 512,
    giants: [],
    aboveScale: 255,
    small: 850,
    landShare: 21.6,
    warehouses: 0.04,
    plain: [103.71, 30.71, 104.05, 30.97],
  },
  {
    code: "510118",
    name: "新津区",
    inParks_km2: 15.83,
    scattered_km2: 0.9,
    revenue_yi: 520,
    giants: [],
    aboveScale: 215,
    small: 650,
    landShare: 23.8,
    warehouses: 0.05,
    plain: [103.7, 30.33, 103.94, 30.53],
  },
];
