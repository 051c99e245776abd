import type { Text } from "../api/text.ts";

/** Where the program works with the instruments of the documents (政策工具): places of the page, by the number of the instrument. */

export type Place = { title: Text; address: string };

const place = (zh: string, en: string, address: string): Place => ({ title: { zh, en }, address });

const RATINGS = place("亩均评价", "Per-mu ratings", "?theme=yield");
const POLICIES = place("差别化配置政策", "What grades are used for", "?theme=yield&desk=policies");
const IDLE = place("疑似闲置用地", "Land suspected to be idle", "?theme=slack&kind=idle&list=candidates");
const INEFFICIENT = place(
  "疑似低效用地",
  "Land suspected to be inefficient",
  "?theme=slack&kind=inefficient&list=candidates",
);
const LATE = place(
  "履约不足的地块",
  "Parcels short of what was agreed",
  "?theme=slack&rule=late_completion,low_investment&list=candidates",
);
const SCATTERED = place("园外零散用地", "Scattered land", "?theme=slack&kind=scattered&list=candidates");
const GROUPS = place("零散用地组团", "Groups of scattered land", "?theme=slack&list=groups");
const CASES = place("盘活案件", "Cases", "?theme=slack&list=cases");
const PROGRESS = place("盘活进展", "Progress of cases", "?theme=slack&list=progress");
const POTENTIAL = place("提容增效潜力", "Potential", "?theme=slack&list=potential");
const WORKSHOPS = place("标准厂房供需", "Standard workshops", "?theme=slack&list=workshops");
const SHARES = place("用地占比", "Land shares", "?theme=share");
const LAYOUT = place("产业布局", "Layout", "?theme=layout");

/** The four ways of 四（二）4 are ways of disposal that a case is decided on. */
const DISPOSED = [CASES, INEFFICIENT] as const;

/** An instrument that stands at no place, or is missing here, is one that the program has no use for yet. */
const USED: Readonly<Record<string, readonly Place[]>> = {
  T01: [RATINGS],
  T02: [POLICIES],
  T03: [POLICIES],
  T04: [INEFFICIENT, IDLE, PROGRESS],
  T05: DISPOSED,
  T06: DISPOSED,
  T07: DISPOSED,
  T08: DISPOSED,
  T09: [INEFFICIENT, CASES, WORKSHOPS],
  T10: [SCATTERED, GROUPS],
  T11: [GROUPS, CASES],
  T12: [WORKSHOPS],
  T15: [POTENTIAL],
  T16: [POLICIES, CASES],
  T17: [LAYOUT],
  T18: [SHARES],
  T19: [SHARES],
  T21: [SHARES],
  T22: [GROUPS],
  T23: [IDLE, CASES],
  T24: [RATINGS, LATE],
  T25: [SHARES],
  T26: [LATE],
  T27: [POTENTIAL],
  T28: [CASES, PROGRESS],
};

export const usedAt = (tool: string): Place[] => [...(USED[tool] ?? [])];
