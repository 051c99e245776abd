import type { Text } from "../../domain/api/text.ts";
import type { ColumnType } from "../catalog/layer.ts";
import type { Language } from "../ogc/negotiation.ts";

/** Words that several pages share. */

export const LAYERS_TITLE: Text = { zh: "图层", en: "Layers" };
export const SYNTHETIC: Text = { zh: "含演示数据", en: "Holds synthetic records" };

export const TYPES: Readonly<Record<ColumnType | "geometry", Text>> = {
  string: { zh: "文本", en: "text" },
  integer: { zh: "整数", en: "whole number" },
  number: { zh: "数值", en: "number" },
  boolean: { zh: "是/否", en: "true or false" },
  date: { zh: "日期", en: "date" },
  strings: { zh: "文本列表", en: "list of texts" },
  geometry: { zh: "几何", en: "geometry" },
};

export const grouped = (value: number): string => value.toLocaleString("en-US");

/** A value as people read it; what is not known is a dash. */
export function shown(value: unknown, language: Language): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return language === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en-US", { maximumFractionDigits: 4 });
  return Array.isArray(value) ? value.join(language === "zh" ? "、" : ", ") : String(value);
}
