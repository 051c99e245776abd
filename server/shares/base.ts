import type { ScenarioBase } from "../../domain/api/shares.ts";
import type { Source } from "../../domain/api/source.ts";
import { toKm2, toMu } from "../../domain/area.ts";
import { numberPrinted } from "../../domain/plan/standing.ts";
import { REGION_INDUSTRIAL_M2 } from "../../domain/shares/definitions.ts";
import type { LandKind } from "../../domain/shares/parts.ts";
import type { Ask } from "../asking.ts";
import type { PartsStore } from "./parts.ts";
import { squareCentimetres } from "./present.ts";
import { type Region, wholeRegion } from "./region.ts";

/** What a scenario starts from: the land of each district at the end of a year, and what was transferred in it. */

const TARGETS = "select target_value, source from target where id = any(?) order by id";

const WAN_IN_YI = 10_000;

/** The districts' own targets for 2030 over all industrial land of today, as the plan counts it; none where one has no target. */
async function outputTarget(ask: Ask, codes: readonly string[]): Promise<ScenarioBase["output_target"]> {
  const ids = codes.map((code) => `revenue-2030-${code}`);
  const rows = await ask<{ target_value: string; source: Source }>(TARGETS, [ids]);
  const values = rows.flatMap(({ target_value }) => numberPrinted(target_value) ?? []);
  const [first] = rows;
  if (!first || values.length < codes.length) return null;
  const total = values.reduce((sum, value) => sum + value, 0);
  const { evidence, ...source } = first.source;
  const land = toKm2(REGION_INDUSTRIAL_M2);
  return {
    per_mu: (total * WAN_IN_YI) / toMu(REGION_INDUSTRIAL_M2),
    source: { ...source, section: "三（一）—（七）1，一（一）4" },
    note: {
      zh: `推算：七区 2030 年规上工业营收目标合计 ${total} 亿元 ÷ 现状工业用地 ${land} 平方公里（用地不变）。`,
      en: `Reckoned: the districts' revenue targets for 2030, ${total / 10} billion yuan together, over today's ${land} km² of industrial land.`,
    },
  };
}

function landOf({ parts }: Region, year: number, district: string) {
  const none = (): Record<LandKind, number> => ({ industry: 0, m0: 0, warehouse: 0 });
  const [net_m2, area_m2] = [none(), none()];
  for (const part of parts.land)
    if (part.district === district && (part.supplied === null || part.supplied <= year)) {
      net_m2[part.kind] = squareCentimetres(net_m2[part.kind] + part.net_m2);
      area_m2[part.kind] = squareCentimetres(area_m2[part.kind] + part.area_m2);
    }
  return { net_m2, area_m2 };
}

export async function baseOf(parts: PartsStore, ask: Ask, year: number): Promise<ScenarioBase> {
  const region = await wholeRegion(parts, ask);
  const { land, transfers, statistics } = region.parts;
  const reports = statistics.filter((row) => row.year === year);
  const signed = transfers.filter((part) => part.year === year);
  return {
    year,
    districts: region.districts.map(({ code, name }) => {
      const report = reports.find(({ district }) => district === code);
      return {
        ...{ code, name },
        ...landOf(region, year, code),
        urban_m2: report?.urban_m2 ?? null,
        construction_m2: report?.construction_m2 ?? null,
        output_wan: report?.revenue_wan ?? null,
      };
    }),
    transfers: signed.map(({ district, month, use, mode, area_m2 }) => ({
      ...{ district, month, use, mode, area_m2 },
    })),
    output_target: await outputTarget(
      ask,
      region.districts.map(({ code }) => code),
    ),
    synthetic: [land, reports, signed].some((rows) => rows.some(({ synthetic }) => synthetic)),
  };
}
