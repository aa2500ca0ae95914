import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { AgreementTerms, PinnedVersions } from '#core/agreement/terms.ts';
import { compileCalendar } from '#core/calendar/calendar.ts';
import type { CalendarDefinition } from '#core/calendar/definition.ts';

/** All versions of calendars and agreements that tickets of the tenant may be pinned to. */
export async function loadVersions(client: pg.ClientBase, tenantId: string): Promise<PinnedVersions> {
  const calendars = await client.query<{ id: string; definition: CalendarDefinition }>(
    'select c.id, c.definition from calendar_version as c where c.tenant_id = $1',
    [tenantId],
  );
  const agreements = await client.query<{ id: string; terms: AgreementTerms }>(
    'select a.id, a.terms from agreement_version as a where a.tenant_id = $1',
    [tenantId],
  );
  return {
    calendars: new Map(calendars.rows.map(({ id, definition }) => [id, compileCalendar(definition)])),
    agreements: new Map(agreements.rows.map(({ id, terms }) => [id, terms])),
  };
}

/** Stores a calendar once, whoever asks how often, and returns the id of that version: the digest of its content. */
export async function pinCalendar(
  client: pg.ClientBase,
  tenantId: string,
  definition: CalendarDefinition,
): Promise<string> {
  const text = JSON.stringify(definition);
  const id = calendarId(definition);
  await client.query(
    `insert into calendar_version (tenant_id, id, definition)
     values ($1, $2, $3)
     on conflict do nothing`,
    [tenantId, id, text],
  );
  return id;
}

/** The id under which `pinCalendar` stores this definition. */
export function calendarId(definition: CalendarDefinition): string {
  return createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 16);
}
