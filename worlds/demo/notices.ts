import { SECONDS_PER_DAY } from '#core/time/instant.ts';
import { addDays, type LocalDate, weekdayOf } from '#core/time/local-date.ts';
import { zoneOf } from '#core/time/zone.ts';
import type { Arrival } from './demand.ts';
import type { ServiceKey } from './house.ts';
import { storyDates } from './stories.ts';
import { NOTICES } from './texts/notices.ts';
import { HOME_ZONE, type Timeline } from './timeline.ts';

type Notice = keyof typeof NOTICES;

const SERVICE_OF: Readonly<Record<Notice, ServiceKey>> = {
  'second-look': 'network',
  'regression-to-the-mean': 'network',
  'stricter-targets': 'workplace',
  'printer-flood': 'print',
  knowledge: 'workplace',
  'failed-migration': 'mail',
  reorganisation: 'workplace',
  parking: 'applications',
};
const TIME_OF_DAY = 8.25 * 3600;

/** What the manager announces to the desk, on the first working day of each story. */
export function noticesOf(timeline: Timeline): Arrival[] {
  const dates = storyDates(timeline);
  // Whoever acts on an extreme month begins when it is over.
  const firstDates: Readonly<Record<Notice, LocalDate>> = {
    ...mapValues(dates, ({ from }) => from),
    'second-look': dates['regression-to-the-mean'].to!,
  };
  return (Object.keys(NOTICES) as Notice[]).map((key) => {
    const date = workdayFrom(firstDates[key]);
    const at = zoneOf(HOME_ZONE).firstInstantOf(date * SECONDS_PER_DAY + TIME_OF_DAY);
    return { at, date, service: SERVICE_OF[key], notice: NOTICES[key]! };
  });
}

function workdayFrom(date: LocalDate): LocalDate {
  return ['sat', 'sun'].includes(weekdayOf(date)) ? workdayFrom(addDays(date, 1)) : date;
}

function mapValues<K extends string, T, U>(record: Readonly<Record<K, T>>, change: (value: T) => U): Record<K, U> {
  return Object.fromEntries(Object.entries<T>(record).map(([key, value]) => [key, change(value)])) as Record<K, U>;
}
