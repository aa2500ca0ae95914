import { deadlineAccounts } from '#core/clock/deadline-account.ts';
import { applyEvent } from '#core/ticket/apply-event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { instant, later } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { loadTickets, loadVersions, ticketIdOf } from '#server/features/tickets/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { Failure } from '#server/platform/failure.ts';
import type { CommandIo } from './command.ts';
import { readTicketCall } from './ticket-call.ts';
import { ticketJson, ticketText } from './ticket-text.ts';
import { withDatabase } from './with-database.ts';

/** `kundig ticket`: shows a ticket, what happened to it, and why its deadlines are what they are. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const { number, isJson, isWhy } = readTicketCall(args);
  return withDatabase(io, async ({ database, settings, language }) => {
    const shown = await inTenantSession(database.appPool, defaultTenantId, async ({ client }) => {
      const id = await ticketIdOf(client, defaultTenantId, number);
      const [stored] = id === null ? [] : await loadTickets(client, defaultTenantId, [id]);
      if (!stored) throw new Failure('failure.ticketMissing', { number });
      const versions = await loadVersions(client, defaultTenantId);
      let ticket: Ticket | null = null;
      for (const event of stored.events) ticket = applyEvent(ticket, event, versions);
      if (ticket === null) throw new Error('a ticket without events');
      // A clock that was set back must not hide what has happened already.
      const at = later(instant(Date.now() / 1000), ticket.lastEventAt);
      return { number, at, ticket, events: stored.events, accounts: deadlineAccounts(stored.events, versions, at) };
    });
    const reader = { language: settings.KUNDIG_LANGUAGE || language, zone: zoneOf(settings.KUNDIG_TIME_ZONE) };
    io.out.write(`${isJson ? ticketJson(shown) : ticketText(shown, reader, { isWhy })}\n`);
    return 0;
  });
}
