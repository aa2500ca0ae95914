import type pg from 'pg';
import { sendAll } from '#server/database/prepared.ts';
import { insertFacts, replaceFacts } from '#server/features/figures/index.ts';
import { appendEvents, insertTickets, takeNumbers } from '#server/features/tickets/index.ts';
import { type NewPerson, saveNamed, savePersons } from './reference-store.ts';
import type { TicketWork } from './ticket-work.ts';

export interface SaveRequest {
  readonly tenantId: string;
  readonly sourceId: string;
  readonly work: readonly TicketWork[];
  readonly persons: readonly NewPerson[];
  /** Names that were saved before; grows. */
  readonly known: Set<string>;
}

/** Writes new and continued tickets with all that they refer to. To be called in one transaction. */
export async function saveTickets(
  client: pg.ClientBase,
  { tenantId, sourceId, work, persons, known }: SaveRequest,
): Promise<void> {
  await savePersons(client, tenantId, { sourceId, persons });
  const seen = work.flatMap(({ versions }) => versions.map(({ row }) => row));
  await saveNamed(client, tenantId, { seen, known });
  const added = work.filter((ticket) => ticket.eventsBefore === 0);
  const extended = work.filter((ticket) => ticket.eventsBefore > 0);
  if (added.length > 0) {
    const first = await takeNumbers(client, tenantId, added.length);
    const numbered = added.map((ticket, index) => ({
      ...ticket,
      number: first + index,
      origin: { sourceId, sourceKey: ticket.sourceKey },
    }));
    await sendAll(client, [...insertTickets(tenantId, numbered), ...insertFacts(tenantId, added)]);
  }
  if (extended.length > 0) {
    await sendAll(client, [...appendEvents(tenantId, extended), ...replaceFacts(tenantId, extended)]);
  }
}
