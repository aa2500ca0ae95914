import type { ClockOut } from '#contract/api/clock-shapes.ts';
import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import type { TimelineEntry } from '#contract/api/timeline-shapes.ts';
import type { PinnedVersions } from '#core/agreement/terms.ts';
import { dayByDay } from '#core/clock/day-by-day.ts';
import { deadlineAccounts } from '#core/clock/deadline-account.ts';
import { applyEvent } from '#core/ticket/apply-event.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { VERSIONS } from '#core/ticket/story.oracle.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Language } from '#text/language.ts';
import { wordsIn } from '#web/shell/words.oracle.ts';
import { type Telling, tellingOf } from './telling.ts';

/** Pages of tickets as the server would tell them, made from events. For tests only. */

export const PERSON = { id: '0199a000-0000-7000-8000-000000000001', name: 'Desk one' };

/** The page of a ticket with these events at `at`; everything was done by one person. */
export function pageOf(events: readonly TicketEvent[], at: Instant, versions: PinnedVersions = VERSIONS): TicketPage {
  let ticket: Ticket | null = null;
  for (const event of events) if (event.at <= at) ticket = applyEvent(ticket, event, versions);
  const { dimensions, standing, state, createdAt, lastEventAt } = ticket!;
  return {
    number: 17,
    version: events.length,
    subject: 'The printer is silent',
    state,
    standing,
    createdAt: textOf(createdAt),
    lastEventAt: textOf(lastEventAt),
    ...dimensions,
    assignee: PERSON,
    customer: null,
    requester: null,
    sourceKey: null,
    readAt: textOf(at),
    clocks: clocksOf(events, at, versions),
    timeline: events.map((event, index) => entryOf(event, index + 1)),
    people: [PERSON],
    names: [],
    agreements: [...versions.agreements].map(([id, { agreement }]) => {
      return { id, agreement, name: agreement, version: 1, validFrom: null, customer: null };
    }),
    calendars: [],
  };
}

function clocksOf(events: readonly TicketEvent[], at: Instant, versions: PinnedVersions): ClockOut[] {
  const accounts = deadlineAccounts(events, versions, at);
  return accounts.map((account) => {
    const { clock, reading, start, story, projection, ahead, stoppedAt, waivedAt, calendarId } = account;
    const told = story.map((entry) => ('state' in entry ? { ...entry, setBy: setBy(events, entry) } : entry));
    const { days, ...drawing } = dayByDay(account, versions.calendars);
    const named = days.map((day) => (day.kind === 'day' ? { ...day, holiday: null } : day));
    const isCurrent = !accounts.some((other) => other.clock === clock && other.cycle > account.cycle);
    const why = { start, story: told, projection, ahead, stoppedAt, waivedAt, calendarId, ...drawing, days: named };
    return withTexts({ clock, ...reading, isCurrent, why }) as ClockOut;
  });
}

function setBy(events: readonly TicketEvent[], rest: { readonly state: string; readonly from: Instant }): number {
  return events.findLastIndex((event) => event.at <= rest.from && 'to' in event && event.to === rest.state) + 1;
}

function entryOf({ kind, at, ...details }: TicketEvent, sequence: number): TimelineEntry {
  return { sequence, at: textOf(at), kind, actor: PERSON, details, texts: {} } as unknown as TimelineEntry;
}

function textOf(at: Instant): string {
  return new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}

function withTexts(value: unknown, field = ''): unknown {
  if (typeof value === 'number' && /^(?:at|from|until|\w+At)$/.test(field)) return textOf(value as Instant);
  if (Array.isArray(value)) return value.map((item) => withTexts(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withTexts(inner, name)]));
}

/** How a page is told in a language, in Berlin, when it is read. */
export function tellingIn(
  language: Language,
  page: TicketPage,
  { isForCustomer = false }: { readonly isForCustomer?: boolean } = {},
): Telling {
  const words = wordsIn(language);
  return tellingOf(page, words, { format: words.format, now: page.readAt, isForCustomer });
}
