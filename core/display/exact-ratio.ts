/**
 * A quotient kept in whole numbers until it is shown. Decimal fractions are taken as they are written: 0.1 is a tenth,
 * not the binary number next to it.
 */
export interface ExactRatio {
  readonly numerator: bigint;
  /** Above zero. */
  readonly denominator: bigint;
}

/** `numerator / denominator`, or null when the denominator is 0. Both must be finite. */
export function exactRatio(numerator: number, denominator: number): ExactRatio | null {
  const above = decimalOf(numerator);
  const below = decimalOf(denominator);
  const sign = below.numerator < 0n ? -1n : 1n;
  if (below.numerator === 0n) return null;
  return {
    numerator: sign * above.numerator * below.denominator,
    denominator: sign * below.numerator * above.denominator,
  };
}

/** The ratio times ten to the power of `decimals`, rounded to a whole number, halves away from zero. */
export function roundedHalfUp({ numerator, denominator }: ExactRatio, decimals: number): bigint {
  const size = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(decimals);
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** Writes `scaled`, a number of 10^-decimals, with a dot: `-0.05`, `12.5`, `3`. */
export function decimalText(scaled: bigint, decimals: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`;
  return scaled < 0n ? `-${text}` : text;
}

function decimalOf(value: number): ExactRatio {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new RangeError(`not a finite number: ${value}`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const power = Number(exponent) - fraction.length;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return power >= 0
    ? { numerator: digits * 10n ** BigInt(power), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-power) };
}
