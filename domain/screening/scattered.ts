import { POLICY, type Rule } from "./rule.ts";

/** 园外零散: a label beside whatever else a parcel is. */

const outsideParks: Rule = {
  name: "scattered",
  number: "E10",
  kind: "scattered",
  weight: "label",
  title: { zh: "园外零散", en: "Scattered outside parks" },
  test: {
    zh: "在园区边界内的面积占比低于 50%",
    en: "Less than half of its outline lies inside any park",
  },
  basis: {
    text: {
      zh: "对分布在工业园区外的零散工业用地进行全面摸排；50% 的线是本系统的建议",
      en: "The policy asks for scattered industrial land outside parks to be surveyed; the line of one half is a suggestion of this system",
    },
    certainty: "policy",
    source: POLICY.scattered,
  },
  limits: [{ name: "park_share", unit: "share" }],
  fires({ park_share }, _on, { thresholds }) {
    return park_share < thresholds.park_share ? { since: null, facts: { park_share } } : null;
  },
};

export const SCATTERED: readonly Rule[] = [outsideParks];
