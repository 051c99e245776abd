import type { Text } from "../api/text.ts";
import type { CaseKind, CaseState, Cause, Disposal, Step } from "./states.ts";

/** What officers call things: in refusals, in the ledger and in the log. */

export const STATE_NAMES: Readonly<Record<CaseState, string>> = {
  suspected: "疑似",
  verified: "已认定",
  decided: "已定处置",
  in_progress: "处置中",
  closed: "办结",
  rejected: "不予认定",
};

export const STEP_NAMES: Readonly<Record<Step, string>> = {
  verify: "认定",
  reject: "不予认定",
  decide: "决定处置方式",
  begin: "开始处置",
  close: "办结",
  reopen: "重新办理",
};

export const KIND_NAMES: Readonly<Record<CaseKind, string>> = {
  idle: "闲置",
  inefficient: "低效",
  scattered: "园外零散",
};

export const CAUSE_NAMES: Readonly<Record<Cause, string>> = {
  unknown: "待调查",
  firm: "企业原因",
  government: "政府原因",
  force_majeure: "不可抗力",
  preparation: "前期工作",
};

export const DISPOSAL_NAMES: Readonly<Record<Disposal, Text>> = {
  negotiated_recovery: { zh: "协议收回", en: "negotiated recovery" },
  merger: { zh: "兼并重组", en: "merger or transfer" },
  upgrading: { zh: "转型升级", en: "upgrading" },
  reinvestment: { zh: "增资提效", en: "reinvestment" },
  planning_change: { zh: "规划调整", en: "change of plan" },
  consolidation: { zh: "整合归并", en: "consolidation" },
  function_change: { zh: "功能置换", en: "change of function" },
  relocation: { zh: "搬迁入园", en: "relocation into a park" },
  unified_reserve: { zh: "统一收储", en: "unified reserve" },
  workshop_renewal: { zh: "厂房改造", en: "renewal of workshops" },
  more_capacity: { zh: "提容增效", en: "more floor area" },
  observation: { zh: "继续观察", en: "observation" },
  idle_fee: { zh: "征缴土地闲置费", en: "idle-land fee" },
  recovery_without_pay: { zh: "无偿收回", en: "recovery without pay" },
  extension: { zh: "延长动工期限", en: "extension of the term" },
  temporary_use: { zh: "安排临时使用", en: "temporary use" },
  exchange: { zh: "置换土地", en: "exchange of land" },
};
