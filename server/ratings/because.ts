import type { Comparison } from "../../domain/api/ratings/movement.ts";
import { lettersOf, MARK, RATED } from "../../domain/rating/columns.ts";
import type { ChosenRun } from "./chosen-runs.ts";
import { enabledOf, scaleOf } from "./enabled.ts";

/** Why a firm's grade in one run is not what it is in another. */

export type Because = Comparison["firms"][number]["because"];

/** One run's word on a firm, as it is stored. */
export type Word = {
  grade: string;
  score: number | null;
  land_mu: number | null;
  item_scores: (number | null)[];
  extra: number;
  mark: number;
  pool: number | null;
};

const IN_ORDER: readonly string[] = RATED;
const placeOf = (grade: string) => IN_ORDER.indexOf(grade);

export function becauseOf(
  before: Word | null,
  after: Word | null,
  runs: readonly [ChosenRun, ChosenRun],
): Because {
  if (!before || !after) return { kind: "standing", item: null, points: null };
  if (before.score === null || after.score === null) {
    const unknown = [before, after].some(
      ({ grade, land_mu }) => grade === "N" && !(land_mu !== null && land_mu > 0),
    );
    return { kind: unknown ? "land" : "standing", item: null, points: null };
  }
  if ((before.mark & MARK.vetoed) !== (after.mark & MARK.vetoed))
    return { kind: "veto", item: null, points: null };
  if (isProtection(before, after, runs)) return { kind: "protection", item: null, points: null };
  const upwards = placeOf(after.grade) < placeOf(before.grade) ? 1 : -1;
  const parts = [...partsOf(before, after, runs), lineMoved(before, after, runs)];
  const most = parts.reduce((best, part) => (part.points * upwards > best.points * upwards ? part : best));
  // Where nothing of its own moved it that way, others did: they passed it, or made room.
  if (most.points * upwards <= 0) return { kind: "lines", item: null, points: null };
  return { ...most, points: round(most.points) };
}

/** Whether a firm is lowest in one run, and in the other only its protection kept it from that. */
function isProtection(before: Word, after: Word, [first, second]: readonly [ChosenRun, ChosenRun]): boolean {
  const kept = (word: Word, run: ChosenRun, lowest: Word, runOfLowest: ChosenRun) => {
    const line = lineOf(word, run, word.grade);
    return (
      (word.mark & MARK.protected) !== 0 &&
      (lowest.mark & MARK.protected) === 0 &&
      lettersOf(runOfLowest.scheme.definition.grades).at(-1) === lowest.grade &&
      (line === null || word.score === null || word.score < line)
    );
  };
  return kept(before, first, after, second) || kept(after, second, before, first);
}

type Part = { kind: Because["kind"]; item: string | null; points: number };

/** The difference of two scores, taken apart: each item, what the scale does to all of them, bonuses and deductions. */
function partsOf(before: Word, after: Word, [first, second]: readonly [ChosenRun, ChosenRun]): Part[] {
  const earlier = itemsOf(before, first);
  const later = itemsOf(after, second);
  const [scaleBefore, scaleAfter] = [scaleOf(first), scaleOf(second)];
  const ids = [...new Set([...earlier.keys(), ...later.keys()])];
  const pointsOf = (items: Map<string, number>, id: string) => items.get(id) ?? 0;
  const rescaled = ids.reduce((sum, id) => sum + pointsOf(earlier, id) * (scaleAfter - scaleBefore), 0);
  return [
    ...ids.map(
      (id): Part => ({
        kind: "item",
        item: id,
        points: (pointsOf(later, id) - pointsOf(earlier, id)) * scaleAfter,
      }),
    ),
    { kind: "scale", item: null, points: rescaled },
    { kind: "extra", item: null, points: after.extra - before.extra },
  ];
}

function itemsOf({ item_scores }: Word, run: ChosenRun): Map<string, number> {
  const enabled = enabledOf(run);
  return new Map(
    run.scheme.definition.indicators.flatMap(({ id }, i) => (enabled[i] ? [[id, item_scores[i] ?? 0]] : [])),
  );
}

/** What the pool of a firm asks of those outside a grade. */
const lineOf = (word: Word, run: ChosenRun, letter: string): number | null =>
  run.pools[word.pool ?? -1]?.lines.find(({ grade }) => grade === letter)?.score ?? null;

/** How far the line of the better of the two grades came down: a line that falls lifts whoever stands still. */
function lineMoved(before: Word, after: Word, [first, second]: readonly [ChosenRun, ChosenRun]): Part {
  const better = placeOf(after.grade) < placeOf(before.grade) ? after.grade : before.grade;
  const earlier = lineOf(before, first, better);
  const later = lineOf(after, second, better);
  const points = earlier === null || later === null ? 0 : earlier - later;
  return { kind: "lines", item: null, points };
}

const round = (points: number) => Math.round(points * 1e6) / 1e6;
