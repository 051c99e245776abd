import type { Right } from "../../../../domain/accounts/rights.ts";

/** What stands where somebody without the right would find buttons. */
export const rights = {
  signIn: "登录",
  missing: (right: string) => `您的账户没有“${right}”权限，如有需要，请联系系统管理员。`,
  otherDistrict: "本项由所在区或市级经办人办理。",
  after: {
    schemes: "登录后可修改评价方案。",
    drafts: "登录后可生成和删除草稿。",
    publication: "登录后可公布和撤回。",
    responses: "登录后可登记和办理异议。",
    policies: "登录后可增删配置政策。",
    cases: "登录后可办理案件。",
    workshops: "登录后可编辑厂房供需。",
    scenarios: "登录后可保存情景。",
    plan: "登录后可填报规划实施情况。",
    accounts: "登录后可管理账户。",
    audit: "登录后可查看操作记录。",
  } satisfies Record<Right, string>,
};
