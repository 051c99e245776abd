import { CITY_INDUSTRIAL_M2, type ShareId, type Switches } from "./definitions.ts";
import type { LandPart, Parts, TransferPart } from "./parts.ts";

/** Shares from their parts: what is above the line, what is below it. */

export type Fraction = {
  numerator_m2: number;
  /** Null where a district did not report it: no share can be told then. */
  denominator_m2: number | null;
};

/** Null without a denominator, and where nothing was transferred. */
export const percentOf = ({ numerator_m2, denominator_m2 }: Fraction): number | null =>
  denominator_m2 === null || denominator_m2 <= 0 ? null : (numerator_m2 * 100) / denominator_m2;

/** The districts that are asked about; null for all. */
export type Asked = string | null;
const among = (asked: Asked) => (part: { district: string }) => asked === null || part.district === asked;

const countsAsLand = ({ m0, warehouse }: Switches) => {
  const kinds = new Set<LandPart["kind"]>(["industry"]);
  if (m0) kinds.add("m0");
  if (warehouse) kinds.add("warehouse");
  return ({ kind }: LandPart) => kinds.has(kind);
};

/** Land that was there at the end of a year. */
function landAt(parts: Parts, year: number, asked: Asked, switches: Switches): LandPart[] {
  const counts = countsAsLand(switches);
  return parts.land.filter(
    (part) => counts(part) && among(asked)(part) && (part.supplied === null || part.supplied <= year),
  );
}

const sumOf = <Part>(parts: readonly Part[], value: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + value(part), 0);

/** A sum over districts is known only when each of them reported. */
function reported(
  parts: Parts,
  year: number,
  asked: Asked,
  value: (row: Parts["statistics"][number]) => number | null,
): number | null {
  const districts = new Set(parts.statistics.filter(among(asked)).map(({ district }) => district));
  const values = parts.statistics
    .filter((row) => row.year === year && among(asked)(row))
    .map(value)
    .filter((one) => one !== null);
  return values.length === 0 || values.length < districts.size ? null : sumOf(values, (one) => one);
}

/** Whether a transfer is of the commercial kind that is counted: neither allocated nor let. */
const isCommercial =
  ({ negotiated, lease_then_transfer }: Switches) =>
  ({ mode }: Pick<TransferPart, "mode">): boolean =>
    mode === "transfer" ||
    (mode === "negotiated" && negotiated) ||
    (mode === "lease_then_transfer" && lease_then_transfer);

const isIndustrialTransfer =
  ({ m0, warehouse }: Switches) =>
  ({ use }: Pick<TransferPart, "use">): boolean =>
    use === "industry" || (use === "new_industry" && m0) || (use === "warehouse" && warehouse);

/** Up to the end of a month. */
export function transfersUntil(
  { transfers }: Pick<Parts, "transfers">,
  { year, month, asked, switches }: { year: number; month: number; asked: Asked; switches: Switches },
): Fraction {
  const counted = transfers.filter(
    (part) => part.year === year && part.month <= month && among(asked)(part) && isCommercial(switches)(part),
  );
  return {
    numerator_m2: sumOf(counted.filter(isIndustrialTransfer(switches)), ({ area_m2 }) => area_m2),
    denominator_m2: sumOf(counted, ({ area_m2 }) => area_m2),
  };
}

const DECEMBER = 12;

export function fractionOf(
  id: ShareId,
  parts: Parts,
  year: number,
  asked: Asked,
  switches: Switches,
): Fraction {
  if (id === "R2") return transfersUntil(parts, { year, month: DECEMBER, asked, switches });
  // The city's total is of industry alone, so stores cannot stand above it.
  const counted = id === "R3" ? { ...switches, warehouse: false } : switches;
  const land = landAt(parts, year, asked, counted);
  const area = sumOf(land, ({ area_m2 }) => area_m2);
  if (id === "R3") return { numerator_m2: area, denominator_m2: CITY_INDUSTRIAL_M2 };
  if (id === "R1p")
    return {
      numerator_m2: area,
      denominator_m2: reported(parts, year, asked, ({ construction_m2 }) => construction_m2),
    };
  return {
    numerator_m2: sumOf(land, ({ net_m2 }) => net_m2),
    denominator_m2: reported(parts, year, asked, ({ urban_m2 }) => urban_m2),
  };
}
