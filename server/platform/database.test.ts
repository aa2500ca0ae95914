import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { until } from '#tests/temporary-folder.ts';
import { inTenant, inTenantSession, openDatabase } from './database.ts';
import { runningFailure } from './database-failure.ts';
import { timestamptz } from './timestamptz.ts';

const database = await testDatabase();
const otherTenantId = '00000000-0000-7000-8000-000000000002';

test('the serving role is neither an administrator nor exempt from row rules', async () => {
  const answer = await sql<{ name: string; is_strong: boolean }>`
    select rolname as name, rolsuper or rolbypassrls as is_strong
    from pg_roles
    where rolname = current_user`.execute(database.app);
  assert.deepEqual(answer.rows, [{ name: 'kundig_app', is_strong: false }]);
});

test('a tenant sees its own row', async () => {
  const rows = await inTenant(database.app, defaultTenantId, (trx) =>
    trx.selectFrom('tenant').select('slug').execute(),
  );
  assert.deepEqual(rows, [{ slug: 'default' }]);
});

test('another tenant does not see it', async () => {
  const rows = await inTenant(database.app, otherTenantId, (trx) => trx.selectFrom('tenant').selectAll().execute());
  assert.deepEqual(rows, []);
});

test('without a tenant no row is seen, also on a connection that had one before', async () => {
  await inTenant(database.app, defaultTenantId, (trx) => trx.selectFrom('tenant').selectAll().execute());
  assert.deepEqual(await database.app.selectFrom('tenant').selectAll().execute(), []);
});

test('a tenant session shares one transaction between typed queries and the bare client', async () => {
  const same = await inTenantSession(database.appPool, defaultTenantId, async ({ db, client }) => {
    const typed = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(db);
    const bare = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
    const seen = await client.query('select slug from tenant');
    return typed.rows[0]?.id === bare.rows[0]?.id && seen.rowCount === 1;
  });
  assert.equal(same, true);
});

test('connections for reports can only read, and end a statement that takes too long', async () => {
  const answer = await sql<{ limit: string; role: string }>`
    select current_setting('statement_timeout') as limit, current_user as role`.execute(database.reports);
  assert.deepEqual(answer.rows, [{ limit: '10s', role: 'kundig_app' }]);
  const writing = inTenant(database.reports, defaultTenantId, (trx) =>
    sql`insert into ticket_counter (tenant_id, last_number) values (${defaultTenantId}, 1)`.execute(trx),
  );
  await assert.rejects(writing, { code: '25006' });
});

test('a tenant session that fails leaves its connection usable', async () => {
  await assert.rejects(inTenantSession(database.appPool, defaultTenantId, ({ client }) => client.query('select 1/0')));
  const answer = await sql<{ one: number }>`select 1 as one`.execute(database.app);
  assert.equal(answer.rows[0]?.one, 1);
});

test('a connection that breaks under a query fails that query and nothing else', async () => {
  const heard: Error[] = [];
  const own = openDatabase(database.url, { onBrokenConnection: (error) => heard.push(error) });
  const client = await own.ownerPool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const waiting = client.query('select pg_sleep(60)');
  await Promise.all([
    assert.rejects(waiting, { code: '57P01' }),
    database.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid]),
  ]);
  await until(() => heard.length > 0);
  client.release(true);
  assert.equal((await own.ownerPool.query('select 1')).rowCount, 1);
  await own.close();
});

test('whatever the moment at which a connection breaks, it is told as a lost one', async () => {
  const heard: Error[] = [];
  const own = openDatabase(database.url, { onBrokenConnection: (error) => heard.push(error) });
  const client = await own.ownerPool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const waiting = client.query('select pg_sleep(60)').catch((error: unknown) => error);
  await database.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  const during = await waiting;
  await until(() => heard.length > 0);
  const after = await client.query('select 1').catch((error: unknown) => error);
  client.release(true);
  await own.close();
  for (const error of [during, after]) assert.equal(runningFailure(error, '')?.key, 'failure.databaseLost', `${error}`);
});

test('a database that is gone is told as a lost one', async () => {
  const gone = openDatabase('postgres://nobody@127.0.0.1:1/none');
  const error = await gone.ownerPool.query('select 1').catch((refused: unknown) => refused);
  await gone.close();
  assert.equal(runningFailure(error, '')?.key, 'failure.databaseLost', `${error}`);
});

test('instants are whole seconds, fractions cut off, whatever the session of the server prefers', async () => {
  const answer = await sql<{ at: number; never: number; list: number[] }>`
    select
      timestamptz '2016-03-27 03:00:00.999+02' as at,
      timestamptz 'infinity' as never,
      array[timestamptz '1970-01-01 00:00:01Z', null] as list`.execute(database.app);
  assert.deepEqual(answer.rows, [{ at: 1459040400, never: Number.POSITIVE_INFINITY, list: [1, null] }]);
});

test('an instant written as a parameter comes back unchanged', async () => {
  for (const seconds of [0, -1, 1459040400, 253402300799, Number.POSITIVE_INFINITY]) {
    const answer = await sql<{ at: number }>`select ${timestamptz(seconds as never)} as at`.execute(database.app);
    assert.equal(answer.rows[0]?.at, seconds);
  }
});

test('int8 is a number, and an error beyond what a number holds exactly', async () => {
  const answer = await sql<{ n: number }>`select 9007199254740991::int8 as n`.execute(database.app);
  assert.equal(answer.rows[0]?.n, 9007199254740991);
  await assert.rejects(sql`select 9007199254740993::int8 as n`.execute(database.app), RangeError);
});

test('a local date stays a text', async () => {
  const answer = await sql<{ day: string }>`select date '2016-03-27' as day`.execute(database.app);
  assert.equal(answer.rows[0]?.day, '2016-03-27');
});
