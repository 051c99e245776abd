import type { FirmColumns } from "./columns.ts";
import { RatingRefusal } from "./refusal.ts";
import type { Scheme } from "./scheme.ts";

/** Points beside the indicators. */

type Item = Scheme["bonuses"][number];

const MOST_TITLES = 32;

/** The titles that a scheme asks for, in the order of their bits. */
export function titlesOf({ bonuses, deductions }: Scheme): string[] {
  const named = [...bonuses, ...deductions].flatMap(({ when }) => ("title" in when ? [when.title] : []));
  const titles = [...new Set(named)].sort();
  if (titles.length <= MOST_TITLES) return titles;
  throw new RatingRefusal(
    "bonuses",
    `The scheme names ${titles.length} different titles; at most ${MOST_TITLES} are possible.`,
    `方案提到 ${titles.length} 种称号，最多 ${MOST_TITLES} 种。`,
  );
}

/** Bonuses less deductions, each kept within its limit. */
export function extraOf(scheme: Scheme, firms: FirmColumns, titles: readonly string[]): Float32Array {
  const extra = new Float32Array(firms.count);
  const { bonuses, deductions, bonusMax, deductionMax } = scheme;
  if (bonuses.length + deductions.length === 0) return extra;
  const gains = bonuses.map((item) => applies(item, firms, titles));
  const losses = deductions.map((item) => applies(item, firms, titles));
  const sum = (items: Item[], apply: ((i: number) => boolean)[], i: number) =>
    items.reduce((all, { points }, k) => (apply[k]?.(i) ? all + points : all), 0);
  for (let i = 0; i < firms.count; i++)
    extra[i] =
      Math.min(bonusMax, sum(bonuses, gains, i)) - Math.min(deductionMax, sum(deductions, losses, i));
  return extra;
}

function applies({ when }: Item, firms: FirmColumns, titles: readonly string[]): (i: number) => boolean {
  if ("missing" in when) {
    if (when.missing === "one") return () => false;
    const figure = firms.figures[when.missing];
    return (i) => Number.isNaN(figure[i]);
  }
  const at = titles.indexOf(when.title);
  return at < 0 ? () => false : (i) => (((firms.titles[i] as number) >>> at) & 1) === 1;
}
