import type pg from 'pg';
import { sendAll } from '#server/database/prepared.ts';
import { savePersons } from '#server/features/directory/index.ts';
import { takeNumbers, writeTickets } from '#server/features/tickets/index.ts';
import { type NewPerson, saveSeen } from './reference-store.ts';
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
  await savePersons(
    client,
    tenantId,
    persons.map((person) => ({ ...person, sourceId })),
  );
  const seen = work.flatMap(({ versions }) => versions.map(({ row }) => row));
  await saveSeen(client, tenantId, { seen, known });
  const added = work.filter((ticket) => ticket.eventsBefore === 0).length;
  let number = added > 0 ? await takeNumbers(client, tenantId, added) : 0;
  const changes = work.map((ticket) => ({
    ...ticket,
    // Of a known ticket neither is written again.
    number: ticket.eventsBefore === 0 ? number++ : 0,
    origin: { sourceId, sourceKey: ticket.sourceKey },
  }));
  await sendAll(client, writeTickets(tenantId, changes));
}
