import type { CalendarNamed } from '#contract/api/clock-shapes.ts';
import { formatIn } from '#web/shell/format.ts';
import type { Telling } from './telling.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** A Monday, for the names of weekdays. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MILLISECONDS = 86_400_000;

/** The hours of a calendar in words: `Mo bis Fr 8 bis 17 Uhr, Sa 9 bis 13 Uhr`. */
export function serviceHoursText(
  { weekly }: CalendarNamed,
  { say, language }: Pick<Telling, 'say' | 'language'>,
): string {
  const weekday = (index: number): string => formatIn(language, 'UTC').weekday(MONDAY + index * DAY_MILLISECONDS);
  const windows = DAYS.map((day) => {
    const told = (weekly[day] ?? []).map(([from, until]) =>
      say('desk.ticket.why.window', { from: hourText(from), until: hourText(until) }),
    );
    return told.join(', ');
  });
  if (DAYS.every((day) => weekly[day]?.[0]?.join() === '00:00,24:00')) return say('desk.ticket.why.always');
  const groups: { first: number; last: number; text: string }[] = [];
  for (const [index, text] of windows.entries()) {
    const before = groups.at(-1);
    if (before?.text === text) before.last = index;
    else groups.push({ first: index, last: index, text });
  }
  const told = groups
    .filter(({ text }) => text !== '')
    .map(({ first, last, text }) => {
      const days =
        first === last ? weekday(first) : say('desk.ticket.why.range', { first: weekday(first), last: weekday(last) });
      return `${days} ${text}`;
    });
  return told.length === 0 ? say('desk.ticket.why.never') : told.join(', ');
}

function hourText(time: string): string {
  return time.endsWith(':00') ? String(Number(time.slice(0, 2))) : time.replace(/^0/, '');
}
