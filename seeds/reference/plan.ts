import type { Knex } from "knex";
import type { Source } from "../../domain/api/source.ts";
import { insertRows } from "../bulk.ts";
import type { Facts } from "./facts.ts";

type Target = {
  id: string;
  scope: string;
  name: string;
  unit: string;
  operator: string;
  base_year: number | null;
  base_value: string | null;
  target_year: number | null;
  target_value: string;
  cumulative: boolean;
  annual_average: boolean;
  source: Source;
};

/** The plan: documents, targets, figures, clusters, links, platforms and instruments, each with its source. */
export async function insertPlan(trx: Knex, facts: Facts): Promise<void> {
  await insertRows(
    trx,
    `insert into policy_document (id, file, title, level, horizon, draft)
     select * from json_to_recordset(?) as r (id text, file text, title text, level text, horizon text, draft boolean)`,
    facts.meta.documents.map((document) => ({ ...document, draft: document.title.includes("征求意见稿") })),
  );
  await insertRows(
    trx,
    `insert into target (id, scope, name, unit, operator, base_year, base_value, target_year, target_value, cumulative, annual_average,
       source)
     select * from json_to_recordset(?) as r (id text, scope text, name text, unit text, operator text, base_year integer,
       base_value text, target_year integer, target_value text, cumulative boolean, annual_average boolean, source jsonb)`,
    targetsIn(facts),
  );
  await insertRows(
    trx,
    `insert into indicator (id, scope, name, unit, year, value, note, source)
     select * from json_to_recordset(?) as r (id text, scope text, name text, unit text, year text, value text, note text,
       source jsonb)`,
    indicatorsIn(facts),
  );
  await insertClusters(trx, facts);
  await insertLinks(trx, facts);
}

function targetsIn(facts: Facts): Target[] {
  const plain = {
    operator: ">=",
    base_year: null,
    base_value: null,
    cumulative: false,
    annual_average: false,
  };
  return [
    ...facts.table1_targets_2030.map(
      (row): Target => ({
        ...plain,
        id: `plan-155-${row.no}`,
        scope: "新兴七区",
        name: row.indicator,
        unit: row.unit,
        base_year: row["2025"] === null ? null : 2025,
        base_value: row["2025"],
        target_year: 2030,
        target_value: row["2030"],
        cumulative: row.cumulative,
        source: row.source,
      }),
    ),
    ...facts.text_targets_004.flatMap((row): Target[] =>
      row.value === undefined
        ? []
        : [
            {
              ...plain,
              id: `text-155-${row.key}`,
              scope: row.district ?? "新兴七区",
              name: row.name,
              unit: row.unit ?? "",
              target_year: row.year ?? null,
              target_value: row.value,
              source: row.source,
            },
          ],
    ),
    ...facts.districts.map(
      ({ code, name, revenue_target_2030: target }): Target => ({
        ...plain,
        id: `revenue-2030-${code}`,
        scope: name,
        name: target.indicator,
        unit: target.unit,
        target_year: 2030,
        target_value: String(target.value),
        source: target.source,
      }),
    ),
    ...facts.plan_145_indicators.map(
      (row): Target => ({
        ...plain,
        id: `plan-145-${row.no}${row.sub ?? ""}`,
        scope: "成都市",
        name: row.indicator,
        unit: row.unit,
        base_year: row["2020"] === null ? null : 2020,
        base_value: row["2020"],
        target_year: 2025,
        target_value: row["2025"],
        annual_average: row.annual_average,
        source: row.source,
      }),
    ),
    ...facts.city_targets_000.map(
      (row, k): Target => ({
        ...plain,
        id: `city-2030-${k + 1}`,
        scope: "成都市",
        name: row.name,
        unit: row.unit,
        operator: row.op,
        target_year: 2030,
        target_value: row.value,
        source: row.source,
      }),
    ),
    ...facts.land_targets.filter(isWanted).map(
      (row): Target => ({
        ...plain,
        id: row.id,
        scope: row.scope,
        name: row.name,
        unit: row.unit,
        operator: row.op,
        target_year: row.year !== null && /^\d{4}$/.test(row.year) ? Number(row.year) : null,
        target_value: row.value,
        source: row.source,
      }),
    ),
  ];
}

/** Land targets with "=" state what is, not what is wanted. */
const isWanted = ({ op }: { op: string }) => op !== "=";

function indicatorsIn(facts: Facts) {
  return [
    ...facts.region_baseline.map(({ key, district, note, ...row }) => ({
      ...row,
      id: key,
      scope: district ?? "新兴七区",
      note: note ?? null,
    })),
    ...facts.land_targets
      .filter((row) => !isWanted(row))
      .map((row) => ({ ...row, year: row.year ?? "", note: row.note ?? null })),
    ...facts.derived_figures.map((row, k) => ({
      ...row,
      id: `derived-${k + 1}`,
      scope: "新兴七区",
      year: "",
      note: `推算：${row.formula}${row.note ? `；${row.note}` : ""}`,
    })),
  ];
}

async function insertClusters(trx: Knex, facts: Facts): Promise<void> {
  const codes = new Map(facts.districts.map(({ name, code }) => [name, code]));
  const rows = facts.clusters.flatMap(({ cluster, main, cooperating }) =>
    [
      ...main.map((member) => ({ ...member, role: "main" })),
      ...cooperating.map((member) => ({ ...member, role: "cooperating" })),
    ].map((member) => ({ ...member, name: cluster, district_code: codes.get(member.district) })),
  );
  await insertRows(
    trx,
    `insert into cluster (name, role, district_code, fields, source)
     select name, role, district_code, array(select json_array_elements_text(fields)), source
       from json_to_recordset(?) as r (name text, role text, district_code text, fields json, source jsonb)`,
    rows,
  );
}

async function insertLinks(trx: Knex, facts: Facts): Promise<void> {
  await insertRows(
    trx,
    `insert into cooperation_link (group_name, topic, ends, platforms, source)
     select group_name, topic, ends, array(select json_array_elements_text(platforms)), source
       from json_to_recordset(?) as r (group_name text, topic text, ends jsonb, platforms json, source jsonb)`,
    facts.cooperation_links.map(({ group, from, to, note, ...link }) => ({
      ...link,
      group_name: group,
      ends: { from, to, note },
    })),
  );
  await insertRows(
    trx,
    `insert into platform (name, kind, level, district_basis, source)
     select * from json_to_recordset(?) as r (name text, kind text, level text, district_basis text, source jsonb)`,
    facts.innovation_platforms,
  );
  await insertRows(
    trx,
    `insert into policy_tool (id, name, name_en, category, use, sources)
     select * from json_to_recordset(?) as r (id text, name text, name_en text, category text, use text, sources jsonb)`,
    facts.land_policy_tools.map(({ system_function, ...tool }) => ({ ...tool, use: system_function })),
  );
}
