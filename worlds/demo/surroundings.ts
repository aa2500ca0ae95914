import type { AgreementVersion } from '#core/agreement/agreement-for.ts';
import { type Calendar, compileCalendar } from '#core/calendar/calendar.ts';
import type { CalendarDefinition } from '#core/calendar/definition.ts';
import { isOpen } from '#core/calendar/open-time.ts';
import type { Instant } from '#core/time/instant.ts';
import type { LocalDate } from '#core/time/local-date.ts';
import { agreementsOf } from './agreements.ts';
import { type CalendarId, calendarsOf } from './calendars.ts';
import { type ServiceKey, TEAMS, type TeamKey } from './house.ts';
import { type People, peopleOf } from './people.ts';
import { type Conditions, conditionsOf, secondLevelTeam } from './stories.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** What a world is made from: the same seed and the same date make the same world. */
export interface WorldKey {
  readonly seed: number;
  readonly today: LocalDate;
}

/** All that is around a ticket: the house, its hours, its promises, and what happens to it. */
export interface Surroundings extends WorldKey {
  readonly timeline: Timeline;
  readonly people: People;
  readonly definitions: ReadonlyMap<CalendarId, CalendarDefinition>;
  readonly agreements: readonly AgreementVersion[];
  calendar(id: CalendarId): Calendar;
  /** Whether somebody of the team is there. */
  isAtWork(team: TeamKey, at: Instant): boolean;
  conditions(service: ServiceKey, date: LocalDate): Conditions;
  secondLevelTeam(service: ServiceKey, date: LocalDate): TeamKey;
}

export function surroundingsOf({ seed, today }: WorldKey): Surroundings {
  const timeline = timelineOf(today);
  const definitions = calendarsOf(timeline);
  const calendars = new Map([...definitions].map(([id, definition]) => [id, compileCalendar(definition)]));
  const calendar = (id: CalendarId): Calendar => calendars.get(id)!;
  return {
    seed,
    today,
    timeline,
    people: peopleOf(seed),
    definitions,
    agreements: agreementsOf(timeline),
    calendar,
    isAtWork: (team, at) => isOpen(calendar(TEAMS[team].hours), at),
    conditions: conditionsOf(timeline),
    secondLevelTeam: secondLevelTeam(timeline),
  };
}
