import type { Right, Role } from "./rights.ts";

/** What roles and rights are called, on the page and where the server refuses for want of one. */

type Names<Key extends string> = Readonly<Record<Key, { zh: string; en: string }>>;

export const ROLE_NAMES: Names<Role> = {
  viewer: { zh: "浏览人员", en: "Viewer" },
  planner: { zh: "规划人员", en: "Planner" },
  district_officer: { zh: "区级经办人", en: "District officer" },
  city_officer: { zh: "市级经办人", en: "City officer" },
  administrator: { zh: "系统管理员", en: "Administrator" },
};

export const RIGHT_NAMES: Names<Right> = {
  schemes: { zh: "评价方案", en: "Rating schemes" },
  drafts: { zh: "草稿批次", en: "Draft runs" },
  publication: { zh: "公布与撤回", en: "Publication" },
  responses: { zh: "异议办理", en: "Responses" },
  policies: { zh: "配置政策", en: "Allocation policies" },
  cases: { zh: "案件办理", en: "Cases" },
  workshops: { zh: "标准厂房供需", en: "Standard workshops" },
  scenarios: { zh: "用地情景", en: "Scenarios" },
  plan: { zh: "规划实施", en: "The plan" },
  accounts: { zh: "账户管理", en: "Accounts" },
  audit: { zh: "操作记录", en: "Audit" },
};
