import { CRITERIA, type Criterion, type Fit, type NeededWorkshop, type OfferedWorkshop } from "./criteria.ts";

/** How an offered workshop and a firm's need go together (供需匹配): nothing is weighed against a plain no. */

export type Fits = Record<Criterion, Fit>;

const plain = (fits: boolean): Fit => (fits ? "yes" : "no");

/** A figure that is asked for and reached, missed, or not stated. */
const reaches = (offered: number | null, asked: number | null): Fit => {
  if (!asked) return "open";
  return offered === null ? "ask" : plain(offered >= asked);
};

/** A rent a tenth above what a firm would pay is a matter of talking. */
function affordable(rent: number | null, most: number | null): Fit {
  if (most === null) return "open";
  if (rent === null) return "ask";
  if (rent <= most) return "yes";
  // Whole multiples, so that exactly a tenth is not lost in the arithmetic.
  return rent * 10 <= most * 11 ? "ask" : "no";
}

/** Some area that the firm would take and the operator would let; what is left below the least is let as a whole. */
const sizeFits = (
  { left_m2, least_area_m2 }: OfferedWorkshop,
  { area_low_m2, area_high_m2 }: NeededWorkshop,
) => left_m2 >= area_low_m2 && Math.min(least_area_m2 ?? 0, left_m2) <= area_high_m2;

const FIT: Readonly<Record<Criterion, (offer: OfferedWorkshop, need: NeededWorkshop) => Fit>> = {
  district: ({ district_code }, { districts }) =>
    districts.length === 0 ? "open" : plain(districts.includes(district_code)),
  industry: ({ industries }, { industry_code }) =>
    industries.length === 0 ? "open" : plain(industries.includes(industry_code.slice(0, 2))),
  area: (offer, need) => plain(sizeFits(offer, need)),
  height: (offer, need) => reaches(offer.height_m, need.height_m),
  load: (offer, need) => reaches(offer.load_kn_m2, need.load_kn_m2),
  ground_floor: (offer, need) => (need.ground_floor ? plain(offer.ground_floor) : "open"),
  power: (offer, need) => reaches(offer.power_kva, need.power_kva),
  crane: (offer, need) => reaches(offer.crane_t, need.crane_t),
  rent: (offer, need) => affordable(offer.rent_yuan, need.rent_yuan),
  date: ({ free_from }, { wanted_by }) =>
    wanted_by === null ? "open" : plain(free_from === null || free_from <= wanted_by),
};

export const fitsOf = (offer: OfferedWorkshop, need: NeededWorkshop): Fits =>
  Object.fromEntries(CRITERIA.map((criterion) => [criterion, FIT[criterion](offer, need)])) as Fits;

export const speaksAgainst = (fits: Fits): boolean => CRITERIA.some((criterion) => fits[criterion] === "no");

/** What is missed most often comes first, for most pairs of a city do not go together. */
const TESTS = [
  ...[FIT.area, FIT.ground_floor, FIT.rent, FIT.height, FIT.load, FIT.crane, FIT.power, FIT.date],
  ...[FIT.district, FIT.industry],
] as const satisfies { length: typeof CRITERIA.length };

/** Whether nothing speaks against the pair, without telling what does. */
export function goTogether(offer: OfferedWorkshop, need: NeededWorkshop): boolean {
  for (const test of TESTS) if (test(offer, need) === "no") return false;
  return true;
}

/** 1 where what is left is what the firm wants; less the more would be left over, or is missing. */
function closeness({ left_m2 }: OfferedWorkshop, { area_low_m2, area_high_m2 }: NeededWorkshop): number {
  if (left_m2 > area_high_m2) return area_high_m2 / left_m2;
  return left_m2 < area_low_m2 ? left_m2 / area_low_m2 : 1;
}

/**
 * A number that orders pairs: what speaks against comes last, then more that is met, fewer questions, and how close the sizes are.
 * Each of these counts only where all before it are equal.
 */
export function scoreOf(fits: Fits, offer: OfferedWorkshop, need: NeededWorkshop): number {
  const count = (fit: Fit) => CRITERIA.filter((criterion) => fits[criterion] === fit).length;
  const places = CRITERIA.length + 1;
  const unopposed = CRITERIA.length - count("no");
  const unasked = CRITERIA.length - count("ask");
  const met = (unopposed * places + count("yes")) * places + unasked;
  return met * 100 + Math.floor(closeness(offer, need) * 99);
}

const NEVER = "9999-12-31";
const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** Of two offers that fit a need equally well: the one that is free earlier, then the cheaper one. */
export const preferredOffer = (a: OfferedWorkshop, b: OfferedWorkshop): number =>
  compare(a.free_from ?? "", b.free_from ?? "") ||
  compare(a.rent_yuan ?? Number.POSITIVE_INFINITY, b.rent_yuan ?? Number.POSITIVE_INFINITY);

/** Of two needs that fit an offer equally well: the one that is in more of a hurry, then the one that pays more. */
export const preferredNeed = (a: NeededWorkshop, b: NeededWorkshop): number =>
  compare(a.wanted_by ?? NEVER, b.wanted_by ?? NEVER) || compare(b.rent_yuan ?? 0, a.rent_yuan ?? 0);
