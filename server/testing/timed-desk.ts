import assert from 'node:assert/strict';
import type { OpenTicket } from '#core/ticket/command.ts';
import { type Instant, instant, parseInstant } from '#core/time/instant.ts';
import { TicketUnit } from '#server/features/tickets/index.ts';
import { inTenantSession, type OpenDatabase } from '#server/platform/database.ts';

/*
 * Tickets under the agreement gold of the random desk, priority 1: a first response within 15 minutes of the office, a
 * resolution within 4 hours. Warnings come at 12 minutes and at 3 hours 12. For tests of what clocks do by themselves.
 */

export const STEPS_AFTER_MINUTES = [12, 15, 192, 240] as const;

/** Minutes after 08:00 in the office on a Wednesday, `week` weeks later. */
export function minutes(count: number, week = 0): Instant {
  return instant(parseInstant('2026-03-04T07:00:00Z') + week * 7 * 86_400 + count * 60);
}

const OPENING: OpenTicket = {
  kind: 'openTicket',
  customer: 'north',
  requester: null,
  dimensions: {
    team: 'desktop',
    service: 'print',
    priority: '1',
    channel: 'portal',
    level: '1',
    type: 'incident',
    agreement: 'gold',
  },
  promise: { kind: 'agreement', versionId: 'gold-1' },
  calendarId: 'office',
  isFirstContactEligible: true,
  subject: 'Printer prints nothing',
  description: '',
};

/** Runs commands in one transaction, as the server would. */
export async function inUnit<T>(
  { appPool }: Pick<OpenDatabase, 'appPool'>,
  tenantId: string,
  work: (unit: TicketUnit) => Promise<T>,
): Promise<T> {
  return await inTenantSession(appPool, tenantId, async (session) => {
    const unit = new TicketUnit(session, tenantId);
    const result = await work(unit);
    await unit.flush();
    return result;
  });
}

/** Opens a ticket at each of these instants and returns their ids. */
export async function openAt(
  database: Pick<OpenDatabase, 'appPool'>,
  tenantId: string,
  instants: readonly Instant[],
): Promise<string[]> {
  return await inUnit(database, tenantId, async (unit) => {
    const ids: string[] = [];
    for (const at of instants) {
      const outcome = await unit.open(OPENING, { at, actor: null });
      assert.equal(outcome.kind, 'done');
      if (outcome.kind === 'done') ids.push(outcome.ticketId);
    }
    return ids;
  });
}

/** The steps that are recorded of these tickets, in the order in which they were. */
export async function recordedSteps(
  { appPool }: Pick<OpenDatabase, 'appPool'>,
  tenantId: string,
  ids: readonly string[],
): Promise<{ ticketId: string; at: Instant; kind: string; key: string }[]> {
  return await inTenantSession(appPool, tenantId, async ({ client }) => {
    const found = await client.query<{ ticket_id: string; at: Instant; kind: string; key: string }>(
      `select e.ticket_id, e.at, e.kind, e.payload ->> 'key' as key
       from ticket_event as e
       where e.tenant_id = $1
         and e.ticket_id = any($2)
         and e.kind in ('clockWarned', 'clockBreached')
       order by e.xmin::text::bigint, e.ticket_id, e.sequence`,
      [tenantId, ids],
    );
    return found.rows.map(({ ticket_id: ticketId, ...step }) => ({ ticketId, ...step }));
  });
}
