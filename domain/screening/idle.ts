import { isoDay, monthsAfter } from "../civil-days.ts";
import type { ParcelFacts } from "./facts.ts";
import { POLICY, type Rule } from "./rule.ts";

/** 闲置土地: supplied land on which nothing was begun, or what was begun stands still. */

/** The agreed start with the extension that was approved. */
export const dueStart = ({
  agreed_start,
  extension_days,
}: Pick<ParcelFacts, "agreed_start" | "extension_days">): number | null =>
  agreed_start === null ? null : agreed_start + extension_days;

const notStarted: Rule = {
  name: "idle_not_started",
  number: "闲置一",
  kind: "idle",
  weight: "hard",
  title: { zh: "满一年未动工", en: "Not started a year after it was due" },
  test: {
    zh: "超过约定动工日（含批准的延期）满 12 个月仍未动工开发",
    en: "Building has not begun 12 months after the agreed start, approved extension included",
  },
  basis: {
    text: {
      zh: "《闲置土地处置办法》（国土资源部令第 53 号）第二条第一款",
      en: "Measures for the Disposal of Idle Land (Order 53 of the Ministry of Land and Resources), article 2, paragraph 1",
    },
    certainty: "read",
    source: POLICY.slack,
  },
  limits: [{ name: "idle_months", unit: "months" }],
  fires(facts, on, { thresholds }) {
    const due = dueStart(facts);
    if (due === null || facts.started !== null) return null;
    const since = monthsAfter(due, thresholds.idle_months);
    if (on < since) return null;
    return {
      since,
      facts: {
        agreed_start: isoDay(due - facts.extension_days),
        extension_days: facts.extension_days,
        due: isoDay(due),
      },
    };
  },
};

/** Of a whole that nobody reported there is no share. */
const share = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole <= 0 ? null : part / whole;

const stalled: Rule = {
  name: "idle_stalled",
  number: "闲置二",
  kind: "idle",
  weight: "hard",
  title: { zh: "中止开发满一年", en: "Begun and left for a year" },
  test: {
    zh: "已动工，开发面积不足应动工面积的 1/3 或投资额不足总投资的 25%，且中止开发满 12 个月",
    en: "Begun, with less than a third of the required area developed or less than 25 % invested, and stopped for 12 months",
  },
  basis: {
    text: {
      zh: "《闲置土地处置办法》（国土资源部令第 53 号）第二条第二款",
      en: "Measures for the Disposal of Idle Land (Order 53 of the Ministry of Land and Resources), article 2, paragraph 2",
    },
    certainty: "read",
    source: POLICY.slack,
  },
  limits: [
    { name: "idle_developed_share", unit: "share" },
    { name: "idle_invested_share", unit: "share" },
    { name: "stalled_months", unit: "months" },
  ],
  fires(facts, on, { thresholds }) {
    const { started, completed, development_stopped: stopped } = facts;
    if (started === null || completed !== null || stopped === null) return null;
    const since = monthsAfter(stopped, thresholds.stalled_months);
    if (on < since) return null;
    const developed = share(facts.developed_area_m2, facts.required_area_m2);
    const invested = share(facts.invested_wan, facts.agreed_investment_wan);
    const little =
      (developed !== null && developed < thresholds.idle_developed_share) ||
      (invested !== null && invested < thresholds.idle_invested_share);
    if (!little) return null;
    return {
      since,
      facts: {
        started: isoDay(started),
        development_stopped: isoDay(stopped),
        ...(developed !== null && {
          developed_area_m2: facts.developed_area_m2 as number,
          required_area_m2: facts.required_area_m2 as number,
          developed_share: developed,
        }),
        ...(invested !== null && {
          invested_wan: facts.invested_wan as number,
          agreed_investment_wan: facts.agreed_investment_wan as number,
          invested_share: invested,
        }),
      },
    };
  },
};

export const IDLE: readonly Rule[] = [notStarted, stalled];
