import type { Switch } from "./definitions.ts";
import type { SupplyMode, TransferUse } from "./parts.ts";
import type { LandBecomes, Step } from "./scenario.ts";

/** What lists call things of shares and scenarios. */

export const LAND_NAMES: Readonly<Record<LandBecomes, string>> = {
  industry: "工业用地",
  m0: "新型产业用地（M0）",
  warehouse: "物流仓储用地",
  other: "其他用地",
};

export const USE_NAMES: Readonly<Record<TransferUse, string>> = {
  industry: "工业",
  new_industry: "新型产业（M0）",
  warehouse: "仓储",
  commerce: "商服",
  housing: "住宅",
  other: "其他",
};

export const MODE_NAMES: Readonly<Record<SupplyMode, string>> = {
  transfer: "出让",
  negotiated: "协议出让",
  allocation: "划拨",
  lease: "租赁",
  lease_then_transfer: "先租后让",
};

export const STEP_NAMES: Readonly<Record<Step["do"], string>> = {
  revive: "盘活",
  rezone: "调整用途",
  retire: "退出",
  raise_far: "提容",
  transfer: "计划出让",
  growth: "建设用地增减",
};

export const SWITCH_NAMES: Readonly<Record<Switch, string>> = {
  m0: "M0",
  warehouse: "仓储",
  negotiated: "协议出让",
  lease_then_transfer: "先租后让",
};
