import type { Text } from "../../domain/api/text.ts";
import type { Ask } from "../asking.ts";

/** Where what the plan names lies: districts by their outline, parks by theirs. What neither table knows has no place. */

export type Placed = { at: [number, number] | null; basis: Text | null };
export type Places = (name: string) => Placed;

const NOWHERE: Placed = { at: null, basis: null };

const BASES = {
  district: { zh: "行政区范围内的标注点", en: "a point inside the district" },
  surveyed: { zh: "园区范围内的标注点", en: "a point inside the park" },
  schematic: {
    zh: "示意性园区范围内的标注点，位置为近似",
    en: "a point inside a schematic outline: approximate",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Documents call parks by several names, which have the English of the park in common. */
const PLACES = `
  select name, 'district' as basis, array[ST_X(label_point), ST_Y(label_point)] as at from district where copy_of is null
  union all
  select coalesce(n.zh, p.name), p.outline_basis, array[ST_X(p.label_point), ST_Y(p.label_point)]
    from park p left join english_name n on n.en = p.name_en
   where p.label_point is not null and not p.synthetic`;

type Row = { name: string; basis: keyof typeof BASES; at: [number, number] };

export async function placesOf(ask: Ask): Promise<Places> {
  const rows = await ask<Row>(PLACES, []);
  const places = new Map(rows.map(({ name, basis, at }) => [name, { at, basis: BASES[basis] }]));
  return (name) => places.get(name) ?? NOWHERE;
}
