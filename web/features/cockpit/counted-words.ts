import type { Words } from '#web/shell/words.tsx';
import type { Tile, TileFigure } from './cockpit-lines.ts';

type CountedWords = Pick<Words, 'say' | 'sayLoosely' | 'format'>;

/** The formula with the numbers at hand: `537 von 729 = 73,7 %`. */
export function numbersText({ row }: Tile, figure: TileFigure, { say, format }: CountedWords): string {
  const value = row.value === null ? say('desk.cockpit.tile.noValue') : format.withUnit(row.value, figure);
  const isFraction = row.numerator !== null && row.denominator !== null && row.value !== null;
  if (!isFraction) return say('desk.cockpit.counted.plainNumbers', { value, n: format.whole(row.n) });
  const text = (given: number): string => (Number.isInteger(given) ? format.whole(given) : format.decimal(given, 1));
  return say('desk.cockpit.counted.ofNumbers', {
    numerator: text(row.numerator!),
    denominator: text(row.denominator!),
    value,
  });
}

/** What was left out here, by reason, the most frequent first. */
export function leftOutText({ row }: Tile, { say, sayLoosely, format }: CountedWords): string {
  const parts = Object.entries(row.excludedBy)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${format.whole(count)} ${sayLoosely(`reason.${reason}`) ?? reason}`);
  if (parts.length === 0) return say('desk.cockpit.counted.leftOutNone');
  return say('desk.cockpit.counted.leftOutHere', { parts: parts.join(', ') });
}
