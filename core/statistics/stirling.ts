/**
 * The error of Stirling's formula: ln Γ(x+1) - (x + ½) ln x + x - ½ ln 2π, for x > 0, to about 1e-15.
 *
 * With it densities of beta, gamma, binomial and Poisson need no difference of large logarithms, so they stay exact
 * for counts of many millions. (Loader 2000, "Fast and accurate computation of binomial probabilities".)
 */
export function stirlingError(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < 16) {
    sum += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
    shifted += 1;
  }
  const square = shifted * shifted;
  const series =
    1 / 12 -
    (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360_360 / square) / square) / square) / square) / square;
  return sum + series / shifted;
}

/**
 * x ln(x / mean) + mean - x for x > 0 and mean > 0, given x and `difference` = x - mean, which the caller often knows
 * more exactly than the mean. No cancellation where both are close. (Loader 2000.)
 */
export function deviance(x: number, difference: number): number {
  const mean = x - difference;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  let power = 2 * x * ratio;
  let sum = difference * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
