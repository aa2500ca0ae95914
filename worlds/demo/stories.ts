import { addDays, type LocalDate } from '#core/time/local-date.ts';
import { SERVICES, type ServiceKey, type TeamKey } from './house.ts';
import { isMerged } from './people.ts';
import type { Timeline } from './timeline.ts';

/** What happens to the desk as a whole; each can be found in the figures (docs/demo.md is the reader's guide). */
export const STORY_KEYS = [
  'regression-to-the-mean',
  'stricter-targets',
  'printer-flood',
  'knowledge',
  'failed-migration',
  'reorganisation',
  'parking',
] as const;
export type StoryKey = (typeof STORY_KEYS)[number];

/** The local dates `[from, to)` of a story. `to` is null for what lasts. */
export interface StoryDates {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

const FLOOD_DAYS = 14;
/** How long people need until everybody uses the articles. */
const KNOWLEDGE_RAMP_DAYS = 150;
const AFTERMATH_DAYS = 9;

/** When each story happens, in months before the last one of the world. */
export function storyDates(timeline: Timeline): Readonly<Record<StoryKey, StoryDates>> {
  const { month, firstMonday } = timeline;
  return {
    'regression-to-the-mean': { from: month(-11), to: month(-10) },
    'stricter-targets': { from: month(-9), to: null },
    'printer-flood': { from: firstMonday(-8), to: addDays(firstMonday(-8), FLOOD_DAYS) },
    knowledge: { from: month(-7), to: null },
    'failed-migration': { from: month(-5), to: month(-4) },
    reorganisation: { from: firstMonday(-3), to: null },
    parking: { from: month(-2), to: null },
  };
}

/** How a service fares on a date. Factors are 1 and chances the usual ones when nothing special happens. */
export interface Conditions {
  /** Factors on the number of tickets, the time to the first response and the work until the solution. */
  readonly demand: number;
  readonly response: number;
  readonly work: number;
  readonly reopenChance: number;
  readonly escalationChance: number;
  /** Added to the chance that the first to hear of it solves it. */
  readonly firstContactGain: number;
  /** Chance that a ticket is put on the customer's side although nothing is asked. */
  readonly parkingChance: number;
  readonly isMigration: boolean;
}

const ORDINARY: Conditions = {
  demand: 1,
  response: 1,
  work: 1,
  reopenChance: 0.065,
  escalationChance: 0.012,
  firstContactGain: 0,
  parkingChance: 0,
  isMigration: false,
};

/** The applications team is too small, and its targets are missed more often than others. */
const OVERLOADED = 2.4;
/** The last days are busy, so that whoever looks in finds the queues alive. */
const BUSY_DAYS = 5;
const BUSY = { response: 1.8, work: 2.4, escalationChance: 0.06 } as const;
/** Somebody was ill, and what was written after lunch is still unread. */
const YESTERDAY = { ...BUSY, response: 5 } as const;
/** Share of tickets that are put on the customer's side. */
const PARKING_CHANCE = 0.85;
const MOST_KNOWLEDGE_GAIN = 0.34;

/** The conditions under which a service works on a date. */
export function conditionsOf(timeline: Timeline): (service: ServiceKey, date: LocalDate) => Conditions {
  const dates = storyDates(timeline);
  const isIn = ({ from, to }: StoryDates, date: LocalDate): boolean => date >= from && (to === null || date < to);
  return (service, date) => {
    const known = knowledgeGain(date - dates.knowledge.from, service);
    const daysLeft = timeline.today - date;
    const busy = daysLeft > BUSY_DAYS ? {} : daysLeft > 1 ? BUSY : YESTERDAY;
    const ordinary: Conditions = { ...ORDINARY, firstContactGain: known, ...busy };
    switch (service) {
      case 'mail':
        return duringMigration(ordinary, date - dates['failed-migration'].from, isIn(dates['failed-migration'], date), {
          daysAfter: date - dates['failed-migration'].to!,
        });
      case 'print':
        return isIn(dates['printer-flood'], date) ? { ...ordinary, demand: 5.5, response: 1.3 } : ordinary;
      case 'network':
        return isIn(dates['regression-to-the-mean'], date) ? { ...ordinary, reopenChance: 0.42 } : ordinary;
      case 'applications': {
        const parkingChance = isIn(dates.parking, date) ? PARKING_CHANCE : 0;
        return { ...ordinary, work: OVERLOADED * ordinary.work, parkingChance };
      }
      default:
        return ordinary;
    }
  };
}

/** Worst in the first two weeks; in the days after the month the last of it is cleared away. */
function duringMigration(
  ordinary: Conditions,
  day: number,
  isMigration: boolean,
  { daysAfter }: { readonly daysAfter: number },
): Conditions {
  if (isMigration) {
    return {
      ...ordinary,
      demand: day < 14 ? 3.8 : 2.8,
      response: day < 14 ? 5.5 : 4,
      work: day < 14 ? 4.2 : 3.2,
      reopenChance: 0.27,
      escalationChance: 0.07,
      firstContactGain: 0,
      isMigration: true,
    };
  }
  const isAftermath = daysAfter >= 0 && daysAfter < AFTERMATH_DAYS;
  return isAftermath ? { ...ordinary, demand: 1.3, response: 1.5, work: 1.3 } : ordinary;
}

/** Articles help where the matter repeats itself: nothing to begin with, all of it after some months. */
function knowledgeGain(daysSince: number, service: ServiceKey): number {
  if (service === 'applications' || service === 'production') return 0;
  return MOST_KNOWLEDGE_GAIN * Math.min(1, Math.max(0, daysSince / KNOWLEDGE_RAMP_DAYS));
}

/** The second-level team of a service on a date: the reorganisation puts two of them together. */
export function secondLevelTeam(timeline: Timeline): (service: ServiceKey, date: LocalDate) => TeamKey {
  const { from } = storyDates(timeline).reorganisation;
  return (service, date) => {
    const { team } = SERVICES[service];
    return date >= from && isMerged(team) ? 'workplace-care' : team;
  };
}
