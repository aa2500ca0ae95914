import type { AgreementTerms, PinnedVersions } from '../agreement/terms.ts';
import { compileCalendar } from '../calendar/calendar.ts';
import { alwaysOpen, type CalendarDefinition, type TimeWindow } from '../calendar/definition.ts';
import { type ClockReading, readClock } from '../clock/reading.ts';
import { type Instant, instant } from '../time/instant.ts';
import { applyEvent } from './apply-event.ts';
import type { Dimensions } from './dimensions.ts';
import type { ClockKind, PromiseGiven, TicketEvent } from './event.ts';
import type { TicketState } from './state.ts';
import type { Ticket } from './ticket.ts';
import { WITNESSES, type Witness } from './witness.ts';

/** Short words for histories, so that a test reads like the story of a ticket. For tests only. */

export const MINUTE = 60;
export const HOUR = 3600;

/** `2026-03-06 16:30` as the wall clock in Berlin shows it. */
export function berlin(text: string): Instant {
  const zoned = Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Europe/Berlin');
  return instant(zoned.epochMilliseconds / 1000);
}

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

function workdays(timeZone: string, ...windows: TimeWindow[]): CalendarDefinition {
  return { timeZone, weekly: Object.fromEntries(WORKDAYS.map((day) => [day, windows])), holidays: [], exceptions: [] };
}

const CALENDARS: Readonly<Record<string, CalendarDefinition>> = {
  /** Monday to Friday 09:00 to 17:00 in Berlin. */
  office: { ...workdays('Europe/Berlin', ['09:00', '17:00']), holidays: ['2026-04-03', '2026-04-06'] },
  lunch: workdays('Europe/Berlin', ['09:00', '12:00'], ['13:00', '17:00']),
  night: workdays('Europe/Berlin', ['22:00', '06:00']),
  always: alwaysOpen('Europe/Berlin'),
  /** Round the clock, but closed on Easter Sunday 2024, the day of the change to summer time. */
  easter: { ...alwaysOpen('Europe/Berlin'), holidays: ['2024-03-31'] },
  newYork: workdays('America/New_York', ['09:00', '17:00']),
  never: { timeZone: 'Europe/Berlin', weekly: {}, holidays: [], exceptions: [] },
};

const STANDARD: AgreementTerms = {
  agreement: 'standard',
  calendarId: 'office',
  targetsByPriority: {
    P1: { first_response: 15 * MINUTE, resolution: HOUR },
    P2: { first_response: HOUR, resolution: 4 * HOUR },
    P3: { first_response: 4 * HOUR, resolution: 16 * HOUR },
    /** The shorter promise is the resolution. */
    P4: { first_response: 8 * HOUR, resolution: 2 * HOUR },
  },
  pauseStates: ['pending_customer'],
  reopen: 'continue',
};

/** The standard agreement in each calendar (`office`, `lunch` …), and variants of it. */
const AGREEMENTS: Readonly<Record<string, AgreementTerms>> = {
  ...Object.fromEntries(Object.keys(CALENDARS).map((id) => [id, { ...STANDARD, calendarId: id }])),
  restart: { ...STANDARD, reopen: 'restart' },
  vendorPauses: { ...STANDARD, pauseStates: ['pending_customer', 'pending_vendor'] },
  neverPauses: { ...STANDARD, pauseStates: [] },
  generous: { ...STANDARD, targetsByPriority: { P2: { first_response: 4 * HOUR, resolution: 40 * HOUR } } },
  strict: { ...STANDARD, targetsByPriority: { P2: { first_response: 5 * MINUTE, resolution: 30 * MINUTE } } },
};

export const VERSIONS: PinnedVersions = {
  calendars: new Map(Object.entries(CALENDARS).map(([id, definition]) => [id, compileCalendar(definition)])),
  agreements: new Map(Object.entries(AGREEMENTS)),
};

/** Something that happens, once it is known when. */
export type Told = (at: Instant) => TicketEvent;
export type Line = readonly [when: string, told: Told];

/** The events of a story told in Berlin time. */
export function story(...lines: readonly Line[]): TicketEvent[] {
  return lines.map(([when, told]) => told(berlin(when)));
}

export interface Opening {
  readonly priority?: string | null;
  /** Key of `AGREEMENTS`, or another promise. */
  readonly under?: string | PromiseGiven;
  readonly dimensions?: Partial<Dimensions>;
  readonly witnesses?: readonly Witness[];
}

export function opened({ priority = 'P2', under = 'office', dimensions, witnesses = WITNESSES }: Opening = {}): Told {
  const promise: PromiseGiven = typeof under === 'string' ? { kind: 'agreement', versionId: under } : under;
  return (at) => ({
    kind: 'ticketOpened',
    at,
    dimensions: {
      team: null,
      service: null,
      priority,
      channel: 'email',
      level: '1',
      type: 'incident',
      agreement: null,
      ...dimensions,
    },
    promise,
    calendarId: 'office',
    witnesses,
    customer: null,
    requester: null,
    contactEndedAt: null,
    isFirstContactEligible: true,
  });
}

export function becomes(to: TicketState, { isNonIssue = false, isAutomatic = false } = {}): Told {
  return (at) => ({ kind: 'stateChanged', at, to, isNonIssue, isAutomatic });
}

export function reply({ isPublic = true, isAutomatic = false } = {}): Told {
  return (at) => ({ kind: 'replySent', at, isPublic, isAutomatic });
}

export function priority(to: string | null): Told {
  return (at) => ({ kind: 'priorityChanged', at, to });
}

export function team(to: string | null): Told {
  return (at) => ({ kind: 'teamChanged', at, to });
}

export function calendar(calendarId: string): Told {
  return (at) => ({ kind: 'calendarChanged', at, calendarId });
}

export function agreement(versionId: string): Told {
  return (at) => ({ kind: 'agreementChanged', at, versionId });
}

export function waive(clock: ClockKind): Told {
  return (at) => ({ kind: 'verdictWaived', at, clock });
}

export function handOver(fromLevel: string | null, toLevel: string): Told {
  return (at) => ({ kind: 'handedOver', at, fromLevel, toLevel, hasNote: true });
}

export function verdict(isMet: boolean): Told {
  return (at) => ({ kind: 'verdictImported', at, isMet });
}

/** The ticket after those events that lie at or before `until`. */
export function ticketAfter(events: readonly TicketEvent[], until = Number.POSITIVE_INFINITY): Ticket {
  let ticket: Ticket | null = null;
  for (const event of events) if (event.at <= until) ticket = applyEvent(ticket, event, VERSIONS);
  if (!ticket) throw new Error('nothing has happened yet');
  return ticket;
}

/** What the clock shows at `at`. */
export function reading(events: readonly TicketEvent[], clock: ClockKind, at: Instant): ClockReading {
  const ticket = ticketAfter(events, at);
  const found = clock === 'resolution' ? ticket.resolutionClock : ticket.firstResponseClock;
  if (!found) throw new Error(`the ticket has no ${clock} clock`);
  return readClock(found, ticket.standing, at);
}
