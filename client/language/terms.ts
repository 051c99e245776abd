import type { Language } from "../state/view.ts";

/** Words that the data holds in Chinese from short lists: titles of firms, chains, industries, and codes of closed columns. */
const ENGLISH: Readonly<Record<string, string>> = {
  链主: "Chain leader",
  镇园之宝: "Park treasure",
  专精特新小巨人: "Little giant",
  专精特新: "Specialised SME",
  单项冠军: "Single-product champion",
  高新技术企业: "High-tech enterprise",
  绿色食品: "Green food",
  创新药: "Innovative drugs",
  高端医疗器械: "Advanced medical devices",
  中医药: "Chinese medicine",
  高性能纤维及复合材料: "High-performance fibres and composites",
  新型材料: "New materials",
  智能网联汽车: "Intelligent connected vehicles",
  航空装备: "Aviation equipment",
  轨道交通: "Rail transit",
  商业航天: "Commercial space",
  新型储能: "New energy storage",
  光伏: "Photovoltaics",
  智能输变电装备: "Smart power transmission",
  集成电路: "Integrated circuits",
  新型显示: "New displays",
  光通信: "Optical communication",
  智能终端: "Smart terminals",
  智能传感: "Smart sensing",
  医药健康: "Medicine and health",
  电子信息: "Electronic information",
  装备制造: "Equipment manufacturing",
  先进能源: "Advanced energy",
  航空航天: "Aerospace",
  航空产业: "Aviation",
  能源环保: "Energy and environment",
  新能源: "New energy",
  新能源商用车: "New-energy commercial vehicles",
  智能制造装备: "Smart manufacturing equipment",
  万元: "10k yuan",
  "万元/亩": "10k yuan/mu",
  亩: "mu",
  人: "people",
  年: "years",
  天: "days",
};

/** Codes that closed columns hold. */
const CODES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  industry: ["工业", "Industry"],
  new_industry: ["新型产业 M0", "New-type industry (M0)"],
  warehouse: ["仓储", "Warehousing"],
  commerce: ["商服", "Commerce"],
  housing: ["住宅", "Housing"],
  other: ["其他", "Other"],
  transfer: ["招拍挂出让", "Public transfer"],
  negotiated: ["协议出让", "Negotiated transfer"],
  allocation: ["划拨", "Allocation"],
  lease: ["租赁", "Lease"],
  lease_then_transfer: ["先租后让", "Lease, then transfer"],
};

/** A term or code in the reader's language; what is in no list stays as it is. */
export function termIn(term: string, language: Language): string {
  const code = CODES[term];
  if (code) return code[language === "zh" ? 0 : 1];
  return language === "en" ? inEnglish(term) : term;
}

/** Some industries say in brackets what they mean: 装备制造（新能源与智能网联汽车）. */
function inEnglish(term: string): string {
  const [, whole, parts] = /^(.+)（(.+)）$/.exec(term) ?? [];
  if (!whole || !parts) return ENGLISH[term] ?? term;
  const named = parts.split(/[、与]/).map((part) => ENGLISH[part] ?? part);
  return `${ENGLISH[whole] ?? whole} (${named.join(", ")})`;
}
