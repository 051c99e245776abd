import { type Census, type Question, WHO } from "./census.ts";
import { type Line, lettersOf, type Terms } from "./columns.ts";
import { MILLION } from "./points.ts";

/** Where one grade ends and the next begins. */

/** Beyond every score, yet near enough for differences of whole numbers. */
const NO_SCORE = 1_000_000_000;
const NEVER = -1_000_000_000;

/** Of each pool: the least points of A, of A and B together, and the most points of the lowest grade. */
export type Borders = {
  letters: "ABC" | "ABCD";
  first: Int32Array;
  second: Int32Array;
  lowest: Int32Array;
  lines: Line[][];
};

const emptyBorders = (pools: number, letters: "ABC" | "ABCD"): Borders => ({
  letters,
  first: new Int32Array(pools).fill(NO_SCORE),
  second: new Int32Array(pools).fill(NO_SCORE),
  lowest: new Int32Array(pools).fill(NEVER),
  lines: [],
});

type Letter = "A" | "B" | "C" | "D";
type ByQuota = Extract<Terms["grades"], { method: "quota" }>;
type ByCutoff = Extract<Terms["grades"], { method: "cutoff" }>;

export function bordersByCutoff(pools: number, grades: ByCutoff): Borders {
  const borders = emptyBorders(pools, grades.letters);
  const scores = grades.scores.map((score) => Math.round(score * MILLION));
  borders.first.fill(scores[0] ?? NO_SCORE);
  if (scores.length > 2) borders.second.fill(scores[1] ?? NO_SCORE);
  borders.lowest.fill((scores.at(-1) ?? NEVER) - 1);
  const letters = lettersOf(grades);
  const lines = scores.map((points, i) => ({ grade: letters[i] as Letter, points }));
  borders.lines = Array.from({ length: pools }, () => lines);
  return borders;
}

/** So many of n, in whole numbers. */
const atMost = (n: number, share: number) => (n * share - ((n * share) % 10_000)) / 10_000;
const atLeast = (n: number, share: number) => atMost(n, share) + ((n * share) % 10_000 > 0 ? 1 : 0);

/** Borders between A, B and C, each found as two neighbours in the order of scores: they tell whether scores are tied across it. */
type Neighbours = { last: number; next: number | null };
type Asked = { tops: (Neighbours | "nobody" | "everybody")[]; bottom: Neighbours | null };

export function bordersByQuota(counted: Census, pools: number, grades: ByQuota): Borders {
  const borders = emptyBorders(pools, grades.letters);
  const questions: Question[] = [];
  const asked = Array.from({ length: pools }, (_, pool) => askAbout(pool, counted, grades, questions));
  const answers = counted.answer(questions);
  borders.lines = asked.map((about, pool) => settle(pool, about, answers, borders));
  return borders;
}

function askAbout(pool: number, counted: Census, grades: ByQuota, questions: Question[]): Asked {
  const ask = (who: number, rank: number) => questions.push({ pool, who, rank }) - 1;
  const firms = counted.count(pool, WHO.everybody);
  const unbarred = counted.count(pool, WHO.unbarred);
  const tops = grades.top.map((share) => {
    const places = atMost(firms, share);
    if (places === 0 || unbarred === 0) return "nobody";
    if (unbarred <= places) return "everybody";
    return { last: ask(WHO.unbarred, unbarred - places + 1), next: ask(WHO.unbarred, unbarred - places) };
  });
  // In three grades the barred have C and count as such; in four they have C, or D where their own points say so.
  const three = grades.letters === "ABC";
  const who = three ? WHO.plain : WHO.unprotected;
  const candidates = counted.count(pool, who);
  const places = Math.max(0, atLeast(firms, grades.bottom) - (three ? firms - unbarred : 0));
  if (places === 0 || candidates === 0) return { tops, bottom: null };
  const last = ask(who, Math.min(places, candidates));
  return { tops, bottom: { last, next: places < candidates ? ask(who, places + 1) : null } };
}

/** Writes a pool's borders and returns its lines. */
function settle(pool: number, { tops, bottom }: Asked, answers: Int32Array, borders: Borders): Line[] {
  const letters = lettersOf(borders);
  const lines = tops.map((top, i): Line => {
    const border = i === 0 ? borders.first : borders.second;
    const grade = letters[i] as Letter;
    if (top === "everybody") border[pool] = NEVER;
    if (typeof top === "string" || top.next === null) return { grade, points: null };
    const least = answers[top.last] as number;
    // Who is tied with the first below the border is below it too.
    border[pool] = least > (answers[top.next] as number) ? least : least + 1;
    return { grade, points: least + 1 };
  });
  if (bottom) borders.lowest[pool] = answers[bottom.last] as number;
  const next = bottom?.next ?? null;
  const grade = letters.at(-2) as Letter;
  return [...lines, { grade, points: next === null ? null : (answers[next] as number) + 1 }];
}
