/**
 * The number that a person wrote, with a comma or a point, with or without its unit, for times in hours also as `6:30`.
 * Null when it is none.
 */
export function readTargetValue(text: string, { unit }: { readonly unit: string }): number | null {
  const plain = text
    .trim()
    .replace(/\s*(%|min\.?|std\.?|h|tage|days)$/i, '')
    .replace('\u2212', '-');
  const clock = /^(\d{1,5}):([0-5]\d)$/.exec(plain);
  if (clock) {
    const minutes = 60 * Number(clock[1]) + Number(clock[2]);
    return unit === 'hours' ? minutes / 60 : unit === 'minutes' ? minutes : null;
  }
  if (!/^-?\d{1,9}([.,]\d{1,6})?$/.test(plain)) return null;
  return Number(plain.replace(',', '.'));
}
