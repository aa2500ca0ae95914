import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { AgreementVersion } from '#core/agreement/agreement-for.ts';
import type { PinnedVersions } from '#core/agreement/terms.ts';
import { type Calendar, compileCalendar } from '#core/calendar/calendar.ts';
import type { CalendarDefinition } from '#core/calendar/definition.ts';

/** Calendars compiled before, by the digest of their content: the same for every tenant. */
const compiled = new Map<string, Calendar>();

/** All versions of calendars and agreements that tickets of the tenant may be pinned to. */
export async function loadVersions(client: pg.ClientBase, tenantId: string): Promise<PinnedVersions> {
  const calendars = await client.query<{ id: string; definition: CalendarDefinition }>({
    name: 'calendar-versions',
    text: 'select c.id, c.definition from calendar_version as c where c.tenant_id = $1',
    values: [tenantId],
  });
  const agreements = await agreementVersions(client, tenantId);
  return {
    calendars: new Map(calendars.rows.map(({ id, definition }) => [id, compile(definition)])),
    agreements: new Map(agreements.map(({ id, terms }) => [id, terms])),
  };
}

/** All versions of agreements with what they are for and when they are in force. */
export async function agreementVersions(client: pg.ClientBase, tenantId: string): Promise<AgreementVersion[]> {
  const found = await client.query<AgreementVersion>({
    name: 'agreement-versions',
    text: `select a.id, a.terms, a.customer, a.services, a.valid_from as "validFrom", a.valid_to as "validTo"
     from agreement_version as a
     where a.tenant_id = $1`,
    values: [tenantId],
  });
  return found.rows;
}

function compile(definition: CalendarDefinition): Calendar {
  const id = calendarId(definition);
  const known = compiled.get(id);
  if (known) return known;
  const calendar = compileCalendar(definition);
  compiled.set(id, calendar);
  return calendar;
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
