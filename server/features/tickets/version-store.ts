import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { AgreementVersion } from '#core/agreement/agreement-for.ts';
import type { PinnedVersions } from '#core/agreement/terms.ts';
import { type Calendar, compileCalendar } from '#core/calendar/calendar.ts';
import type { CalendarDefinition } from '#core/calendar/definition.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { prepared } from '#server/database/prepared.ts';
import type { TenantSession } from '#server/platform/database.ts';

/** Calendars compiled before, by the digest of their content: the same for every tenant. */
const compiled = new Map<string, Calendar>();

/** All versions of calendars and agreements that tickets of the tenant may be pinned to. */
export async function loadVersions(client: pg.ClientBase, tenantId: string): Promise<PinnedVersions> {
  const calendars = await client.query<{ id: string; definition: CalendarDefinition }>(
    prepared('select c.id, c.definition from calendar_version as c where c.tenant_id = $1', [tenantId]),
  );
  const agreements = await agreementVersions(client, tenantId);
  return {
    calendars: new Map(calendars.rows.map(({ id, definition }) => [id, compile(definition)])),
    agreements: new Map(agreements.map(({ id, terms }) => [id, terms])),
  };
}

/** The versions that events pin. */
export function versionsIn(events: readonly TicketEvent[]): { calendars: string[]; agreements: string[] } {
  const calendars: string[] = [];
  const agreements: string[] = [];
  for (const event of events) {
    if (event.kind === 'ticketOpened') {
      calendars.push(event.calendarId);
      if (event.promise.kind === 'agreement') agreements.push(event.promise.versionId);
    } else if (event.kind === 'agreementChanged') agreements.push(event.versionId);
    else if (event.kind === 'calendarChanged') calendars.push(event.calendarId);
  }
  return { calendars, agreements };
}

const known = new WeakMap<pg.Pool, Map<string, PinnedVersions>>();

/**
 * The versions of the tenant as this process knows them, read when it knows none, or not one of `ids`. Versions are
 * never changed, so what is known stays true; an id that is unknown even then does not exist.
 */
export async function knownVersions(
  { client, pool }: TenantSession,
  tenantId: string,
  ids: { readonly calendars: readonly string[]; readonly agreements: readonly string[] },
): Promise<PinnedVersions> {
  const ofPool = known.get(pool) ?? new Map<string, PinnedVersions>();
  known.set(pool, ofPool);
  const versions = ofPool.get(tenantId);
  const isEnough =
    versions !== undefined &&
    ids.calendars.every((id) => versions.calendars.has(id)) &&
    ids.agreements.every((id) => versions.agreements.has(id));
  if (isEnough) return versions;
  const loaded = await loadVersions(client, tenantId);
  ofPool.set(tenantId, loaded);
  return loaded;
}

/** All versions of agreements with what they are for and when they are in force. */
export async function agreementVersions(client: pg.ClientBase, tenantId: string): Promise<AgreementVersion[]> {
  const found = await client.query<AgreementVersion>(
    prepared(
      `select a.id, a.terms, a.customer, a.services, a.valid_from as "validFrom", a.valid_to as "validTo"
     from agreement_version as a
     where a.tenant_id = $1`,
      [tenantId],
    ),
  );
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
