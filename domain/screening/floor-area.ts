/** The lowest floor-area ratios by industry (工业项目建设用地控制指标). */

/** `industry` is a division of GB/T 4754—2017, or a group inside one that has a ratio of its own. */
export type FloorAreaMinimum = { industry: string; least: number };

/** Of the longest code that the industry begins with; what is not listed has the default. */
export function leastFloorAreaRatio(
  industry: string | null,
  minima: readonly FloorAreaMinimum[],
  otherwise: number,
): number {
  if (industry === null) return otherwise;
  let best: FloorAreaMinimum | null = null;
  for (const minimum of minima)
    if (industry.startsWith(minimum.industry) && minimum.industry.length > (best?.industry.length ?? 0))
      best = minimum;
  return best?.least ?? otherwise;
}
