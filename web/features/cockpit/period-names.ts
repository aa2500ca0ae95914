import type { Words } from '#web/shell/words.tsx';
import { monthNamesOf, periodName, startOf } from '#web/ui/charts/period-words.ts';
import type { CockpitHead } from './cockpit-lines.ts';

type PeriodWords = Pick<Words, 'language' | 'say' | 'format'>;
type Named = Pick<CockpitHead, 'by' | 'isWhole'>;

/** A year of 53 weeks. */
const LONGEST_YEAR_MILLISECONDS = 53 * 7 * 86_400_000;

interface Window {
  readonly from: string;
  readonly to: string;
}

/** The asked period: `Juni 2026`; while it runs `November 2026 bis zum 23.`; any stretch by its dates. */
export function askedPeriodName(head: CockpitHead, words: PeriodWords): string {
  const { period, isRunning, asOf } = head;
  return isRunning && head.isWhole && asOf > period.from
    ? partialName({ from: period.from, to: asOf }, head, words)
    : windowName(period, head, words);
}

/** `Mai`, `Juni`, `Sep.`, `Sept`: names of more than four letters are cut, which German marks. */
function shortMonth(month: number, { language }: PeriodWords): string {
  const { short, long } = monthNamesOf(language);
  const [cut, whole] = [short[month - 1]!, long[month - 1]!];
  if (whole.length <= 4) return whole;
  return language === 'de' ? `${cut}.` : cut;
}

/** Both windows of a comparison; null without one. */
export function comparedName(head: CockpitHead, words: PeriodWords): string | null {
  const { comparison } = head;
  if (comparison === null) return null;
  const { current, reference, isPartial } = comparison;
  if (reference === null) return noReferenceText(head, words);
  const name = isPartial ? partialName : windowName;
  return words.say('desk.cockpit.compared', {
    current: name(current, head, words),
    reference: name(reference, head, words),
  });
}

/** Either there are no data of then, or the year before has no such period: no week 53, no 29 February. */
function noReferenceText({ comparison, firstAt }: CockpitHead, { say, format }: PeriodWords): string {
  const longAgo = Date.parse(comparison!.current.from) - LONGEST_YEAR_MILLISECONDS;
  const isRecorded = firstAt !== null && Date.parse(firstAt) < longAgo;
  if (firstAt === null || isRecorded) return say('desk.cockpit.noReference');
  return say('desk.cockpit.notRecorded', { date: format.date(firstAt) });
}

/** The reference where there is little room: `Mai`, `Juni 2025`; '' without one. */
export function referenceName({ comparison, period, by }: CockpitHead, words: PeriodWords): string {
  if (!comparison?.reference) return '';
  const start = startOf(comparison.reference.from, words);
  const isNear = comparison.kind === 'previous' && by !== 'year' && start.year === startOf(period.from, words).year;
  if (by !== 'month') return periodName(start, by, { words, style: isNear ? 'short' : 'full' });
  const month = shortMonth(start.month, words);
  return isNear ? month : `${month} ${start.year}`;
}

function windowName(window: Window, { by, isWhole }: Named, words: PeriodWords): string {
  if (isWhole) return periodName(startOf(window.from, words), by, { words });
  return words.say('desk.cockpit.stretch', { from: words.format.date(window.from), to: lastDay(window.to, words) });
}

/** A period that is cut: how far it goes. */
function partialName(window: Window, { by }: Named, words: PeriodWords): string {
  const period = periodName(startOf(window.from, words), by, { words });
  if (by === 'day') return period;
  const last = lastInstant(window.to);
  if (by === 'month') return words.say('desk.cockpit.upTo.day', { period, day: startOf(last, words).day });
  return words.say('desk.cockpit.upTo.date', { period, date: words.format.shortDate(last) });
}

function lastDay(to: string, { format }: PeriodWords): string {
  return format.date(lastInstant(to));
}

/** The second before a window ends: its end is the first that does not belong to it. */
function lastInstant(to: string): string {
  return new Date(Date.parse(to) - 1000).toISOString();
}
