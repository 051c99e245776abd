import type { Text } from "../../domain/api/text.ts";
import { currentDistrictCode } from "../../domain/districts.ts";
import type { Asked } from "../../domain/shares/reckon.ts";
import type { Ask } from "../asking.ts";
import { invalidParameter } from "../http/problem.ts";
import type { District, KnownParts, PartsStore } from "./parts.ts";

/** The districts that are added up together, with their parts, and which of them somebody asks about. */

export type Region = {
  districts: readonly District[];
  parts: KnownParts;
  /** Years of which anything was reported or transferred. */
  years: readonly number[];
};
export type AskedRegion = Region & { asked: Asked; scope: Text };

const WHOLE: Text = { zh: "新兴七区合计", en: "The seven emerging districts together" };

async function regionOf(parts: PartsStore, ask: Ask, districts: readonly District[]): Promise<Region> {
  const known = await parts.of(
    ask,
    districts.map(({ code }) => code),
  );
  const years = [...known.statistics, ...known.transfers].map(({ year }) => year);
  return { districts, parts: known, years: [...new Set(years)].sort((a, b) => a - b) };
}

export async function wholeRegion(parts: PartsStore, ask: Ask): Promise<Region> {
  const districts = await parts.districts(ask);
  return regionOf(
    parts,
    ask,
    districts.filter(({ copy }) => !copy),
  );
}

/** One of the seven, all of them, or a copy by itself. */
export async function askedRegion(
  parts: PartsStore,
  ask: Ask,
  district: string | undefined,
): Promise<AskedRegion> {
  if (district === undefined) return { ...(await wholeRegion(parts, ask)), asked: null, scope: WHOLE };
  const code = currentDistrictCode(district);
  const found = (await parts.districts(ask)).find((one) => one.code === code);
  if (!found) throw unknownDistrict(district);
  const region = await (found.copy ? regionOf(parts, ask, [found]) : wholeRegion(parts, ask));
  return { ...region, asked: code, scope: found.name };
}

const unknownDistrict = (code: string) => {
  const message = `${code} is none of the seven emerging districts`;
  const zh = `${code} 不属于新兴七区`;
  return invalidParameter(`district: ${message}`, { zh, errors: [{ field: "district", message, zh }] });
};
