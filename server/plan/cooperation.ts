import type { Cooperation } from "../../domain/api/plan.ts";
import type { Source } from "../../domain/api/source.ts";
import type { Text } from "../../domain/api/text.ts";
import type { Ask } from "../asking.ts";
import { beltsOf } from "../layout/present.ts";
import type { LayoutStore } from "../layout/store.ts";
import { type Bilingual, bilingual } from "./english.ts";
import { type Places, placesOf } from "./places.ts";

/** Clusters (集群), cooperation (专栏6), innovation platforms (专栏5) and belts, as the plan names them. */

type ClusterRow = {
  name: string;
  role: "main" | "cooperating";
  district: string;
  fields: string[];
  source: Source;
};

const CLUSTERS = "select name, role, district_code as district, fields, source from cluster order by id";

async function clustersOf(ask: Ask, text: Bilingual): Promise<Cooperation["clusters"]> {
  const rows = await ask<ClusterRow>(CLUSTERS, []);
  const members = (name: string, role: ClusterRow["role"]) =>
    rows
      .filter((row) => row.name === name && row.role === role)
      .map(({ district, fields, source }) => ({ district, fields: fields.map(text), source }));
  return [...new Set(rows.map(({ name }) => name))].map((name) => ({
    name: text(name),
    main: members(name, "main"),
    cooperating: members(name, "cooperating"),
  }));
}

export type ClusterOfDistrict = { name: Text; role: "main" | "cooperating"; fields: Text[] };

/** The parts that one district takes. */
export async function clustersIn(ask: Ask, district: string): Promise<ClusterOfDistrict[]> {
  const text = await bilingual(ask);
  const rows = await ask<ClusterRow>(CLUSTERS, []);
  return rows
    .filter((row) => row.district === district)
    .map(({ name, role, fields }) => ({ name: text(name), role, fields: fields.map(text) }));
}

type LinkRow = {
  id: number;
  group_name: string;
  topic: string;
  ends: { from: { name: string }[]; to: { name: string }[] };
  platforms: string[];
  source: Source;
};

const LINKS = "select id, group_name, topic, ends, platforms, source from cooperation_link order by id";

async function linksOf(ask: Ask, text: Bilingual, placeOf: Places): Promise<Cooperation["links"]> {
  const end = ({ name }: { name: string }) => ({ name: text(name), ...placeOf(name) });
  return (await ask<LinkRow>(LINKS, [])).map(({ id, group_name, topic, ends, platforms, source }) => ({
    id,
    group: text(group_name),
    topic: text(topic),
    from: ends.from.map(end),
    to: ends.to.map(end),
    platforms: platforms.map(text),
    source,
  }));
}

type PlatformRow = {
  name: string;
  kind: string;
  level: string | null;
  district: string | null;
  district_basis: string;
  source: Source;
};

/** Those whose district somebody states first, then as the document lists them. */
const PLATFORMS = `
  select name, kind, level, district_code as district, district_basis, source from platform
   order by district_code nulls last, id`;

async function platformsOf(ask: Ask, text: Bilingual): Promise<Cooperation["platforms"]> {
  return (await ask<PlatformRow>(PLATFORMS, [])).map(({ name, kind, level, ...same }) => ({
    name: text(name),
    kind: text(kind),
    level: level === null ? null : text(level),
    ...same,
  }));
}

export async function cooperationOf(
  ask: Ask,
  layout: LayoutStore,
  signal: AbortSignal,
): Promise<Cooperation> {
  const text = await bilingual(ask);
  const [clusters, links, platforms, districts] = await Promise.all([
    clustersOf(ask, text),
    placesOf(ask).then((places) => linksOf(ask, text, places)),
    platformsOf(ask, text),
    layout.districts(signal),
  ]);
  return { clusters, links, platforms, belts: beltsOf(districts) };
}
