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
export function poolsOf(scheme: Scheme, year: FirmColumns, standing: Uint8Array, places: Places): Pools {
  const cells = cellsOf(scheme, year, standing, places);
  const counts = new Uint32Array(cells.names.length);
  for (let i = 0; i < year.count; i++) {
    if (standing[i] !== STANDING.rated) continue;
    const cell = cells.of(year, i);
    counts[cell] = (counts[cell] as number) + 1;
  }
  // By name and not as they were met, so that the list does not depend on which firm comes first.
  const taken = [...counts.keys()].filter((cell) => (counts[cell] as number) > 0);
  taken.sort((a, b) => ((cells.names[a] as string) < (cells.names[b] as string) ? -1 : 1));
  const pools = new Uint16Array(counts.length).fill(NOWHERE);
  for (const [pool, cell] of taken.entries()) {
    refuseSmall(cells.names[cell] as string, counts[cell] as number, scheme.pool.least);
    pools[cell] = pool;
  }
  return {
    keys: taken.map((cell) => cells.names[cell] as string),
    firms: taken.map((cell) => counts[cell] as number),
    of: (firms, i) => pools[cells.of(firms, i)] as number,
  };
}

function refuseSmall(key: string, firms: number, least: number) {
  if (firms >= least) return;
  const many = firms === 1 ? "a single firm" : `${firms} firms`;
  throw new RatingRefusal(
    "pool",
    `The pool ${key} has ${many} to rate; the scheme compares at least ${least}.`,
    `排名池 ${key} 只有 ${firms} 户可评企业，方案要求至少 ${least} 户。`,
  );
}

/** Everything that could be a pool, and the one that a firm belongs to by where it is. */
type Cells = { names: string[]; of(firms: FirmColumns, i: number): number };

const NO_DISTRICT = "none";

function cellsOf(scheme: Scheme, year: FirmColumns, standing: Uint8Array, places: Places): Cells {
  if (scheme.pool.by === "all") return { names: ["all"], of: () => 0 };
  const last = places.districts.length;
  const districtOf = (district: number) => Math.min(district, last);
  const districts = [...places.districts, NO_DISTRICT];
  if (scheme.pool.by === "district")
    return { names: districts, of: ({ district }, i) => districtOf(district[i] as number) };
  const large = parksWith(scheme.pool.least, year, standing, places.parks.length);
  return {
    names: [...districts.map((code) => `${code}-rest`), ...places.parks],
    of: ({ district, park }, i) => {
      const at = park[i] as number;
      if (large[at] === 1) return last + 1 + at;
      const own = district[i] as number;
      return districtOf(own === NOWHERE ? (places.parkDistrict[at] ?? NOWHERE) : own);
    },
  };
}

/** 1 for parks that have so many rated firms. */
function parksWith(
  least: number,
  { count, park }: FirmColumns,
  standing: Uint8Array,
  parks: number,
): Uint8Array {
  const firms = new Uint32Array(parks);
  for (let i = 0; i < count; i++) {
    const at = park[i] as number;
    if (standing[i] === STANDING.rated && at < parks) firms[at] = (firms[at] as number) + 1;
  }
  return Uint8Array.from(firms, (many) => (many >= least ? 1 : 0));
}
