import type { Text } from "../../domain/api/text.ts";
import type { ColumnType } from "../catalog/layer.ts";
import type { Language } from "../ogc/negotiation.ts";

/** Words that several pages share. */

export const LAYERS_TITLE: Text = { zh: "图层", en: "Layers" };
export const SYNTHETIC: Text = { zh: "含演示数据", en: "Holds synthetic records" };

export const TYPES: Readonly<Record<ColumnType | "geometry" | "point" | "polygon", Text>> = {
  string: { zh: "文本", en: "text" },
  integer: { zh: "整数", en: "whole number" },
  number: { zh: "数值", en: "number" },
  boolean: { zh: "是/否", en: "true or false" },
  date: { zh: "日期", en: "date" },
  strings: { zh: "文本列表", en: "list of texts" },
  geometry: { zh: "几何", en: "geometry" },
  point: { zh: "点", en: "point" },
  polygon: { zh: "面", en: "polygon" },
};

export const grouped = (value: number): string => value.toLocaleString("en-US");

const MOST_PLACES = 4;

/** How many digits after the point the longest of these figures has: with as many in each, points stand under each other. */
export const placesOf = (values: readonly unknown[]): number =>
  values.reduce<number>((most, value) => Math.max(most, String(value).split(".")[1]?.length ?? 0), 0);

/** A value as people read it; what is not known is a dash. */
export function shown(value: unknown, language: Language, places = 0): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return language === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  if (typeof value === "number")
    return value.toLocaleString("en-US", {
      minimumFractionDigits: Math.min(places, MOST_PLACES),
      maximumFractionDigits: MOST_PLACES,
    });
  return Array.isArray(value) ? value.join(language === "zh" ? "、" : ", ") : String(value);
}
