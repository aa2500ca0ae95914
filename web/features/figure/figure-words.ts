import { weightOf } from '#core/figures/pareto.ts';
import type { Tile } from '#web/features/cockpit/cockpit-lines.ts';
import { badCount, failuresText, thingsText } from '#web/features/cockpit/things.ts';
import { intervalTold } from '#web/features/cockpit/tile-words.ts';
import { type Dimensions, dimensionValueName, toldName } from '#web/shell/dimension-words.ts';
import { filterParts } from '#web/shell/figure-search.ts';
import type { Words } from '#web/shell/words.tsx';
import { distanceText } from '#web/ui/charts/chart-figure.ts';
import type { Figure, Row } from './figure-things.ts';

type Told = Pick<Words, 'language' | 'say' | 'sayLoosely' | 'format'>;

/** What was counted: `537 von 729 Fristen`, `1.234 Vorgänge`, `12 von 80 Stunden`. */
export function countedText(row: Row, figure: Figure, words: Told): string {
  const { say, format } = words as Words;
  const things = thingsText(row.n, figure, words as Words);
  const { numerator, denominator } = row;
  if (numerator === null || denominator === null) return things;
  switch (figure.kind) {
    case 'share':
      return say('desk.figure.of', {
        part: format.whole(numerator),
        things: thingsText(row.n, figure, { ...words, form: 'of' }),
      });
    case 'quotient':
      return say('desk.figure.ofHours', { part: wholeHours(numerator, words), whole: wholeHours(denominator, words) });
    case 'rate':
      return say('desk.figure.perDays', { things, days: format.whole(denominator) });
    default:
      return things;
  }
}

/** Sums of time are long: `5.240` hours. */
export function wholeHours(seconds: number, { format }: Pick<Told, 'format'>): string {
  return format.whole(Math.round(seconds / SECONDS_PER_HOUR));
}

const SECONDS_PER_HOUR = 3600;

/** The facts that the first button leads to: `191 verfehlte Fristen`. */
export function seenThings(row: Row, figure: Figure, words: Told): string {
  return failuresText(badCount(row, figure), figure, words);
}

/** All that the bars of a Pareto add up to, as a noun: of a mean that is what it is made of, else what the figure counts. */
export function weighedThings(row: Row, figure: Figure, words: Told): string {
  const whole = weightOf(figure, row);
  if (figure.kind === 'mean') return thingsText(whole, { counts: 'contact' }, words);
  return failuresText(whole, figure, words);
}

/** The interval, or why there is none. */
export function intervalText({ low, high, value }: Row, figure: Figure, { say, format }: Told): string {
  if (low !== null && high !== null) {
    const { values, unit } = intervalTold([low, high], figure, format);
    const range = say('desk.figure.range', { low: values[0]!, high: values[1]! });
    return unit === '' ? range : `${range}\u202f${unit}`;
  }
  return say(value === null || figure.kind === 'duration' ? 'desk.figure.tooFewForInterval' : 'desk.figure.noInterval');
}

/** `mindestens 85 %, um 11,3 Pkt. verfehlt`; null without a target. */
export function targetText({ target, row }: Pick<Tile, 'target' | 'row'>, figure: Figure, words: Told): string | null {
  if (target === null) return null;
  const { say } = words;
  const promise = `${say(`desk.cockpit.target.${target.direction}`)} ${words.format.tight(target.value, figure)}`;
  if (target.verdict !== 'missed' || row.value === null)
    return say(`desk.figure.target.${target.verdict}`, { target: promise, by: '' });
  const by = distanceText(Math.abs(row.value - target.value), figure, words);
  return say('desk.figure.target.missed', { target: promise, by });
}

/** `73,7 %, jetzt 10,1 Pkt. darunter`. */
export function comparedText(tile: Tile, figure: Figure, words: Told): string {
  const { say, format } = words;
  const reference = tile.comparison?.reference ?? null;
  const change = tile.comparison?.change ?? null;
  if (!reference || reference.value === null || !change || change.difference === null) {
    return say('desk.figure.compared.none');
  }
  const value = format.withUnit(reference.value, figure);
  const by = differenceText(change, figure, words);
  const isSame = !/[1-9]/.test(by);
  const key = isSame ? 'desk.figure.same' : change.difference > 0 ? 'desk.figure.above' : 'desk.figure.below';
  return say('desk.figure.compared.value', { value, change: say(key, { by }) });
}

type Change = NonNullable<NonNullable<Tile['comparison']>['change']>;

function differenceText(change: Change, figure: Figure, { say, format }: Told): string {
  const size = Math.abs(change.difference ?? 0);
  if (change.differenceUnit === 'pp') return say('desk.cockpit.tile.points', { value: format.decimal(size, 1) });
  // Of a count the difference is a number of things; of a balance a percentage would say nothing at all.
  if (figure.kind === 'duration' && change.relativePct !== null)
    return `${format.decimal(Math.abs(change.relativePct), 0)}\u202f%`;
  return format.withUnit(size, figure);
}

/** A filter of the address in words: `Service E-Mail und Kalender`. */
export function filterText(filter: string, { dimensions, words }: { dimensions: Dimensions; words: Told }): string {
  const parts = filterParts(filter);
  return dimensionValueName({ ...parts, name: toldName(dimensions, parts) }, words);
}
