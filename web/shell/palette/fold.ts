/** A text for comparing: small letters, umlauts and accents as people type them without. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}

/**
 * How well a text fits what was typed: every word typed must begin a word of the text (2) or stand somewhere in it (1);
 * 0: it does not fit. Higher is better; nothing typed fits everything.
 */
export function fit(text: string, typed: string): number {
  const whole = fold(text);
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const fits = words.map((word) =>
    whole.startsWith(word) ? 3 : beginsWord(whole, word) ? 2 : whole.includes(word) ? 1 : 0,
  );
  if (fits.some((one) => one === 0)) return 0;
  return fits.length === 0 ? 1 : fits.reduce<number>((sum, one) => sum + one, 0) / fits.length;
}

function beginsWord(whole: string, word: string): boolean {
  return whole.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word));
}
