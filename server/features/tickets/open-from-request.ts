import type pg from 'pg';
import type { z } from 'zod';
import type { openTicketShape } from '#contract/api/command-shapes.ts';
import { agreementFor } from '#core/agreement/agreement-for.ts';
import { alwaysOpen } from '#core/calendar/definition.ts';
import type { OpenTicket } from '#core/ticket/command.ts';
import type { Instant } from '#core/time/instant.ts';
import { agreementVersions, pinCalendar } from './version-store.ts';

/**
 * The command that opens a ticket as it was asked for, with what is promised to this customer for this service now.
 * Without an agreement business time runs round the clock in the zone of the installation.
 */
export async function openCommand(
  client: pg.ClientBase,
  tenantId: string,
  {
    asked,
    now,
    zone,
  }: { readonly asked: z.output<typeof openTicketShape>; readonly now: Instant; readonly zone: string },
): Promise<OpenTicket> {
  const { subject, description, customer, requester, isFirstContactEligible, ...dimensions } = asked;
  const versions = await agreementVersions(client, tenantId);
  const agreement = agreementFor(versions, { customer, service: asked.service, at: now });
  return {
    kind: 'openTicket',
    customer,
    requester,
    dimensions: { ...dimensions, agreement: agreement?.terms.agreement ?? null },
    promise: agreement ? { kind: 'agreement', versionId: agreement.id } : { kind: 'none' },
    calendarId: agreement?.terms.calendarId ?? (await pinCalendar(client, tenantId, alwaysOpen(zone))),
    isFirstContactEligible,
    subject,
    description,
  };
}
