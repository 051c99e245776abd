import { day, monthsAfter, yearOf } from "../../domain/civil-days.ts";
import { rounded } from "../ground/exact.ts";
import { type Random, seeded } from "../ground/random.ts";
import { YEARS } from "./dates.ts";
import type { Firm } from "./firm.ts";
import type { EnterpriseYearRow } from "./records.ts";
import { countsIn, type RevenueByYear } from "./revenue.ts";

/** Published: value added of all industry in 2025, 万元 (document 004, 表1). */
const VALUE_ADDED_2025_WAN = 20_377_000;

const MISSING = 0.03;
const VETO = 0.01;
const NEW_PRODUCTION_MONTHS = 24;

/** Figures that a firm may fail to report, by how often it is the one. */
const OMISSIONS: readonly (readonly [readonly (keyof EnterpriseYearRow)[], number])[] = [
  [["energy_tce"], 30],
  [["rd_wan"], 26],
  [["tax_wan"], 12],
  [["revenue_wan", "tax_wan", "value_added_wan"], 8],
  [["staff"], 12],
  [["emissions_t"], 12],
];

const VETOES = [
  ["standards", 40],
  ["safety_accident", 22],
  ["environment", 20],
  ["saving_target", 15],
  ["food_safety", 3],
] as const;

/** All firms' figures of all years. `investments` gives what a firm adds to its fixed assets in a year. */
export function report(
  earned: ReadonlyMap<Firm, RevenueByYear>,
  investments: (firm: Firm, year: number) => number,
): EnterpriseYearRow[] {
  const rows = [...earned].flatMap(([firm, revenue]) => {
    const random = seeded(`figures ${firm.creditCode}`);
    const habits = habitsOf(firm, random);
    let assets = (revenue.get(2025) ?? 0) * random.lognormal(0.42, 0.4);
    return YEARS.filter((year) => revenue.has(year)).map((year): EnterpriseYearRow => {
      assets += investments(firm, year);
      return omitted(
        { ...figures(firm, year, revenue.get(year)!, habits, random), investment_wan: rounded(assets, 1) },
        random,
      );
    });
  });
  return toPublishedValueAdded(rows);
}

/** A firm is thrifty or wasteful for good; years only vary around that. */
const habitsOf = ({ industry, aboveScale }: Firm, random: Random) => ({
  valueAdded: industry.valueAdded * random.lognormal(1, 0.24),
  tax: industry.tax * random.lognormal(1, 0.42),
  research: !aboveScale && random.chance(0.55) ? 0 : industry.research * random.lognormal(0.42, 0.65),
  perHead: industry.revenuePerHead * (aboveScale ? 1 : 0.42) * random.lognormal(1, 0.45),
  energy: industry.energyPerWan * random.lognormal(0.85, 0.5),
  emissions: industry.emissionsPerTce * random.lognormal(1, 0.4),
});

function figures(
  firm: Firm,
  year: number,
  revenue: number,
  habits: ReturnType<typeof habitsOf>,
  random: Random,
): EnterpriseYearRow {
  const loss = random.chance(0.015);
  const refund = random.chance(0.012);
  const energy = revenue * habits.energy * random.lognormal(1, 0.08);
  return {
    credit_code: firm.creditCode,
    year,
    above_scale: countsIn(firm, year),
    revenue_wan: revenue,
    tax_wan: rounded(revenue * habits.tax * random.lognormal(1, 0.12) * (refund ? -0.2 : 1), 1),
    value_added_wan: rounded(revenue * habits.valueAdded * random.lognormal(1, 0.08) * (loss ? -0.35 : 1), 1),
    staff: Math.max(2, Math.round((revenue / habits.perHead) * random.lognormal(1, 0.05))),
    energy_tce: rounded(energy, 1),
    rd_wan: rounded(revenue * habits.research * random.lognormal(1, 0.15), 1),
    investment_wan: null,
    emissions_t: rounded(energy * habits.emissions, 3),
    vetoes: random.chance(VETO) ? [vetoFor(firm, random)] : [],
    exemptions: exemptions(firm, year, random),
    protections: protections(firm, year),
  };
}

function vetoFor({ industry }: Firm, random: Random): string {
  const veto = random.weighted(VETOES);
  return veto === "food_safety" && !["13", "14", "15"].includes(industry.code) ? "standards" : veto;
}

function exemptions(firm: Firm, year: number, random: Random): string[] {
  const end = day(`${year}-12-31`);
  const fresh =
    firm.completed !== null &&
    firm.completed <= end &&
    monthsAfter(firm.completed, NEW_PRODUCTION_MONTHS) > end;
  const facts: string[] = [];
  if (fresh) facts.push("new_production");
  if (["44", "45", "46"].includes(firm.industry.code)) facts.push("utility");
  if (firm.aboveScale && random.chance(0.006)) facts.push("major_project");
  const young = yearOf(firm.founded) >= year - 4;
  if (young && firm.industry.research >= 0.045 && random.chance(0.25)) facts.push("start_up");
  return facts;
}

function protections(firm: Firm, year: number): string[] {
  const facts: string[] = [];
  if (yearOf(firm.founded) >= year - 1) facts.push("newly_founded");
  if (firm.since === year - 1) facts.push("newly_above_scale");
  return facts;
}

function omitted(row: EnterpriseYearRow, random: Random): EnterpriseYearRow {
  if (!random.chance(MISSING)) return row;
  const silent = random.weighted(OMISSIONS);
  return { ...row, ...Object.fromEntries(silent.map((item) => [item, null])) };
}

/** One factor for all years brings value added of 2025 to the published total. */
function toPublishedValueAdded(rows: readonly EnterpriseYearRow[]): EnterpriseYearRow[] {
  const sum = rows.reduce((all, row) => all + (row.year === 2025 ? (row.value_added_wan ?? 0) : 0), 0);
  const factor = VALUE_ADDED_2025_WAN / sum;
  return rows.map((row) =>
    row.value_added_wan === null
      ? row
      : { ...row, value_added_wan: rounded(row.value_added_wan * factor, 1) },
  );
}
