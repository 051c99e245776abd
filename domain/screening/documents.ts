import type { Text } from "../api/text.ts";
import { consequencesOf, type Priced } from "./consequences.ts";
import type { FindingKind } from "./facts.ts";

/** The papers that a case of this kind wants. Their names are those in common use (通行做法), to be checked against local rules. */

const IDLE: readonly Text[] = [
  { zh: "《闲置土地调查通知书》", en: "Notice of investigation of idle land" },
  {
    zh: "使用权人的情况说明和证据（收到通知后 30 日内）",
    en: "The holder's account and evidence, within 30 days of the notice",
  },
  { zh: "《闲置土地认定书》及其公开记录", en: "Finding of idle land, and the record of its publication" },
  { zh: "听证告知材料", en: "Notice of the right to a hearing" },
];
const FEE: Text = { zh: "《征缴土地闲置费决定书》", en: "Decision to levy the idle-land fee" };
const RECOVERY: Text = {
  zh: "《收回国有建设用地使用权决定书》",
  en: "Decision to recover the right of use",
};

const INEFFICIENT: readonly Text[] = [
  { zh: "现场核查记录和照片", en: "Record and pictures of the visit" },
  { zh: "投资、税收、用工等佐证材料", en: "Evidence of investment, tax and staff" },
  { zh: "低效用地认定表", en: "Finding of inefficient land" },
  { zh: "盘活方案或处置协议", en: "Plan or agreement on its disposal" },
];

const SCATTERED: readonly Text[] = [
  { zh: "零散工业用地摸排表", en: "Survey sheet of scattered industrial land" },
  { zh: "权属和规划核查意见", en: "Opinion on holders and planning" },
];

export function documentsOf(facts: Priced, kinds: readonly FindingKind[], on: number): Text[] {
  const follows = consequencesOf(facts);
  const idle = kinds.includes("idle");
  return [
    ...(idle ? IDLE : []),
    ...(idle && follows && on >= follows.fee_from && on < follows.recovery_from ? [FEE] : []),
    ...(idle && follows && on >= follows.recovery_from ? [RECOVERY] : []),
    ...(kinds.includes("inefficient") ? INEFFICIENT : []),
    ...(kinds.includes("scattered") ? SCATTERED : []),
  ];
}
