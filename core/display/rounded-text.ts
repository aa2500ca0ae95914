import { decimalText, exactRatio, roundedHalfUp } from './exact-ratio.ts';

/**
 * Rounding for display, the only place where figures are rounded (kpi-spec G9): half up on the exact ratio. Texts have a
 * dot and no unit; the language puts in its own separators and signs.
 */

/**
 * 100 x numerator / denominator with so many decimals, or null when the denominator is 0. A value below 100 never shows
 * as 100, and a value that is not 0 never as 0.
 */
export function percentText(numerator: number, denominator: number, decimals: number): string | null {
  const share = exactRatio(numerator, denominator);
  if (!share) return null;
  const percent = { numerator: 100n * share.numerator, denominator: share.denominator };
  const hundred = 100n * 10n ** BigInt(decimals);
  const rounded = roundedHalfUp(percent, decimals);
  if (rounded >= hundred && share.numerator < share.denominator) return decimalText(hundred - 1n, decimals);
  if (rounded === 0n && share.numerator !== 0n) return decimalText(share.numerator < 0n ? -1n : 1n, decimals);
  return decimalText(rounded, decimals);
}

/** numerator / denominator with so many decimals, or null when the denominator is 0. For means, ratios, points. */
export function ratioText(numerator: number, denominator: number, decimals: number): string | null {
  const ratio = exactRatio(numerator, denominator);
  return ratio && decimalText(roundedHalfUp(ratio, decimals), decimals);
}
