import assert from 'node:assert/strict';
import { chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { Failure } from '#server/platform/failure.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';
import { postmasterPid, temporaryFolder, untilEnded } from '#tests/temporary-folder.ts';
import { attachCluster } from './embedded-cluster.ts';

/** For tests in which no durability is at stake. */
const quick = { durability: 'none' } as const;

test('the cluster is created with checksums, sorting by code point, and durability on', async (t) => {
  const cluster = await attachCluster(temporaryFolder(t));
  const rows = await query(
    cluster.url,
    `select
      current_user,
      current_setting('data_checksums') as checksums,
      current_setting('fsync') || current_setting('full_page_writes') || current_setting('synchronous_commit') as safety,
      current_setting('max_wal_size') as wal,
      current_setting('listen_addresses') as tcp,
      (select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)
        from pg_database where datname = current_database()) as locale,
      (select rolsuper from pg_roles where rolname = current_user) as is_administrator,
      array(select x from unnest(array['Z', 'a', 'Ä', 'b']::text[]) as x order by x) as by_code_point,
      array(select x from unnest(array['Z', 'a', 'Ä', 'b']::text[]) as x order by x collate "de-x-icu") as german`,
  );
  assert.deepEqual(rows, [
    {
      current_user: 'kundig_owner',
      checksums: 'on',
      safety: 'ononon',
      wal: '1GB',
      tcp: '',
      locale: 'b C.UTF-8 UTF8',
      is_administrator: false,
      by_code_point: ['Z', 'a', 'b', 'Ä'],
      german: ['a', 'Ä', 'b', 'Z'],
    },
  ]);
  await cluster.release();
});

test('a data path far longer than a socket may have, with spaces and umlauts, works', async (t) => {
  const folder = join(temporaryFolder(t), 'Größe und Übermaß '.repeat(6).trim(), 'x'.repeat(100));
  assert.ok(Buffer.byteLength(folder) > 200);
  const cluster = await attachCluster(folder);
  const socketFolder = decodeURIComponent(new URL(cluster.url.replace('@/', '@x/')).searchParams.get('host') ?? '');
  assert.ok(Buffer.byteLength(socketFolder) < 90);
  assert.equal(statSync(socketFolder).mode & 0o777, 0o700);
  assert.deepEqual(await query(cluster.url, 'select 1 as one'), [{ one: 1 }]);
  await cluster.release();
  assert.throws(() => statSync(socketFolder), 'the socket folder goes with the database');
});

test('users share one postmaster, and the last one to leave stops it', async (t) => {
  const folder = await preparedDataFolder(t);
  const [first, second] = await Promise.all([attachCluster(folder, quick), attachCluster(folder, quick)]);
  const pid = postmasterPid(folder);
  await first.release();
  assert.equal(postmasterPid(folder), pid);
  assert.deepEqual(await query(second.url, 'select 1 as one'), [{ one: 1 }]);
  await second.release();
  assert.equal(postmasterPid(folder), null);
});

test('a postmaster killed without warning is started again, nothing acknowledged is lost', async (t) => {
  const folder = await preparedDataFolder(t);
  const cluster = await attachCluster(folder);
  await query(cluster.url, 'create table kept (n int); insert into kept select generate_series(1, 1000)');
  const pid = postmasterPid(folder) ?? 0;
  process.kill(pid, 'SIGKILL');
  await untilEnded(pid);
  assert.equal(cluster.isAlive(), false);
  await cluster.revive();
  assert.equal(cluster.isAlive(), true);
  assert.deepEqual(await query(cluster.url, 'select count(*)::int as n from kept'), [{ n: 1000 }]);
  await cluster.release();
});

test('a leftover pid file whose number now belongs to a stranger is taken over', async (t) => {
  const folder = await preparedDataFolder(t);
  // This test's own process lives, but works elsewhere: PostgreSQL alone would refuse to start.
  writeFileSync(join(folder, 'database/postmaster.pid'), `${process.pid}\n${folder}/database\n1\n5432\n/tmp\n\n`);
  giveTo(join(folder, 'database/postmaster.pid'), join(folder, 'database'));
  const cluster = await attachCluster(folder, quick);
  assert.notEqual(postmasterPid(folder), process.pid);
  await cluster.release();
});

test('a creation that was killed in the middle leaves nothing that looks like a database', async (t) => {
  const folder = temporaryFolder(t);
  const unfinished = join(folder, 'database.unfinished-1');
  mkdirSync(unfinished);
  writeFileSync(join(unfinished, 'PG_VERSION'), '18\n');
  const cluster = await attachCluster(folder, quick);
  assert.throws(() => statSync(unfinished));
  await cluster.release();
});

test('being told to stop while starting leaves nothing running', async (t) => {
  const folder = await preparedDataFolder(t);
  for (const milliseconds of [0, 5, 20, 60, 120]) {
    const stop = AbortSignal.timeout(milliseconds);
    await attachCluster(folder, { ...quick, stop }).then(
      (cluster) => cluster.release(),
      (error: unknown) => assert.equal(error, stop.reason),
    );
    assert.equal(postmasterPid(folder), null, `told to stop after ${milliseconds} ms`);
  }
});

test("another version's database is refused", async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'database'));
  writeFileSync(join(folder, 'database/PG_VERSION'), '17\n');
  await assert.rejects(attachCluster(folder), isFailure('failure.folderOtherVersion'));
});

test("somebody else's PostgreSQL folder is refused", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'PG_VERSION'), '18\n');
  await assert.rejects(attachCluster(folder), isFailure('failure.folderForeign'));
});

test('a folder named database that holds no database is refused', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'database'));
  writeFileSync(join(folder, 'database/photo.jpg'), '');
  await assert.rejects(attachCluster(folder), isFailure('failure.folderForeign'));
});

test('a damaged database ends in a sentence that names the log', async (t) => {
  const folder = await preparedDataFolder(t);
  rmSync(join(folder, 'database/global/pg_control'));
  await assert.rejects(attachCluster(folder, quick), isFailure('failure.clusterStart'));
});

test('the log of the database names neither statements nor values', async (t) => {
  const folder = await preparedDataFolder(t);
  const cluster = await attachCluster(folder, quick);
  await query(cluster.url, 'create table canary_mail (mail text primary key)');
  await query(cluster.url, "insert into canary_mail values ('canary@example.org')");
  await assert.rejects(query(cluster.url, "insert into canary_mail values ('canary@example.org')"));
  await cluster.release();
  const log = readFileSync(join(folder, 'database.log'), 'utf8');
  assert.match(log, /duplicate key/);
  assert.doesNotMatch(log, /canary@/);
});

test('root runs the database as the user to whom the data folder belongs', {
  skip: process.getuid?.() === 0 ? false : 'only root can do that',
}, async (t) => {
  const nobody = 65534;
  const folder = temporaryFolder(t);
  chownSync(folder, nobody, nobody);
  const cluster = await attachCluster(folder, quick);
  assert.equal(statSync(join(folder, 'database')).uid, nobody);
  assert.equal(statSync(`/proc/${postmasterPid(folder)}`).uid, nobody);
  assert.equal(statSync(join(folder, 'launch.lock')).uid, nobody);
  await cluster.release();
});

test('a data folder of a user that does not exist is refused', {
  skip: process.getuid?.() === 0 ? false : 'only root can do that',
}, async (t) => {
  const folder = temporaryFolder(t);
  chownSync(folder, 54_321, 54_321);
  await assert.rejects(attachCluster(folder), isFailure('failure.accountUnknown'));
});

function isFailure(key: string): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof Failure, String(error));
    assert.equal(error.key, key);
    return true;
  };
}

function giveTo(file: string, like: string): void {
  const { uid, gid } = statSync(like);
  if (process.getuid?.() === 0) chownSync(file, uid, gid);
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answer = await client.query(text);
    return Array.isArray(answer) ? [] : answer.rows;
  } finally {
    await client.end();
  }
}
