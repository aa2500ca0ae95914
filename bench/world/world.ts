import type { AgreementTerms, PinnedVersions } from '#core/agreement/terms.ts';
import { compileCalendar } from '#core/calendar/calendar.ts';
import { alwaysOpen, type CalendarDefinition } from '#core/calendar/definition.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import { type Instant, parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';

/** The generated world: fourteen months of a desk with twelve teams, six services and four priorities. */
export const ZONE = zoneOf('Europe/Berlin');
export const WORLD_START: Instant = parseInstant('2024-12-31T23:00:00Z');
export const WORLD_END: Instant = parseInstant('2026-02-28T23:00:00Z');
/** An instant in the middle of the history, off every edge. */
export const PAST: Instant = parseInstant('2025-09-17T12:34:56Z');
export const MONTHS: readonly Instant[] = periodEdges(ZONE, 'month', WORLD_START, WORLD_END);

export const TEAMS = Array.from({ length: 12 }, (_, index) => `team-${String(index + 1).padStart(2, '0')}`);
export const SERVICES = ['workplace', 'network', 'mail', 'telephony', 'applications', 'identity'];
/** Each priority as often as it stands here. */
export const PRIORITIES = ['1', '2', '2', '3', '3', '3', '3', '4', '4', '4'];
export const CHANNELS = ['phone', 'mail', 'mail', 'portal', 'portal', 'chat', 'monitoring'];
export const TYPES = ['incident', 'incident', 'service_request'];

const hour = 3600;
const office: CalendarDefinition = {
  timeZone: ZONE.id,
  weekly: Object.fromEntries(
    (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => [day, [['08:00', '18:00']]]),
  ) as CalendarDefinition['weekly'],
  holidays: [
    '2025-01-01',
    '2025-04-18',
    '2025-04-21',
    '2025-05-01',
    '2025-05-29',
    '2025-06-09',
    '2025-10-03',
    '2025-12-25',
    '2025-12-26',
    '2026-01-01',
  ],
  exceptions: [{ date: '2025-12-24', windows: [['08:00', '12:00']] }],
};

export const OFFICE_CALENDAR = 'office-1';

const standard: AgreementTerms = {
  agreement: 'standard',
  calendarId: OFFICE_CALENDAR,
  targetsByPriority: {
    '1': { first_response: hour / 2, resolution: 8 * hour },
    '2': { first_response: hour, resolution: 20 * hour },
    '3': { first_response: 4 * hour, resolution: 50 * hour },
    '4': { first_response: 8 * hour, resolution: 100 * hour },
  },
  pauseStates: ['pending_customer'],
  reopen: 'continue',
};

const gold: AgreementTerms = {
  ...standard,
  agreement: 'gold',
  calendarId: 'always-1',
  pauseStates: ['pending_customer', 'pending_vendor'],
  reopen: 'restart',
};

/** Agreement versions by id; a ticket is promised one of them, or now and then nothing. */
export const AGREEMENTS: ReadonlyMap<string, AgreementTerms> = new Map([
  ['standard-1', standard],
  ['gold-1', gold],
]);

export function pinnedVersions(): PinnedVersions {
  return {
    calendars: new Map([
      [OFFICE_CALENDAR, compileCalendar(office)],
      ['always-1', compileCalendar(alwaysOpen(ZONE.id))],
    ]),
    agreements: AGREEMENTS,
  };
}
