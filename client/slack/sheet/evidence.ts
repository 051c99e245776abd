import type { ParcelScreening } from "../../../domain/api/screening.ts";
import { day } from "../../../domain/civil-days.ts";
import type { amountsIn } from "../../language/amounts.ts";
import type { SheetWords } from "../words/zh/sheet.ts";

/** What a rule saw, as a sentence with its figures, and as measures beside their thresholds. */

export type Evidence = ParcelScreening["findings"][number]["evidence"][number];

/** A figure on a bar; the mark is where its threshold lies. */
export type Measure = {
  name: string;
  actual: string;
  limit: string;
  /** Parts of the whole bar. */
  share: number;
  mark: number;
  /** Whether it lies on the side of its threshold that counts; one of two may be enough. */
  fired: boolean;
};

export type Seen = { sentence: string; measures: Measure[] };

type In = { words: SheetWords; amounts: ReturnType<typeof amountsIn>; reference: string };
type Facts = Evidence["facts"];

const number = (facts: Facts, name: string): number | null => {
  const value = facts[name];
  return typeof value === "number" ? value : null;
};
const text = (facts: Facts, name: string): string => String(facts[name] ?? "–");

export const daysBetween = (from: string, to: string): number => day(to) - day(from);

/** The longer of figure and threshold takes this part of the bar. */
const REACHES = 0.8;

export function onBar(
  actual: number,
  limit: number,
  fires: "below" | "above" = "below",
): Pick<Measure, "share" | "mark" | "fired"> {
  const whole = Math.max(actual, limit) / REACHES || 1;
  const fired = fires === "below" ? actual < limit : actual > limit;
  return { share: Math.max(0, actual / whole), mark: Math.max(0, limit / whole), fired };
}

/** The years that facts are named by, as in `grade_2025`; the newest first. */
const yearsOf = (facts: Facts, prefix: string): string[] =>
  Object.keys(facts)
    .flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
    .filter((year) => /^\d{4}$/.test(year))
    .sort()
    .reverse();

type ShareSpec = {
  name: Exclude<keyof SheetWords["measures"], "tax" | "output">;
  fact: string;
  limit: string;
  fires: "below" | "above";
};

/** Rules that hold a share against a share. */
const SHARES: Readonly<Partial<Record<Evidence["rule"], readonly ShareSpec[]>>> = {
  idle_stalled: [
    { name: "developed", fact: "developed_share", limit: "idle_developed_share", fires: "below" },
    { name: "invested", fact: "invested_share", limit: "idle_invested_share", fires: "below" },
  ],
  low_investment: [{ name: "invested", fact: "invested_share", limit: "investment_share", fires: "below" }],
  low_building_coefficient: [
    { name: "coefficient", fact: "coefficient", limit: "building_coefficient", fires: "below" },
  ],
  large_office_share: [{ name: "office", fact: "office_share", limit: "office_share", fires: "above" }],
  scattered: [{ name: "inPark", fact: "park_share", limit: "park_share", fires: "below" }],
};

function shareMeasures({ rule, facts, limits }: Evidence, { words, amounts }: In): Measure[] {
  return (SHARES[rule] ?? []).flatMap(({ name, fact, limit, fires }) => {
    const [value, line] = [number(facts, fact), limits[limit]];
    if (value === null || line === undefined) return [];
    const told = words[fires](amounts.percent(line));
    return [
      {
        name: words.measures[name],
        actual: amounts.percent(value),
        limit: told,
        ...onBar(value, line, fires),
      },
    ];
  });
}

function taxMeasures({ facts, limits }: Evidence, { words, amounts }: In): Measure[] {
  return yearsOf(facts, "tax_per_mu_").flatMap((year) => {
    const [tax, mean] = [number(facts, `tax_per_mu_${year}`), number(facts, `mean_tax_per_mu_${year}`)];
    const part = limits.tax_share;
    if (tax === null || mean === null || part === undefined) return [];
    const [actual, limit] = [amounts.perMu(tax), amounts.perMu(mean * part)];
    return [
      {
        name: words.measures.tax(year),
        actual: `${actual.figure} ${actual.unit}`,
        limit: words.below(`${limit.figure} ${limit.unit}`),
        ...onBar(tax, mean * part),
      },
    ];
  });
}

function farMeasures({ facts, limits }: Evidence, { words, amounts }: In): Measure[] {
  const [far, least] = [number(facts, "floor_area_ratio"), limits.least_far];
  if (far === null || least === undefined) return [];
  const limit = words.below(amounts.number(least, 2));
  return [{ name: words.measures.far, actual: amounts.number(far, 2), limit, ...onBar(far, least) }];
}

function outputMeasures({ facts, limits }: Evidence, { words, amounts }: In): Measure[] {
  const output = number(facts, "output_per_mu");
  const { output_control: control, output_share: part } = limits;
  if (output === null || control === undefined || part === undefined) return [];
  const [actual, limit] = [amounts.perMu(output), amounts.perMu(control * part)];
  return [
    {
      name: words.measures.output,
      actual: `${actual.figure} ${actual.unit}`,
      limit: words.below(`${limit.figure} ${limit.unit}`),
      ...onBar(output, control * part),
    },
  ];
}

function measuresOf(evidence: Evidence, given: In): Measure[] {
  if (evidence.rule === "low_tax_twice") return taxMeasures(evidence, given);
  if (evidence.rule === "low_floor_area") return farMeasures(evidence, given);
  return [...shareMeasures(evidence, given), ...outputMeasures(evidence, given)];
}

function sentenceOf({ rule, facts }: Evidence, { words, amounts, reference }: In): string {
  const say = words.evidence;
  const since = (name: string) => amounts.count(daysBetween(text(facts, name), reference));
  const land = (name: string) => {
    const { figure, unit } = amounts.squareMetres(number(facts, name) ?? 0);
    return `${figure} ${unit}`;
  };
  const money = (name: string) => {
    const { figure, unit } = amounts.money(number(facts, name) ?? 0);
    return `${figure} ${unit}`;
  };
  switch (rule) {
    case "idle_not_started": {
      const extension = number(facts, "extension_days") ?? 0;
      const extended = extension > 0 ? say.extended(amounts.count(extension), text(facts, "due")) : "";
      return say.idle_not_started(text(facts, "agreed_start"), extended, reference, since("due"));
    }
    case "idle_stalled":
      return say.idle_stalled(
        text(facts, "started"),
        text(facts, "development_stopped"),
        reference,
        since("development_stopped"),
      );
    case "late_completion":
      return say.late_completion(text(facts, "agreed_completion"), reference, since("agreed_completion"));
    case "low_investment":
      return [
        say.completed(text(facts, "completed")),
        "invested_share" in facts &&
          say.low_investment(money("invested_wan"), money("agreed_investment_wan")),
        "output_per_mu" in facts && say.low_output(money("output_wan"), land("area_m2")),
      ]
        .filter(Boolean)
        .join(words.clause);
    case "production_stopped":
      return say.production_stopped(
        text(facts, "production_stopped"),
        reference,
        since("production_stopped"),
      );
    case "prohibited_or_unsafe":
      return [facts.prohibited_industry && say.prohibited, facts.safety_breach && say.unsafe]
        .filter(Boolean)
        .join(words.separator);
    case "lowest_grade_twice":
      return yearsOf(facts, "grade_")
        .map((year) => say.grade(year, text(facts, `grade_${year}`)))
        .join(words.separator);
    case "low_tax_twice":
      return say.low_tax_twice;
    case "low_floor_area":
      return say.low_floor_area(land("floor_area_m2"), land("area_m2"));
    case "low_building_coefficient":
      return say.low_building_coefficient(land("base_area_m2"), land("area_m2"));
    case "large_office_share":
      return say.large_office_share(land("office_area_m2"), land("area_m2"));
    case "scattered":
      return say.scattered(amounts.percent(number(facts, "park_share") ?? 0));
  }
}

export const seen = (evidence: Evidence, given: In): Seen => ({
  sentence: sentenceOf(evidence, given),
  measures: measuresOf(evidence, given),
});
