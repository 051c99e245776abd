import type { rights as zh } from "../zh/rights.ts";

export const rights: typeof zh = {
  signIn: "Sign in",
  missing: (right) => `Your account does not have the right “${right}”. An administrator can grant it.`,
  otherDistrict: "This is for the officers of its district, or of the city.",
  after: {
    schemes: "Sign in to change rating schemes.",
    drafts: "Sign in to make and delete drafts.",
    publication: "Sign in to publish and withdraw.",
    responses: "Sign in to record and decide objections.",
    policies: "Sign in to add and remove policies.",
    cases: "Sign in to work on cases.",
    workshops: "Sign in to edit workshops on offer and wanted.",
    scenarios: "Sign in to keep scenarios.",
    plan: "Sign in to enter figures and tasks of the plan.",
    accounts: "Sign in to manage accounts.",
    audit: "Sign in to read the audit.",
  },
};
