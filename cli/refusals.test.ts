import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import pg from 'pg';
import { attachCluster } from '#server/platform/launcher/embedded-cluster.ts';
import { createTestDatabase, dropTestDatabase } from '#server/testing/test-database.ts';
import { type ProcessOptions, projectFolder, runKundig } from '#tests/kundig-process.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';
import { postmasterPid, temporaryFolder } from '#tests/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;

test('a taken port', async (t) => {
  const folder = await preparedDataFolder(t);
  const other = createServer().listen(0, '127.0.0.1');
  t.after(() => other.close());
  await new Promise((done) => other.once('listening', done));
  const port = String((other.address() as { port: number }).port);
  await refuses(t, 'serve', { KUNDIG_DATA: folder, KUNDIG_PORT: port }, `Port ${port} on 127.0.0.1 is taken.`);
  assert.equal(postmasterPid(folder), null);
});

test('an address that this machine does not have', async (t) => {
  const folder = await preparedDataFolder(t);
  await refuses(
    t,
    'serve',
    { KUNDIG_DATA: folder, KUNDIG_HOST: '192.0.2.1' },
    'This machine has no address "192.0.2.1".',
  );
});

test('a data folder that cannot be made', async (t) => {
  const file = join(temporaryFolder(t), 'file');
  writeFileSync(file, '');
  const folder = join(file, 'data');
  await refuses(t, 'serve', { KUNDIG_DATA: folder }, `Kundig cannot write to the data folder ${folder}.`);
});

test('a full disk, when the database is created and when it is started', async (t) => {
  const mount = (size: string, work: string) => `mount -t tmpfs -o size=${size} tmpfs "$0" || exit 99; ${work}`;
  const folder = temporaryFolder(t);
  const run = (script: string) => {
    const args = ['--mount', 'sh', '-c', script, folder, process.execPath, 'bin/kundig.js'];
    const environment = { ...process.env, KUNDIG_DATA: folder, KUNDIG_LANGUAGE: 'en', DATABASE_URL: '' };
    return spawnSync('unshare', args, { cwd: projectFolder, encoding: 'utf8', env: environment });
  };
  const creating = run(mount('20m', 'exec "$@" migrate'));
  if (creating.error !== undefined || creating.status === 99 || /unshare/.test(creating.stderr)) {
    t.skip('needs the right to mount a small file system');
    return;
  }
  assert.match(creating.stderr, /^The disk is full .*\n$/);
  assert.equal(creating.status, 1);
  const starting = run(
    mount('120m', '"$@" migrate && dd if=/dev/zero of="$0/filler" bs=64k status=none; exec "$@" migrate'),
  );
  assert.match(starting.stderr, /The disk is full .*\n$/);
  assert.equal(starting.status, 1);
});

test('root where the system forbids user namespaces', { skip: isRoot ? false : 'only root needs them' }, async (t) => {
  const folder = temporaryFolder(t);
  const programs = temporaryFolder(t);
  writeFileSync(join(programs, 'unshare'), '#!/bin/sh\necho forbidden >&2\nexit 1\n', { mode: 0o755 });
  const environment = { KUNDIG_DATA: folder, PATH: `${programs}:${process.env.PATH}` };
  await refuses(t, 'serve', environment, 'PostgreSQL refuses to run as root, and this system forbids user namespaces.');
});

test('a DATABASE_URL at which nothing listens', async (t) => {
  const url = 'postgres://me:secret@127.0.0.1:1/kundig';
  const { err } = await refuses(
    t,
    'serve',
    { DATABASE_URL: url },
    'The database server at 127.0.0.1:1 cannot be reached (ECONNREFUSED).',
  );
  assert.doesNotMatch(err, /secret/);
});

test('a DATABASE_URL whose server does not exist', async (t) => {
  const url = 'postgres://me:secret@no-such-host.invalid/kundig';
  await refuses(
    t,
    'serve',
    { DATABASE_URL: url },
    'The database server at no-such-host.invalid:5432 cannot be reached',
  );
});

test('a DATABASE_URL with an unknown user, a wrong password, no password, or an unknown database', async (t) => {
  const folder = await preparedDataFolder(t);
  const cluster = await attachCluster(folder);
  const { host, run } = administer(cluster.administratorUrl('postgres'));
  await run("create role guest login password 'right'; alter system set listen_addresses = ''");
  const at = (user: string, database: string) => `postgres://${user}@/${database}?host=${host}`;
  const refused = (user: string) => new RegExp(`refuses user "${user}"`);
  await refuses(t, 'serve', { DATABASE_URL: at('nobody', 'kundig') }, refused('nobody'));
  await refuses(t, 'serve', { DATABASE_URL: at('guest', 'nowhere') }, 'has no database "nowhere"', 'includes');
  writeFileSync(join(folder, 'database/pg_hba.conf'), 'local all postgres trust\nlocal all all scram-sha-256\n');
  await run('select pg_reload_conf()');
  await refuses(t, 'serve', { DATABASE_URL: at('guest:wrong', 'kundig') }, refused('guest'));
  await refuses(t, 'serve', { DATABASE_URL: at('guest', 'kundig') }, refused('guest'));
  await cluster.release();
});

test('a user who may do too little, each time with the statement that helps', async (t) => {
  const folder = await preparedDataFolder(t);
  const cluster = await attachCluster(folder);
  const { host, run } = administer(cluster.administratorUrl('postgres'));
  await run('create role guest login');
  await run('create database empty owner postgres');
  const environment = { DATABASE_URL: `postgres://guest@/empty?host=${host}` };
  const includes = 'includes' as const;
  await refuses(t, 'migrate', environment, 'grant usage, create on schema public to "guest";', includes);
  await run('alter database empty owner to guest');
  await refuses(t, 'migrate', environment, 'administrator: grant kundig_app to "guest";', includes);
  await run('alter role kundig_app superuser');
  await refuses(t, 'migrate', environment, 'administrator: alter role kundig_app nosuperuser nobypassrls;', includes);
  await run('alter role kundig_app nosuperuser; alter role kundig_app rename to gone');
  const both = 'administrator: create role kundig_app nologin; grant kundig_app to "guest";';
  await refuses(t, 'migrate', environment, both, includes);
  await run('alter role guest createrole');
  assert.equal((await runKundig(t, ['migrate'], { environment })).code, 0);
  await cluster.release();
});

test('a database whose durability is switched off, unless that is accepted', async (t) => {
  const folder = await preparedDataFolder(t);
  const cluster = await attachCluster(folder, { durability: 'none' });
  await refuses(t, 'migrate', { KUNDIG_DATA: folder }, 'The database runs with fsync=off');
  const accepted = { environment: { KUNDIG_DATA: folder, KUNDIG_ACCEPT_DATA_LOSS: 'yes' } };
  assert.equal((await runKundig(t, ['migrate'], accepted)).code, 0);
  await cluster.release();
});

test('a database that a newer Kundig has brought up to date', async (t) => {
  const url = await createTestDatabase('template');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("insert into kundig_migration (name, timestamp) values ('9999-from-the-future', '')");
  await client.end();
  const environment = { DATABASE_URL: url, KUNDIG_ACCEPT_DATA_LOSS: 'yes' };
  await refuses(
    t,
    'serve',
    environment,
    'The database was brought up to date by a newer Kundig (step 9999-from-the-future',
  );
  await dropTestDatabase(url);
});

test('all wrong settings at once', async (t) => {
  const environment = { KUNDIG_PORT: 'x', KUNDIG_TIME_ZONE: 'Mars/Base', DATABASE_URL: 'mysql://me:secret@x/y' };
  const { err } = await refuses(t, 'serve', environment, 'Kundig cannot start with these settings:\n');
  assert.match(err, /KUNDIG_PORT is/);
  assert.match(err, /KUNDIG_TIME_ZONE is/);
  assert.match(err, /DATABASE_URL must be/);
  assert.doesNotMatch(err, /secret/);
});

test('an unknown command ends with code 2, an unknown argument with code 1', async (t) => {
  const command = await runKundig(t, ['dance']);
  assert.deepEqual([command.code, command.err], [2, 'There is no command "dance". "kundig help" lists them.\n']);
  const inherited = await runKundig(t, ['toString']);
  assert.equal(inherited.code, 2);
  await refuses(t, 'migrate --fast', {}, 'The command does not know "--fast".');
});

test('a German terminal reads German', async (t) => {
  const { err } = await runKundig(t, ['tanze'], { environment: { LC_ALL: 'de_DE.UTF-8' } });
  assert.equal(err, 'Den Befehl „tanze“ gibt es nicht. „kundig help“ zeigt alle.\n');
});

/** Runs a command that must end with code 1 and words that begin with (or match, or include) the expected ones. */
async function refuses(
  t: TestContext,
  command: string,
  environment: NonNullable<ProcessOptions['environment']>,
  expected: string | RegExp,
  place: 'begin' | 'includes' = 'begin',
): Promise<{ err: string }> {
  const port: { KUNDIG_PORT?: string } = 'KUNDIG_PORT' in environment ? {} : { KUNDIG_PORT: '0' };
  const ended = await runKundig(t, command.split(' '), { environment: { ...port, ...environment } });
  const isExpected =
    typeof expected === 'string'
      ? place === 'begin'
        ? ended.err.startsWith(expected)
        : ended.err.includes(expected)
      : expected.test(ended.err);
  assert.ok(isExpected, `expected "${expected}", got "${ended.err}"`);
  assert.deepEqual([ended.code, ended.out], [1, '']);
  assert.doesNotMatch(ended.err, /\n\s+at /);
  return ended;
}

function administer(url: string): { host: string; run(statements: string): Promise<void> } {
  return {
    host: new URL(url.replace('@/', '@x/')).searchParams.get('host') ?? '',
    run: async (statements) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      for (const statement of statements.split(';')) await client.query(statement);
      await client.end();
    },
  };
}
