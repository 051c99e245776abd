import type { Knex } from "knex";
import type { SearchHit } from "../../domain/api/search.ts";
import { containing, literal } from "../db/like.ts";
import type { Read } from "../read.ts";

/** What of a kind matches, best first: one more than asked for where there is more. */
type Find = (term: string, size: number, signal: AbortSignal) => Promise<SearchHit[]>;

const POINT = (geom: string) =>
  `case when ${geom} is not null then array[ST_X(${geom}), ST_Y(${geom})] end as point`;
const BOTH = (text: string) => `json_build_object('zh', ${text}, 'en', ${text})`;
const NAMES = (alias: string) => `json_build_object('zh', ${alias}.name, 'en', ${alias}.name_en)`;

/**
 * Three looks at one column: exact, beginning, inside. PostgreSQL takes them one after the other and stops at the limit, so a
 * term that a million names contain costs no more than a rare one, and no ranking reads them all. From three characters on,
 * the trigram indexes answer.
 */
const ranked = (table: string, column: string) => `
  (select id, 0 as rank from ${table} where ${column} = :term)
  union all
  (select id, 1 from ${table} where ${column} like :beginning and ${column} <> :term limit :size)
  union all
  (select id, 2 from ${table} where ${column} like :inside and ${column} not like :beginning limit :size)
  limit :size`;

const patterns = (term: string, size: number) => ({
  term,
  beginning: `${literal(term)}%`,
  inside: containing(term),
  size,
});

export function searchStore(knex: Knex, read: Read): Record<SearchHit["kind"], Find> {
  const rows: (text: string, ...asked: Parameters<Find>) => Promise<SearchHit[]> = (
    text,
    term,
    size,
    signal,
  ) => {
    const { sql, bindings } = knex.raw(text, patterns(term, size)).toSQL();
    return read<SearchHit>(sql, bindings, signal);
  };

  return {
    district: (term, size, signal) =>
      rows(
        `select 'district' as kind, d.code, ${NAMES("d")} as name, ${BOTH("d.code")} as detail, ${POINT("d.label_point")}
           from district d
          where d.copy_of is null and (d.name ilike :inside or d.name_en ilike :inside or d.code = :term)
          order by least(position(lower(:term) in d.name), position(lower(:term) in lower(d.name_en))) > 1, length(d.name), d.code
          limit :size`,
        term,
        size,
        signal,
      ),

    park: (term, size, signal) =>
      rows(
        `select 'park' as kind, p.park_code as code, ${NAMES("p")} as name,
                case when d.code is null then json_build_object('zh', '所在区未说明', 'en', 'District not stated') else ${NAMES("d")} end as detail,
                ${POINT("p.label_point")}
           from park p left join district d on d.code = p.district_code
          where d.copy_of is null and (p.name ilike :inside or p.name_en ilike :inside)
          order by lower(:term) not in (lower(p.name), lower(p.name_en)),
                   not (p.name ilike :beginning or p.name_en ilike :beginning), length(p.name), p.park_code
          limit :size`,
        term,
        size,
        signal,
      ),

    parcel: async (term, size, signal) => {
      const code = term.toUpperCase();
      if (!/^[0-9A-Z]{1,19}$/.test(code)) return [];
      return rows(
        `select 'parcel' as kind, p.parcel_code as code, ${BOTH("p.parcel_code")} as name, ${NAMES("d")} as detail,
                ${POINT("ST_PointOnSurface(p.geom)")}
           from (${ranked("parcel", "parcel_code")}) found
           join parcel p using (id) join district d on d.code = p.district_code
          order by rank, p.parcel_code`,
        code,
        size,
        signal,
      );
    },

    enterprise: async (term, size, signal) => {
      const columns = /^[0-9A-Za-z]{2,18}$/.test(term) ? ["credit_code", "name"] : ["name"];
      const found = await Promise.all(
        columns.map((column) =>
          rows(
            `select 'enterprise' as kind, e.credit_code as code, ${BOTH("e.name")} as name, ${NAMES("d")} as detail, ${POINT("e.geom")}
               from (${ranked("enterprise", column)}) found
               join enterprise e using (id) join district d on d.code = e.district_code
              order by rank, length(e.name), e.name collate "C", e.credit_code`,
            column === "credit_code" ? term.toUpperCase() : term,
            size,
            signal,
          ),
        ),
      );
      const once = new Map(found.flat().map((hit) => [hit.code, hit]));
      return [...once.values()].slice(0, size);
    },
  };
}
