import { type FirmColumns, NOWHERE, STANDING } from "./columns.ts";
import { RatingRefusal } from "./refusal.ts";
import type { Scheme } from "./scheme.ts";

/** Who is compared with whom. */

/** The lists that columns point into: codes of districts and parks, titles in the order of their bits. */
export type Places = {
  districts: readonly string[];
  parks: readonly string[];
  /** District of each park, as a place in `districts`; NOWHERE for none. */
  parkDistrict: Uint16Array;
  titles: readonly string[];
};

export type Pools = {
  keys: string[];
  /** Rated firms of each. */
  firms: number[];
  /** The pool of a firm of any year, by where it is; NOWHERE where this year has none. */
  of(firms: FirmColumns, i: number): number;
};

/** The pools of a year, from where its rated firms are. */
export function poolsOf(scheme: Scheme, firms: FirmColumns, standing: Uint8Array, places: Places): Pools {
  const keyOf = keyed(scheme, firms, standing, places);
  const counts = new Map<string, number>();
  for (let i = 0; i < firms.count; i++) {
    if (standing[i] !== STANDING.rated) continue;
    const key = keyOf(firms, i);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // By key and not as they were met, so that the list does not depend on which firm comes first.
  const keys = [...counts.keys()].sort();
  const index = new Map(keys.map((key, i) => [key, i]));
  for (const key of keys) refuseSmall(key, counts.get(key) ?? 0, scheme.pool.least);
  return {
    keys,
    firms: keys.map((key) => counts.get(key) ?? 0),
    of: (any, i) => index.get(keyOf(any, i)) ?? NOWHERE,
  };
}

function refuseSmall(key: string, firms: number, least: number) {
  if (firms >= least) return;
  const one = firms === 1;
  throw new RatingRefusal(
    "pool",
    `The pool ${key} has ${one ? "a single firm" : `${firms} firms`} to rate; the scheme compares at least ${least}.`,
    `排名池 ${key} 只有 ${firms} 户可评企业，方案要求至少 ${least} 户。`,
  );
}

type KeyOf = (firms: FirmColumns, i: number) => string;

function keyed(scheme: Scheme, firms: FirmColumns, standing: Uint8Array, places: Places): KeyOf {
  const { by, least } = scheme.pool;
  if (by === "all") return () => "all";
  const district = (at: number) => places.districts[at] ?? "none";
  const districts = places.districts.map((_, at) => district(at));
  if (by === "district") return ({ district: of }, i) => districts[of[i] as number] ?? district(NOWHERE);
  const inPark = new Uint32Array(places.parks.length);
  for (let i = 0; i < firms.count; i++) {
    const park = firms.park[i] as number;
    if (standing[i] === STANDING.rated && park < inPark.length) inPark[park] = (inPark[park] as number) + 1;
  }
  return (any, i) => {
    const park = any.park[i] as number;
    if ((inPark[park] ?? 0) >= least) return places.parks[park] as string;
    const own = any.district[i] as number;
    const where = own === NOWHERE ? (places.parkDistrict[park] ?? NOWHERE) : own;
    return `${district(where)}-rest`;
  };
}
