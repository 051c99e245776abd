import type { Share, ShareMonths, ShareSeries } from "../../domain/api/shares.ts";
import type { Text } from "../../domain/api/text.ts";
import { SHARES, type ShareDefinition, shareNamed } from "../../domain/shares/definitions.ts";
import { missingAbove, missingOnBoth, roomBelow, standingOf } from "../../domain/shares/gap.ts";
import { type Fraction, fractionOf, percentOf, transfersUntil } from "../../domain/shares/reckon.ts";
import type { ShareId, Switches } from "../../domain/shares/switches.ts";
import { basisData, isSynthetic } from "./basis.ts";
import type { AskedRegion, Region } from "./region.ts";

/** Shares as they are answered: of a year, through the years, and month by month. */

export const squareCentimetres = (m2: number): number => Math.round(m2 * 10_000) / 10_000;

/** What is said to reach a target must reach it, and what is said to leave it must leave it. */
const enough = (m2: number): number => Math.ceil(m2 * 10_000) / 10_000;
const atMost = (m2: number): number => Math.floor(m2 * 10_000) / 10_000;

const rounded = ({ numerator_m2, denominator_m2 }: Fraction): Fraction => ({
  numerator_m2: squareCentimetres(numerator_m2),
  denominator_m2: denominator_m2 === null ? null : squareCentimetres(denominator_m2),
});

/** The city's total is held for the years that anything is known of, and for no others. */
function fractionIn(
  id: ShareId,
  region: Region,
  year: number,
  asked: string | null,
  switches: Switches,
): Fraction {
  const fraction = rounded(fractionOf(id, region.parts, year, asked, switches));
  return id === "R3" && !region.years.includes(year) ? { ...fraction, denominator_m2: null } : fraction;
}

function gapOf(fraction: Fraction, target: number | null): Share["gap"] {
  if (target === null || percentOf(fraction) === null) return null;
  const [above, both, room] = [missingAbove, missingOnBoth, roomBelow].map((of) => of(fraction, target));
  if (above == null || both == null || room == null) return null;
  return { above_m2: enough(above), both_m2: enough(both), room_m2: atMost(room) };
}

function presentShare(
  definition: ShareDefinition,
  region: AskedRegion,
  year: number,
  switches: Switches,
  today: string,
): Share {
  const { id, sign, name, target, baseline, near, scope, source, note, numerator, denominator } = definition;
  const fraction = fractionIn(id, region, year, region.asked, switches);
  const percent = percentOf(fraction);
  const synthetic = isSynthetic(id, region, year);
  const lastDay = `${year}-12-31`;
  return {
    ...{ id, sign, name, target, baseline, percent },
    numerator: fraction.numerator_m2,
    denominator: fraction.denominator_m2,
    unit: "m²",
    standing: standingOf(percent, target, near),
    gap: gapOf(fraction, target),
    scope: region.scope,
    target_scope: scope,
    date: lastDay < today ? lastDay : today,
    basis: {
      ...{ numerator, denominator, source, note },
      switches: Object.fromEntries(definition.switches.map((name) => [name, switches[name]])),
      data: basisData(definition, region, year, fraction, synthetic),
      synthetic,
    },
  };
}

export const presentShares = (
  region: AskedRegion,
  year: number,
  switches: Switches,
  today: string,
): Share[] => SHARES.map((definition) => presentShare(definition, region, year, switches, today));

type Code = { code: string | null; name?: Text };

export function presentSeries(region: Region, switches: Switches): ShareSeries {
  const { districts, years, parts } = region;
  const whose: readonly Code[] = [{ code: null }, ...districts];
  const points = SHARES.flatMap(({ id }) =>
    years.flatMap((year) =>
      whose.map(({ code }) => {
        const fraction = fractionIn(id, region, year, code, switches);
        return {
          ...{ id, year, district: code, percent: percentOf(fraction) },
          numerator: fraction.numerator_m2,
          denominator: fraction.denominator_m2,
        };
      }),
    ),
  );
  return {
    years: [...years],
    districts: districts.map(({ code, name }) => ({ code, name })),
    points,
    synthetic: [parts.land, parts.transfers, parts.statistics].some((rows) =>
      rows.some(({ synthetic }) => synthetic),
    ),
  };
}

/** The months of a year that have begun. */
function monthsUntil(today: string, year: number): number {
  const [thisYear, thisMonth] = today.split("-").map(Number) as [number, number];
  if (year === thisYear) return thisMonth;
  return year < thisYear ? 12 : 0;
}

export function presentMonths(
  region: AskedRegion,
  year: number,
  switches: Switches,
  today: string,
): ShareMonths {
  const target = shareNamed("R2").target ?? 0;
  const until = (month: number) =>
    rounded(transfersUntil(region.parts, { year, month, asked: region.asked, switches }));
  const months = Array.from({ length: monthsUntil(today, year) }, (_, i) => {
    const [before, now] = [until(i), until(i + 1)];
    const industrial = now.numerator_m2 - before.numerator_m2;
    const all = (now.denominator_m2 ?? 0) - (before.denominator_m2 ?? 0);
    return {
      month: i + 1,
      industrial_m2: squareCentimetres(industrial),
      other_m2: squareCentimetres(all - industrial),
      numerator: now.numerator_m2,
      denominator: now.denominator_m2 ?? 0,
      percent: percentOf(now),
      missing_m2: enough(missingOnBoth(now, target) ?? 0),
    };
  });
  return { year, target, months, synthetic: isSynthetic("R2", region, year) };
}
