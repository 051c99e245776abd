import type { RatingExplanation } from "../../domain/api/ratings/explanation.ts";
import type { Pool } from "../../domain/api/ratings/runs.ts";
import { MARK } from "../../domain/rating/columns.ts";
import { better, itemsOf } from "../../domain/rating/explain.ts";
import type { Figure } from "../../domain/rating/figures.ts";
import { termsOf } from "../../domain/rating/grade.ts";
import type { Scheme } from "../../domain/rating/scheme.ts";
import { isShare, unitOf } from "../../domain/rating/units.ts";
import type { Read } from "../read.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { enabledOf, scaleOf } from "./enabled.ts";
import {
  type ExplainedRow,
  explainedFirm,
  type Figures,
  factsOf,
  figuresOf,
  reportedOf,
} from "./explained-firm.ts";
import { presentFirm } from "./firms.ts";
import { historyOf } from "./history.ts";
import { landPartsOf } from "./land-parts.ts";
import { peersOf, placesOf } from "./standing.ts";
import { policiesFor, responsesOf } from "./what-followed.ts";

/** Why a firm got what it got, from what its run stored: the records may say something else by now. */

const MILLIONTHS = 1e6;
const millionths = (score: number) => Math.round(score * MILLIONTHS);

export async function explain(
  read: Read,
  run: ChosenRun,
  creditCode: string,
  signal: AbortSignal,
): Promise<RatingExplanation | undefined> {
  const row = await explainedFirm(read, run, creditCode, signal);
  if (!row) return undefined;
  const {
    enterprise_id,
    item_scores,
    extra,
    mark,
    pool: place,
    figures: kept,
    facts: bits,
    titles,
    ...firm
  } = row;
  const pool = place === null ? null : (run.pools[place] ?? null);
  const scheme = run.scheme.definition;
  const enabled = enabledOf(run);
  const figures = figuresOf(row);
  const facts = factsOf(row, scheme);
  const [places, peers, history, land, policies, responses] = await Promise.all([
    placesOf(read, run, row, pool, signal),
    peersOf(read, run, row, signal),
    historyOf(read, enterprise_id, signal),
    landPartsOf(read, run.year, enterprise_id, signal),
    policiesFor(read, row.grade, signal),
    responsesOf(read, run.year, enterprise_id, signal),
  ]);
  return {
    ...presentFirm([run])(firm),
    run: { id: run.id, state: run.state, noticeUntil: run.noticeUntil, stale: run.stale },
    scheme: {
      key: run.scheme.key,
      version: run.scheme.version,
      name: scheme.name,
      certainty: scheme.provenance.certainty,
    },
    pool: pool && { key: pool.key, name: pool.name, firms: pool.firms },
    figures: reportedOf(row),
    items: explainedItems(scheme, enabled, pool, row, figures),
    scale: scaleOf(run),
    ...additions(scheme, facts.titles, figures),
    vetoes: scheme.vetoes.filter((veto) => facts.vetoes.includes(veto)),
    exemptions: scheme.exemptions.filter((exemption) => facts.exemptions.includes(exemption)),
    protections: scheme.protections.filter((protection) => facts.protections.includes(protection)),
    missing:
      row.grade === "N"
        ? scheme.required.filter((figure) => figures[figure] === null || lacksLand(figure, figures))
        : [],
    places,
    better: pool && nearestBetter(scheme, enabled, pool, row, figures),
    land,
    landAsOf: run.stale ? "today" : "run",
    history,
    peers,
    policies,
    responses,
  };
}

const lacksLand = (figure: Figure, { land }: Figures) => figure === "land" && land !== null && land <= 0;

/** The two figures of each indicator. */
const partsOf = ({ indicators }: Scheme, figures: Figures) =>
  indicators.map(({ numerator, denominator }) => ({
    numerator: figures[numerator],
    denominator: figures[denominator],
  }));

function explainedItems(
  scheme: Scheme,
  enabled: readonly boolean[],
  pool: Pool | null,
  row: ExplainedRow,
  figures: Figures,
): RatingExplanation["items"] {
  const computed = itemsOf(scheme, termsOf(scheme, enabled), pool, { values: row.values });
  const parts = partsOf(scheme, figures);
  return scheme.indicators.map((indicator, i) => {
    const value = row.values[i] ?? null;
    const { baseline, full, score, limit } = computed[i]!;
    return {
      id: indicator.id,
      name: indicator.name,
      unit: unitOf(indicator),
      share: isShare(indicator),
      weight: indicator.weight,
      enabled: enabled[i]!,
      ...parts[i]!,
      ...{ value, baseline },
      basis: pool?.basis[i] ?? null,
      full,
      score: row.item_scores[i] ?? score,
      limit,
    };
  });
}

/** The points that titles and missing figures bring, none beyond what the scheme allows in all. */
function additions(scheme: Scheme, titles: readonly string[], figures: Figures) {
  const holds = ({ when }: Scheme["bonuses"][number]) =>
    "title" in when ? titles.includes(when.title) : figures[when.missing] === null;
  const within = (entries: Scheme["bonuses"], most: number) => {
    let left = most;
    return entries.filter(holds).map(({ name, points }) => {
      const counted = Math.min(points, left);
      left -= counted;
      return { name, points: counted };
    });
  };
  return {
    bonuses: within(scheme.bonuses, scheme.bonusMax),
    deductions: within(scheme.deductions, scheme.deductionMax),
  };
}

function nearestBetter(
  scheme: Scheme,
  enabled: readonly boolean[],
  pool: Pool,
  row: ExplainedRow,
  figures: Figures,
): RatingExplanation["better"] {
  if (row.score === null) return null;
  const parts = partsOf(scheme, figures);
  const reached = better({
    scheme,
    terms: termsOf(scheme, enabled),
    pool,
    lines: pool.lines.map(({ grade, score }) => ({
      grade,
      points: score === null ? null : millionths(score),
    })),
    grade: row.grade,
    points: millionths(row.score),
    extra: row.extra,
    vetoed: (row.mark & MARK.vetoed) !== 0,
    numerators: parts.map(({ numerator }) => numerator),
    denominators: parts.map(({ denominator }) => denominator),
    values: row.values,
  });
  if (!reached) return null;
  return {
    grade: reached.grade,
    score: reached.points / MILLIONTHS,
    missing: (reached.points - millionths(row.score)) / MILLIONTHS,
    any: reached.any,
  };
}
