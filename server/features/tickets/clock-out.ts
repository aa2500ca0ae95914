import type { z } from 'zod';
import type { clockShape } from '#contract/api/clock-shapes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import type { PinnedVersions } from '#core/agreement/terms.ts';
import type { CalendarDefinition } from '#core/calendar/definition.ts';
import { namedHoliday } from '#core/calendar/named-holidays.ts';
import { type ClockDay, dayByDay, type FoldedDays } from '#core/clock/day-by-day.ts';
import type { DeadlineAccount } from '#core/clock/deadline.ts';
import { deadlineAccounts } from '#core/clock/deadline-account.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Instant } from '#core/time/instant.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { holidayText } from '#text/holiday-text.ts';
import { holidayAbroad } from '../calendars/index.ts';
import { withIsoInstants } from './iso-instants.ts';

type ClockOut = z.input<typeof clockShape>;
type WhyOut = ClockOut['why'];

/** All clocks of a ticket as they read at `at`, each with the account of its deadline. */
export function clocksOut(events: readonly TicketEvent[], versions: PinnedVersions, at: Instant): ClockOut[] {
  const accounts = deadlineAccounts(events, versions, at);
  return accounts.map((account) => {
    const { dueAt, breachedAt, ...read } = account.reading;
    return {
      clock: account.clock,
      ...read,
      dueAt: dueAt && instantOut(dueAt),
      breachedAt: breachedAt && instantOut(breachedAt),
      isCurrent: !accounts.some((other) => other.clock === account.clock && other.cycle > account.cycle),
      why: whyOut(account, versions, events),
    };
  });
}

function whyOut(account: DeadlineAccount, versions: PinnedVersions, events: readonly TicketEvent[]): WhyOut {
  const { start, projection, ahead, stoppedAt, waivedAt, calendarId } = account;
  const { timeZone, promisedAt, days } = dayByDay(account, versions.calendars);
  const { definition } = versions.calendars.get(calendarId)!;
  const story = account.story.map((entry) =>
    'state' in entry ? { ...entry, setBy: sequenceOfState(events, entry) } : entry,
  );
  const told = days.map((day) => (day.kind === 'day' ? { ...day, holiday: holidayOf(day, definition) } : day));
  const why = { start, story, projection, ahead, stoppedAt, waivedAt, calendarId, timeZone, promisedAt, days: told };
  return withIsoInstants(why) as WhyOut;
}

/** The event that put the ticket into the state of a rest: the last one that did before or when the rest began. */
function sequenceOfState(
  events: readonly TicketEvent[],
  { state, from }: { readonly state: string; readonly from: Instant },
): number {
  const found = events.findLastIndex(
    (event) =>
      event.at <= from &&
      ((event.kind === 'stateChanged' && event.to === state) || (event.kind === 'mergedInto' && state === 'merged')),
  );
  return Math.max(found, 0) + 1;
}

function holidayOf(day: ClockDay | FoldedDays, definition: CalendarDefinition) {
  if (day.kind !== 'day' || day.closed !== 'holiday') return null;
  const named = namedHoliday(definition, parseLocalDate(day.date));
  if (named) return { de: holidayText(named, 'de'), en: holidayText(named, 'en') };
  return holidayAbroad(definition, day.date);
}
