import type { Text } from "../../domain/api/text.ts";
import type { ShareDefinition, ShareId } from "../../domain/shares/definitions.ts";
import type { Fraction } from "../../domain/shares/reckon.ts";
import type { KnownParts, KnownStatistic } from "./parts.ts";
import type { AskedRegion } from "./region.ts";

/** Where the figures of a share come from, and why one cannot be told. */

type Asking = Pick<AskedRegion, "asked" | "parts">;

const about =
  ({ asked }: Asking) =>
  (part: { district: string }) =>
    asked === null || part.district === asked;

const transfersIn = (region: Asking, year: number): KnownParts["transfers"] =>
  region.parts.transfers.filter((part) => part.year === year && about(region)(part));

const reportsFor = (region: Asking, year: number): KnownStatistic[] =>
  region.parts.statistics.filter((row) => row.year === year && about(region)(row));

export function isSynthetic(id: ShareId, region: Asking, year: number): boolean {
  if (id === "R2") return transfersIn(region, year).some(({ synthetic }) => synthetic);
  const reports = id === "R3" ? [] : reportsFor(region, year);
  return [...region.parts.land.filter(about(region)), ...reports].some(({ synthetic }) => synthetic);
}

const DEMONSTRATION: Text = {
  zh: "演示数据（程序生成），不是成都市或各区的实际数值。",
  en: "Demonstration data that the program made up: not a figure of Chengdu or of its districts.",
};

const joined = (...texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join(""),
  en: texts.map(({ en }) => en).join(" "),
});

function sourceOf(id: ShareId, region: Asking, year: number): Text {
  if (id === "R2")
    return {
      zh: "出让合同台账，按签订日归月。",
      en: "The register of transfer contracts, by the day of signature.",
    };
  const land = {
    zh: "宗地台账，供应日期不晚于当年年末。",
    en: "The register of parcels, those supplied by the end of the year.",
  };
  if (id === "R3") return land;
  const named = [...new Set(reportsFor(region, year).flatMap(({ source }) => source ?? []))];
  if (named.length === 0) return land;
  return joined(land, {
    zh: `统计来源：${named.join("；")}。`,
    en: `Statistics: ${named.join("; ")}.`,
  });
}

function whyUnknown(definition: ShareDefinition, region: AskedRegion, year: number): Text {
  const { id, denominator } = definition;
  if (id === "R2")
    return {
      zh: `没有 ${year} 年计入的出让合同，无法计算占比。`,
      en: `No contract of ${year} counts, so there is no share.`,
    };
  const reports = reportsFor(region, year);
  if (id === "R3" || reports.length === 0)
    return {
      zh: `没有 ${year} 年的统计数据，无法计算占比。`,
      en: `Nothing is reported of ${year}, so there is no share.`,
    };
  const missing = reports.filter((row) => (id === "R1" ? row.urban_m2 : row.construction_m2) === null);
  const names = missing.flatMap(
    ({ district }) => region.districts.find(({ code }) => code === district)?.name ?? [],
  );
  return {
    zh: `缺 ${year} 年${denominator.zh}：${names.map(({ zh }) => zh).join("、")}，无法计算占比。`,
    en: `${denominator.en} of ${year} is missing for ${names.map(({ en }) => en).join(", ")}, so there is no share.`,
  };
}

export function basisData(
  definition: ShareDefinition,
  region: AskedRegion,
  year: number,
  { denominator_m2 }: Fraction,
  synthetic: boolean,
): Text {
  const known = denominator_m2 !== null && denominator_m2 > 0;
  const reasons = known ? [] : [whyUnknown(definition, region, year)];
  const origin = synthetic ? DEMONSTRATION : sourceOf(definition.id, region, year);
  return joined(...reasons, origin);
}
