import { foldFacts } from '#core/facts/fold-facts.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { sendAll } from '#server/database/prepared.ts';
import { takeNumbers, writeTickets } from '#server/features/tickets/index.ts';
import { inTenantSession, type OpenDatabase } from '#server/platform/database.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import type { RandomDesk } from '#worlds/random-desk.ts';

/** Stores histories as tickets with their events, state and facts, as the program itself would. */
export async function storeDesk({ appPool }: OpenDatabase, tenantId: string, desk: RandomDesk): Promise<void> {
  await inTenantSession(appPool, tenantId, async ({ client }) => {
    for (const [id, definition] of desk.calendars) {
      await client.query('insert into calendar_version (tenant_id, id, definition) values ($1, $2, $3)', [
        tenantId,
        id,
        definition,
      ]);
    }
    for (const [id, terms] of desk.agreements) {
      await client.query(
        `insert into agreement_version (tenant_id, id, calendar_id, terms, valid_from)
         values ($1, $2, $3, $4, '-infinity')`,
        [tenantId, id, terms.calendarId, terms],
      );
    }
    const first = await takeNumbers(client, tenantId, desk.histories.length);
    const tickets = desk.histories.map((events: readonly TicketEvent[], index) => {
      const { ticket, versions } = foldFacts(events, desk.versions);
      return {
        ticketId: randomUUIDv7(),
        number: first + index,
        origin: null,
        ticket,
        eventsBefore: 0,
        events,
        versions,
        factsBefore: [],
        stepsBefore: [],
      };
    });
    await sendAll(client, writeTickets(tenantId, tickets));
  });
}
