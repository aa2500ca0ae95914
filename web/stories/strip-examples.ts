import type { StripDay, StripEntry, StripPiece } from '#web/ui/charts/calendar-strip-layout.ts';

/** Days of clocks for stories; all times in UTC. */

type Told = readonly [kind: StripPiece['kind'], from: string, until: string];

const NOTHING: StripEntry['seconds'] = { counted: 0, paused: 0, resolved: 0, withdrawn: 0, ahead: 0, unused: 0 };
const DAY_MILLISECONDS = 86_400_000;

/** A day of service from 7 to 18 o'clock, or with the hours given. */
export function openDay(
  date: string,
  told: readonly Told[] = [],
  hours: readonly (readonly [string, string])[] = [['07:00', '18:00']],
): StripDay {
  const at = (time: string): string => (time === '24:00' ? midnightAfter(date) : `${date}T${time}:00Z`);
  const pieces = told.map(([kind, from, until]): StripPiece => {
    const state = kind === 'paused' ? 'pending_customer' : kind === 'resolved' ? 'resolved' : null;
    const seconds = (Date.parse(at(until)) - Date.parse(at(from))) / 1000;
    return { kind, from: at(from), until: at(until), seconds, state };
  });
  const sums = { ...NOTHING };
  for (const { kind, seconds } of pieces) sums[kind] += seconds;
  return {
    kind: 'day',
    date,
    from: at('00:00'),
    until: midnightAfter(date),
    hours: hours.map(([from, until]) => ({ from: at(from), until: at(until) })),
    closed: null,
    holiday: null,
    isException: false,
    pieces,
    seconds: sums,
  };
}

export function closedDay(date: string, holiday: StripDay['holiday'] = null): StripDay {
  return { ...openDay(date, [], []), closed: holiday === null ? 'weekend' : 'holiday', holiday };
}

export function foldedDays(
  date: string,
  lastDate: string,
  seconds: Partial<StripEntry['seconds']>,
): Extract<StripEntry, { kind: 'folded' }> {
  const days = (Date.parse(lastDate) - Date.parse(date)) / DAY_MILLISECONDS + 1;
  const [from, until] = [`${date}T00:00:00Z`, midnightAfter(lastDate)];
  return { kind: 'folded', date, lastDate, from, until, days, seconds: { ...NOTHING, ...seconds } };
}

function midnightAfter(date: string): string {
  return new Date(Date.parse(date) + DAY_MILLISECONDS).toISOString();
}

/** So many days from a Monday on, each counted from morning to evening but weekends. */
export function manyDays(count: number): StripDay[] {
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2026, 5, 1) + index * DAY_MILLISECONDS).toISOString().slice(0, 10);
    return index % 7 > 4 ? closedDay(date) : openDay(date, [['counted', '07:00', '18:00']]);
  });
}
