import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgreementVersion } from '#core/agreement/agreement-for.ts';
import { alwaysOpen } from '#core/calendar/definition.ts';
import { type Instant, NEVER, parseInstant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { agreementVersions } from '#server/features/tickets/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { saveAgreements, saveCalendars, saveNamed, savePersons } from './index.ts';

const database = await testDatabase();
const always = Number.NEGATIVE_INFINITY as Instant;

const inTenant = <T>(work: Parameters<typeof inTenantSession<T>>[2]): Promise<T> =>
  inTenantSession(database.appPool, tenantId, work);
const rowsOf = (text: string): Promise<unknown[]> =>
  inTenant(async ({ client }) => (await client.query(text, [tenantId])).rows);

test('a thing gets its name once; saving it again under another name changes nothing', async () => {
  const team = { key: 'field', name: 'Vor-Ort-Dienst', validFrom: always };
  await inTenant(({ client }) => saveNamed(client, tenantId, { kind: 'team', rows: [team] }));
  const since = parseInstant('2026-08-03T05:30:00Z');
  const rows = [
    { ...team, name: 'Anders' },
    { key: 'care', name: 'Neu', validFrom: since },
  ];
  await inTenant(({ client }) => saveNamed(client, tenantId, { kind: 'team', rows }));
  assert.deepEqual(
    await rowsOf(
      `select v.team_key as key, v.version, v.name, v.valid_from as "validFrom"
       from team_version as v where v.tenant_id = $1 order by 1`,
    ),
    [
      { key: 'care', version: 1, name: 'Neu', validFrom: since },
      { key: 'field', version: 1, name: 'Vor-Ort-Dienst', validFrom: always },
    ],
  );
});

test('persons are saved with the ids they are known by', async () => {
  const person = { id: '00000000-0000-7000-8000-000000000042', name: 'Someone' };
  await inTenant(({ client }) => savePersons(client, tenantId, [person]));
  await inTenant(({ client }) => savePersons(client, tenantId, [{ ...person, name: 'Somebody else' }]));
  assert.deepEqual(await rowsOf('select p.id, p.name from person as p where p.tenant_id = $1'), [person]);
});

test('agreements come back as they were saved, with and without bounds', async () => {
  const terms = {
    agreement: 'gold',
    calendarId: 'always',
    targetsByPriority: { '1': { first_response: 900, resolution: null } },
    pauseStates: ['pending_customer'],
    reopen: 'restart',
  } as const;
  const change = parseInstant('2026-02-01T00:00:00Z');
  const versions: AgreementVersion[] = [
    { id: 'gold-1', terms, customer: 'north', services: null, validFrom: always, validTo: change },
    { id: 'gold-2', terms, customer: null, services: ['mail', 'print'], validFrom: change, validTo: NEVER },
  ];
  const found = await inTenant(async ({ client }) => {
    await saveCalendars(client, tenantId, [{ id: 'always', definition: alwaysOpen('Europe/Berlin') }]);
    await saveAgreements(client, tenantId, versions);
    return agreementVersions(client, tenantId);
  });
  assert.deepEqual(
    found.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    versions,
  );
});
