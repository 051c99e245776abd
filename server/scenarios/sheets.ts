import { sharesAfter } from "../../domain/shares/after.ts";
import {
  type ListedShare,
  type ListedStep,
  PARCEL_LIST,
  SHARE_LIST,
  STEP_LIST,
} from "../../domain/shares/list.ts";
import { SWITCHES } from "../../domain/shares/switches.ts";
import { SWITCH_NAMES } from "../../domain/shares/words.ts";
import { type Sheet, sheetOf } from "../spreadsheet.ts";
import type { Reckoned } from "./reckoned.ts";

/** A scenario's parts as sheets for a spreadsheet. */

/** Of all districts together first, then of each. */
function listedShares({ scenario, base, effect }: Reckoned): ListedShare[] {
  const counted = SWITCHES.map((name) => `${scenario.switches[name] ? "含" : "不含"}${SWITCH_NAMES[name]}`);
  const scopes = [
    { code: null, scope: "新兴七区合计" },
    ...base.districts.map(({ code, name }) => ({ code, scope: name.zh })),
  ];
  return scopes.flatMap(({ code, scope }) => {
    const { shares, output } = sharesAfter(base, effect, scenario.switches, code);
    return [...shares, output].map((of) => ({
      ...{ scenario: scenario.name, scope, of, synthetic: base.synthetic },
      counted: `${base.year} 年；${counted.join("，")}`,
    }));
  });
}

function listedSteps({ scenario, parcels }: Reckoned): ListedStep[] {
  const areas = new Map(parcels.map(({ parcel }) => [parcel.code, parcel.area_m2]));
  return scenario.steps.map((step, i) => ({
    number: i + 1,
    step,
    area_m2:
      step.do === "transfer"
        ? step.area_m2
        : "parcels" in step
          ? [...new Set(step.parcels)].reduce((sum, code) => sum + (areas.get(code) ?? 0), 0)
          : 0,
  }));
}

export const SHEETS: Readonly<Record<"shares" | "steps" | "parcels", (reckoned: Reckoned) => Sheet>> = {
  shares: (reckoned) => sheetOf("占比", SHARE_LIST, [listedShares(reckoned)]),
  steps: (reckoned) => sheetOf("措施", STEP_LIST, [listedSteps(reckoned)]),
  parcels: (reckoned) => sheetOf("宗地", PARCEL_LIST, [reckoned.parcels]),
};
