import type { Scheme } from "../../../../domain/rating/scheme.ts";

/** Grading once more, as a clerk would do it with a sorted list, one pool at a time. */

export type Scored = { points: number; barred: boolean; protected: boolean };

type Quota = Extract<Scheme["grades"], { method: "quota" }>;

export function gradesByHand(pool: readonly Scored[], grades: Scheme["grades"]): string[] {
  if (grades.method === "cutoff") return pool.map((firm) => byCutoff(firm, grades.letters, grades.scores));
  return grades.letters === "ABC" ? three(pool, grades) : four(pool, grades);
}

function byCutoff({ points, barred, protected: kept }: Scored, letters: string, scores: readonly number[]) {
  const reached = scores.findIndex((score) => points >= Math.round(score * 1_000_000));
  const own = letters[reached < 0 ? letters.length - 1 : reached] as string;
  if (barred) return own > "C" ? own : "C";
  return kept && own === letters.at(-1) ? (letters.at(-2) as string) : own;
}

/** Of these, so many from the top; who is tied with the first outside stays outside. */
function best(pool: readonly Scored[], places: number): Set<Scored> {
  const sorted = pool.filter(({ barred }) => !barred).sort((a, b) => b.points - a.points);
  const inside = sorted.slice(0, places);
  const outside = sorted[places];
  return new Set(inside.filter(({ points }) => points !== outside?.points));
}

/** Of these, so many from the bottom; who is tied with the last inside is inside. */
function worst(candidates: readonly Scored[], places: number): Set<Scored> {
  const sorted = [...candidates].sort((a, b) => a.points - b.points);
  const last = sorted[Math.min(places, sorted.length) - 1];
  return new Set(last ? sorted.filter(({ points }) => points <= last.points) : []);
}

const share = (n: number, parts: number) => ({
  floor: Number((BigInt(n) * BigInt(parts)) / 10_000n),
  ceil: Number((BigInt(n) * BigInt(parts) + 9_999n) / 10_000n),
});

function three(pool: readonly Scored[], { top, bottom }: Quota): string[] {
  const barred = pool.filter((firm) => firm.barred);
  const first = best(pool, share(pool.length, top[0] as number).floor);
  const last = worst(
    pool.filter((firm) => !firm.barred && !firm.protected),
    Math.max(0, share(pool.length, bottom).ceil - barred.length),
  );
  return pool.map((firm) => (firm.barred ? "C" : first.has(firm) ? "A" : last.has(firm) ? "C" : "B"));
}

function four(pool: readonly Scored[], { top, bottom }: Quota): string[] {
  const [first, second] = top.map((parts) => best(pool, share(pool.length, parts).floor)) as [
    Set<Scored>,
    Set<Scored>,
  ];
  const last = worst(
    pool.filter((firm) => firm.barred || !firm.protected),
    share(pool.length, bottom).ceil,
  );
  return pool.map((firm) => {
    if (firm.barred) return last.has(firm) ? "D" : "C";
    if (first.has(firm)) return "A";
    if (second.has(firm)) return "B";
    return last.has(firm) ? "D" : "C";
  });
}
