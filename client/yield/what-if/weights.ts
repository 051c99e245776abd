/** Weights in hundredths of a percent point, so that their sum is exact. */

/**
 * Gives one weight a new value; the others give way in proportion to what they had, and the sum stays. Where the others had nothing
 * they share evenly.
 */
export function follow(weights: readonly number[], moved: number, to: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length < 2) return [...weights];
  const value = Math.round(Math.min(total, Math.max(0, to)));
  const others = total - (weights[moved] ?? 0);
  const left = total - value;
  const exact = weights.map((weight, i) => {
    if (i === moved) return value;
    return others > 0 ? (weight * left) / others : left / (weights.length - 1);
  });
  return rounded(exact, total);
}

/** Whole numbers with the same sum: those that lose most by rounding down are rounded up. */
function rounded(exact: readonly number[], total: number): number[] {
  const whole = exact.map(Math.floor);
  const missing = total - whole.reduce((sum, value) => sum + value, 0);
  const byLoss = exact
    .map((value, i) => ({ i, loss: value - Math.floor(value) }))
    .sort((a, b) => b.loss - a.loss || a.i - b.i);
  for (const { i } of byLoss.slice(0, missing)) whole[i] = (whole[i] ?? 0) + 1;
  return whole;
}
