import { germanHolidays } from '#core/calendar/german-holidays.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { addDays, datePartsOf, type LocalDate, weekdayOf } from '#core/time/local-date.ts';
import { zoneOf } from '#core/time/zone.ts';
import { type Chance, chanceOf } from './chance.ts';
import { SERVICE_KEYS, SERVICES, type ServiceKey } from './house.ts';
import { conditionsOf } from './stories.ts';
import type { Topic } from './texts/topic.ts';
import { HOME_ZONE, type Timeline } from './timeline.ts';

/** A matter that comes to the desk. */
export interface Arrival {
  readonly at: Instant;
  readonly date: LocalDate;
  readonly service: ServiceKey;
  /** What it is about, where that is not left to chance: the manager writes. */
  readonly notice?: Topic;
}

const WEEKDAY_FACTOR = { mon: 1.32, tue: 1.12, wed: 1, thu: 0.96, fri: 0.78, sat: 0.07, sun: 0.05 } as const;
/** Nights of production, by the date of their evening. */
const NIGHT_FACTOR = { mon: 1.1, tue: 1, wed: 1, thu: 0.95, fri: 0, sat: 0, sun: 1.15 } as const;
/** January to December: summer is quiet, the new year and September are busy. */
const MONTH_FACTOR = [1.12, 1.04, 1, 0.98, 0.96, 0.98, 0.92, 0.84, 1.08, 1.04, 1.02, 0.9] as const;
const HOLIDAY_FACTOR = 0.08;
const BETWEEN_THE_YEARS_FACTOR = 0.35;

/** Weights of the hours of a day in which people ask: a wave in the morning, a smaller one after lunch. */
const HOURS = [0, 0, 0, 0, 0, 0.1, 0.7, 4, 10, 13, 11.5, 9, 5.5, 8, 10, 8.5, 6, 3, 1.8, 1.9, 2, 1.8, 1.2, 0.5];
/** Hours of the night shift, from 22 on. */
const NIGHT_HOURS = [5, 4, 3, 3, 2.5, 3, 3, 2.5];

/** Everything that comes between the first date and the end of the world, in order. */
export function demandOf(timeline: Timeline, seed: number): Arrival[] {
  const chance = chanceOf(seed, 'demand');
  const conditions = conditionsOf(timeline);
  const arrivals: Arrival[] = [];
  for (let date = timeline.firstDate; date < timeline.today; date = addDays(date, 1)) {
    for (const service of SERVICE_KEYS) {
      const mean = SERVICES[service].dailyTickets * rhythm(service, date) * conditions(service, date).demand;
      for (let left = chance.count(mean); left > 0; left -= 1) {
        const at = momentOn(service, date, chance);
        if (at < timeline.until) arrivals.push({ at, date, service });
      }
    }
  }
  return arrivals.sort((a, b) => a.at - b.at);
}

function rhythm(service: ServiceKey, date: LocalDate): number {
  const { year, month, day } = datePartsOf(date);
  const weekday = weekdayOf(date);
  const isHoliday = germanHolidays('HH', year).some((holiday) => holiday.date === date);
  const isBetweenYears = (month === 12 && day >= 24) || (month === 1 && day === 1);
  const season = MONTH_FACTOR[month - 1]!;
  if (service === 'production') return isHoliday || isBetweenYears ? 0 : NIGHT_FACTOR[weekday];
  if (isHoliday) return HOLIDAY_FACTOR;
  return season * WEEKDAY_FACTOR[weekday] * (isBetweenYears ? BETWEEN_THE_YEARS_FACTOR : 1);
}

function momentOn(service: ServiceKey, date: LocalDate, chance: Chance): Instant {
  const hour =
    service === 'production' ? 22 + Number(chance.weighted(NIGHT_WEIGHTS)) : Number(chance.weighted(HOUR_WEIGHTS));
  return zoneOf(HOME_ZONE).firstInstantOf(date * SECONDS_PER_DAY + hour * 3600 + chance.below(3600));
}

const weightsOf = (hours: readonly number[]): Record<string, number> =>
  Object.fromEntries(hours.map((weight, hour) => [String(hour), weight]));
const HOUR_WEIGHTS = weightsOf(HOURS);
const NIGHT_WEIGHTS = weightsOf(NIGHT_HOURS);
