import type { AgreementVersion } from '#core/agreement/agreement-for.ts';
import type { Targets } from '#core/agreement/terms.ts';
import type { TicketState } from '#core/ticket/state.ts';
import { type Instant, NEVER } from '#core/time/instant.ts';
import { startOfDate, zoneOf } from '#core/time/zone.ts';
import type { CalendarId } from './calendars.ts';
import { HOME_ZONE, type Timeline } from './timeline.ts';

/** In force from the beginning. */
const ALWAYS = Number.NEGATIVE_INFINITY as Instant;
const MINUTE = 60;
const HOUR = 3600;
const CUSTOMER_WAITS: readonly TicketState[] = ['pending_customer'];

/** Month in which the stricter targets of the logistics customer begin. */
export const STRICTER_TARGETS_MONTH = -9;

/** First response in minutes and resolution in hours, for priorities 1 to 4. */
function targets(...byPriority: readonly (readonly [responseMinutes: number, resolutionHours: number])[]) {
  return Object.fromEntries(
    byPriority.map(([response, resolution], index): [string, Targets] => [
      String(index + 1),
      { first_response: response * MINUTE, resolution: resolution * HOUR },
    ]),
  );
}

/** All versions: the house default, one for the night production, and those of the two customers outside. */
export function agreementsOf(timeline: Timeline): readonly AgreementVersion[] {
  const stricterFrom = startOfDate(zoneOf(HOME_ZONE), timeline.month(STRICTER_TARGETS_MONTH));
  const zirbelau = {
    agreement: 'zirbelau',
    name: 'Zirbelau Logistik',
    calendarId: 'office-bavaria' satisfies CalendarId,
    pauseStates: CUSTOMER_WAITS,
    reopen: 'continue',
  } as const;
  return [
    {
      id: 'production-1',
      terms: {
        agreement: 'production',
        name: 'Leitstand der Nachtfertigung',
        calendarId: 'night' satisfies CalendarId,
        targetsByPriority: targets([10, 2], [15, 4], [45, 12], [120, 24]),
        pauseStates: CUSTOMER_WAITS,
        reopen: 'continue',
      },
      customer: null,
      services: ['production'],
      validFrom: ALWAYS,
      validTo: NEVER,
    },
    {
      id: 'zirbelau-1',
      terms: { ...zirbelau, targetsByPriority: targets([15, 4], [30, 8], [120, 16], [240, 40]) },
      customer: 'zirbelau',
      services: null,
      validFrom: ALWAYS,
      validTo: stricterFrom,
    },
    {
      id: 'zirbelau-2',
      terms: { ...zirbelau, targetsByPriority: targets([15, 2], [20, 4], [60, 8], [120, 20]) },
      customer: 'zirbelau',
      services: null,
      validFrom: stricterFrom,
      validTo: NEVER,
    },
    {
      id: 'hohenquell-1',
      terms: {
        agreement: 'hohenquell',
        name: 'Hohenquell Praxen',
        calendarId: 'extended' satisfies CalendarId,
        targetsByPriority: targets([15, 4], [45, 12], [150, 24], [480, 60]),
        pauseStates: ['pending_customer', 'pending_vendor'],
        reopen: 'restart',
      },
      customer: 'hohenquell',
      services: null,
      validFrom: ALWAYS,
      validTo: NEVER,
    },
    {
      id: 'house-1',
      terms: {
        agreement: 'house',
        name: 'Hausvereinbarung',
        calendarId: 'office-hamburg' satisfies CalendarId,
        targetsByPriority: targets([15, 4], [30, 8], [120, 16], [240, 40]),
        pauseStates: CUSTOMER_WAITS,
        reopen: 'continue',
      },
      customer: null,
      services: null,
      validFrom: ALWAYS,
      validTo: NEVER,
    },
  ];
}
