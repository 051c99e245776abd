import { day, monthsAfter, yearOf } from "../../domain/civil-days.ts";
import { rounded } from "../ground/exact.ts";
import type { Random } from "../ground/random.ts";
import { TODAY } from "./dates.ts";
import type { Fate } from "./fates.ts";
import type { ParcelRow } from "./records.ts";

/** Terms of supply: when, for how long, at what price, and what the holder promised. Dates are day numbers. */
export type Contract = {
  mode: NonNullable<ParcelRow["supply_mode"]>;
  supplied: number;
  start: number;
  completion: number;
  extension: number;
  termYears: number;
  price_wan: number;
  far: number;
  investment_wan: number;
  taxPerMu_wan: number | null;
};

type Era = readonly [first: string, last: string];

/** Contract years that let a fate come true by the day of the picture. */
const ERAS: Readonly<Partial<Record<Fate, Era>>> = {
  building: ["2023-02-01", "2025-12-20"],
  never_started: ["2018-01-01", "2024-02-28"],
  abandoned: ["2016-01-01", "2022-12-31"],
  extended: ["2023-09-01", "2024-05-31"],
  late: ["2015-01-01", "2020-12-31"],
};

const RUNNING_ERAS: readonly (readonly [Era, number])[] = [
  [["1996-01-01", "2002-12-31"], 10],
  [["2003-01-01", "2007-12-31"], 25],
  [["2008-01-01", "2013-12-31"], 32],
  [["2014-01-01", "2020-12-31"], 24],
  [["2021-01-01", "2023-09-30"], 6.5],
];

const SCATTERED_ERAS: readonly (readonly [Era, number])[] = [
  [["1993-01-01", "2001-12-31"], 46],
  [["2002-01-01", "2009-12-31"], 44],
  [["2010-01-01", "2015-12-31"], 10],
];

/** Fates that need a finished works at least two years old. */
const OLD_ENOUGH: Era = ["2003-01-01", "2017-12-31"];
const NEEDS_AGE: ReadonlySet<Fate> = new Set(["thin_investment", "closed_down", "just_enough"]);

export function contractFor(random: Random, fate: Fate, scattered: boolean, mu: number): Contract {
  const era =
    ERAS[fate] ??
    (NEEDS_AGE.has(fate) ? OLD_ENOUGH : random.weighted(scattered ? SCATTERED_ERAS : RUNNING_ERAS));
  const supplied =
    fate === "nearly_idle" ? nearlyIdleSupply(random) : random.integer(day(era[0]), day(era[1]));
  const year = yearOf(supplied);
  const start = fate === "nearly_idle" ? supplied + 184 : monthsAfter(supplied, random.integer(3, 10));
  const investmentPerMu = (year < 2010 ? 150 : year < 2018 ? 260 : 340) * random.lognormal(1, 0.3);
  return {
    mode: modeIn(random, year, scattered),
    supplied,
    start,
    completion: monthsAfter(start, random.integer(18, 36)),
    extension:
      fate === "extended"
        ? random.pick([180, 270, 365, 365])
        : fate === "never_started" && random.chance(0.2)
          ? 180
          : 0,
    termYears:
      year >= 2019
        ? random.weighted([
            [20, 55],
            [30, 25],
            [50, 20],
          ])
        : 50,
    price_wan: rounded(mu * (year < 2007 ? 11 : year < 2015 ? 24 : 33) * random.lognormal(1, 0.22), 2),
    far: rounded(random.between(1, year >= 2021 ? 2.2 : 1.6), 2),
    investment_wan: rounded(mu * investmentPerMu, 1),
    taxPerMu_wan: year >= 2019 ? random.integer(12, 32) : null,
  };
}

/** Due a year ago at the latest tomorrow: the parcel becomes idle within days or weeks. */
const nearlyIdleSupply = (random: Random) =>
  monthsAfter(TODAY, -12) +
  random.weighted([
    [1, 30],
    [random.integer(2, 85), 70],
  ]) -
  184;

function modeIn(random: Random, year: number, scattered: boolean): Contract["mode"] {
  if (year < 2007) {
    return random.weighted([
      ["negotiated", scattered ? 62 : 56],
      ["transfer", 30],
      ["allocation", scattered ? 8 : 14],
    ]);
  }
  return year >= 2019
    ? random.weighted([
        ["transfer", 88],
        ["lease_then_transfer", 9],
        ["lease", 3],
      ])
    : random.weighted([
        ["transfer", 97],
        ["lease", 3],
      ]);
}
