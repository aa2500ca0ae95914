import type pg from 'pg';
import type { AgreementVersion } from '#core/agreement/agreement-for.ts';
import type { CalendarDefinition } from '#core/calendar/definition.ts';
import type { Instant } from '#core/time/instant.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';

/*
 * Reference data: what tickets name by key or id. Each function writes what is not there yet and leaves alone what is;
 * to be called in a transaction that sees the tenant.
 */

/** Things with a key that never changes and a name that may. */
export type NamedKind = 'service' | 'team' | 'support_level' | 'customer';

export interface NamedRow {
  readonly key: string;
  readonly name: string;
  /** Since when it has that name; minus infinity: always. */
  readonly validFrom: Instant;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  /** The log that names the person so; left out when none does. */
  readonly sourceId?: string;
}

export interface CalendarRow {
  readonly id: string;
  readonly definition: CalendarDefinition;
}

/** Services, teams, levels or customers, each with the first version of its name. */
export async function saveNamed(
  client: pg.ClientBase,
  tenantId: string,
  { kind, rows }: { readonly kind: NamedKind; readonly rows: readonly NamedRow[] },
): Promise<void> {
  await client.query(
    `with given as (
       select * from unnest($2::text[], $3::text[], $4::timestamptz[]) as g(key, name, valid_from)
     ), fresh as (
       insert into ${kind} (tenant_id, key)
       select $1, g.key from given as g
       on conflict do nothing
       returning key
     )
     insert into ${kind}_version (tenant_id, ${kind}_key, version, name, valid_from)
     select $1, f.key, 1, g.name, g.valid_from
     from fresh as f
     join given as g
       on g.key = f.key`,
    [tenantId, rows.map(({ key }) => key), rows.map(({ name }) => name), rows.map((row) => since(row.validFrom))],
  );
}

/** Persons with the ids they are known by. */
export async function savePersons(
  client: pg.ClientBase,
  tenantId: string,
  persons: readonly PersonRow[],
): Promise<void> {
  await client.query(
    `insert into person (tenant_id, id, name, source_id)
     select $1, p.id, p.name, p.source_id
     from unnest($2::uuid[], $3::text[], $4::uuid[]) as p(id, name, source_id)
     on conflict (tenant_id, id) do nothing`,
    [
      tenantId,
      persons.map(({ id }) => id),
      persons.map(({ name }) => name),
      persons.map(({ sourceId }) => sourceId ?? null),
    ],
  );
}

export async function saveCalendars(
  client: pg.ClientBase,
  tenantId: string,
  calendars: readonly CalendarRow[],
): Promise<void> {
  await client.query(
    `insert into calendar_version (tenant_id, id, definition)
     select $1, c.id, c.definition
     from unnest($2::text[], $3::jsonb[]) as c(id, definition)
     on conflict do nothing`,
    [tenantId, calendars.map(({ id }) => id), calendars.map(({ definition }) => JSON.stringify(definition))],
  );
}

const LONGEST_NAME = 200;

/**
 * Versions of agreements; their calendars must be there.
 * @throws RangeError for a name that says nothing, or that no line could hold.
 */
export async function saveAgreements(
  client: pg.ClientBase,
  tenantId: string,
  agreements: readonly AgreementVersion[],
): Promise<void> {
  for (const { id, terms, customer, services, validFrom, validTo } of agreements) {
    const { name = terms.agreement } = terms;
    if (name.trim() === '' || name.length > LONGEST_NAME)
      throw new RangeError(`agreement ${id} has no name or a long one`);
    await client.query(
      `insert into agreement_version (tenant_id, id, calendar_id, terms, customer, services, valid_from, valid_to)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict do nothing`,
      [
        tenantId,
        id,
        terms.calendarId,
        JSON.stringify(terms),
        customer,
        services,
        since(validFrom),
        sqlInstant(validTo),
      ],
    );
  }
}

function since(validFrom: Instant): string {
  return validFrom === Number.NEGATIVE_INFINITY ? '-infinity' : sqlInstant(validFrom);
}
