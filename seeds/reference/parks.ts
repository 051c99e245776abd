import type { Knex } from "knex";
import type { Source } from "../../domain/api/source.ts";
import { insertRows, multiPolygonText } from "../bulk.ts";
import { type DrawnPark, drawParks } from "../ground/parks.ts";
import type { EnglishNames, Facts } from "./facts.ts";

type ParkRow = {
  park_code: string;
  name: string;
  name_en: string;
  level: "development_zone" | "special_park" | "named_place";
  grade: "national" | "provincial" | null;
  special_type: string | null;
  district_code: string | null;
  district_basis: string;
  parent: string | null;
  leading_industries: string[];
  note: string | null;
  source: Source;
  outline: string | null;
};

/** One place as one document names it. */
type Mention = {
  name: string;
  level: ParkRow["level"];
  grade?: ParkRow["grade"];
  special_type?: string;
  district: string | null;
  district_basis: string;
  industries?: string[];
  note?: string | undefined;
  source: Source;
};

const SPECIAL_TYPES = {
  链主企业带动型: "chain_leader",
  创新成果转化型: "innovation",
  中小企业集聚型: "small_firms",
  场景开放驱动型: "scenario",
} as const;

export async function insertParks(trx: Knex, facts: Facts, names: EnglishNames): Promise<void> {
  const rows = parkRows(facts, names);
  await insertRows(
    trx,
    `insert into park (park_code, name, name_en, level, grade, special_type, district_code, district_basis,
         leading_industries, note, source, outline_basis, geom)
     select park_code, name, name_en, level, grade, special_type, district_code, district_basis,
         array(select json_array_elements_text(leading_industries)), note, source,
         case when outline is not null then 'schematic' end, ST_GeomFromText(outline, 4326)
       from json_to_recordset(?) as r (park_code text, name text, name_en text, level text, grade text, special_type text,
         district_code text, district_basis text, leading_industries json, note text, source jsonb, outline text)`,
    rows,
  );
  await insertRows(
    trx,
    `update park set parent_id = zone.id
       from json_to_recordset(?) as r (park_code text, parent text) join park zone on zone.park_code = r.parent
      where park.park_code = r.park_code`,
    rows.filter(({ parent }) => parent !== null),
  );
}

/** One row per park: mentions under several names are joined, and the first, which is the most telling, decides. */
function parkRows(facts: Facts, names: EnglishNames): ParkRow[] {
  const drawn = new Map(drawParks().map((park) => [park.plan.code, park]));
  const mentions = mentionsIn(facts);
  return names.parks.map(({ park_code, zh, variants, en }): ParkRow => {
    const own = mentions.filter(({ name }) => name === zh || variants.includes(name));
    const first = own[0];
    if (!first) throw new Error(`No document names ${zh}`);
    const placed = own.find(({ district }) => district !== null);
    const park = drawn.get(park_code);
    return {
      park_code,
      name: zh,
      name_en: en,
      level: first.level,
      grade: first.grade ?? null,
      special_type: first.special_type ?? null,
      district_code: placed ? districtCode(facts, placed.district) : null,
      district_basis: placed ? basisOf(placed.district_basis) : "unknown",
      parent: park?.plan.within ?? null,
      leading_industries: [...new Set(own.flatMap(({ industries }) => industries ?? []))],
      note: noteOf(own, zh),
      source: first.source,
      outline: park ? outlineText(park) : null,
    };
  });
}

function mentionsIn(facts: Facts): Mention[] {
  const leadingOf = (district: string | null) =>
    facts.districts.find(({ name }) => name === district)?.leading.map(({ name }) => name) ?? [];
  return [
    ...facts.development_zones.map(
      (zone): Mention => ({
        ...zone,
        level: "development_zone",
        grade: zone.level === "国家级" ? "national" : "provincial",
        industries: leadingOf(zone.district),
      }),
    ),
    ...facts.special_parks.map(
      (park): Mention => ({
        ...park,
        level: "special_park",
        special_type: SPECIAL_TYPES[park.type],
      }),
    ),
    ...facts.districts.flatMap(({ name: district, core_parks }) =>
      core_parks.map(
        (park): Mention => ({ ...park, level: "named_place", district, district_basis: "stated" }),
      ),
    ),
    ...facts.other_places_004.map((place): Mention => ({ ...place, level: "named_place" })),
    ...facts.parks_001_by_industry.map(
      (place): Mention => ({
        ...place,
        level: "named_place",
        district: place.district_in_seven,
        district_basis: place.district_basis ?? "unknown",
        industries: [place.sub ? `${place.industry}（${place.sub}）` : place.industry],
      }),
    ),
  ];
}

const BASES = ["stated", "name", "cross_document", "general_knowledge"] as const;

/** Bases carry details in the facts, such as the document that states the district. */
const basisOf = (printed: string): string =>
  BASES.find((basis) => printed.startsWith(basis)) ?? "general_knowledge";

/** "郫都区（与高新西区）" and the like name the district first. */
function districtCode(facts: Facts, printed: string | null): string {
  const district = facts.districts.find(({ name }) => printed?.startsWith(name));
  if (!district) throw new Error(`No emerging district in ${printed}`);
  return district.code;
}

function noteOf(mentions: readonly Mention[], name: string): string | null {
  const others = [...new Set(mentions.map((mention) => mention.name))].filter((other) => other !== name);
  const parts = [...new Set(mentions.flatMap(({ note }) => note ?? []))];
  if (others.length > 0) parts.push(`文件中又称：${others.join("、")}`);
  return parts.length > 0 ? parts.join("；") : null;
}

const outlineText = ({ outline, plane }: DrawnPark) =>
  multiPolygonText(outline.rings.map((ring) => ring.map(plane.toDegrees)));
