import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '#server/platform/database.ts';
import { attachCluster } from '#server/platform/launcher/embedded-cluster.ts';
import { stateOfProcess } from '#server/platform/launcher/process-state.ts';
import { runKundig, startServerProcess, statusOf } from '#tests/kundig-process.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';
import { postmasterPid, until, untilEnded } from '#tests/temporary-folder.ts';

test('after kill -9 of the server its database lives on, and the next server attaches to it', async (t) => {
  const folder = await preparedDataFolder(t);
  const first = await startServerProcess(t, folder);
  await write(folder, 'before the kill');
  const pid = postmasterPid(folder);
  await first.end('SIGKILL');
  assert.equal(postmasterPid(folder), pid);
  const second = await startServerProcess(t, folder);
  assert.equal(postmasterPid(folder), pid);
  assert.deepEqual(await readAll(folder), ['before the kill']);
  await second.end('SIGTERM');
  assert.equal(postmasterPid(folder), null);
});

test('after kill -9 of the database the running server starts it again and goes on', async (t) => {
  const folder = await preparedDataFolder(t);
  const server = await startServerProcess(t, folder);
  await write(folder, 'before the kill');
  process.kill(postmasterPid(folder) ?? 0, 'SIGKILL');
  await until(async () => (await statusOf(`${server.address}/readyz`)) === 503);
  assert.equal(await statusOf(`${server.address}/healthz`), 200);
  await until(async () => (await statusOf(`${server.address}/readyz`)) === 200);
  assert.deepEqual(await readAll(folder), ['before the kill']);
  assert.equal((await server.end('SIGTERM')).code, 0);
  assert.equal(postmasterPid(folder), null);
});

test('after kill -9 of both, the next start waits for recovery and nothing is lost', async (t) => {
  const folder = await preparedDataFolder(t);
  const texts: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const server = await startServerProcess(t, folder);
    await write(folder, `round ${round}`);
    texts.push(`round ${round}`);
    const pid = postmasterPid(folder) ?? 0;
    server.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await server.ended;
    await untilEnded(pid);
  }
  await startServerProcess(t, folder);
  assert.deepEqual(await readAll(folder), texts);
});

test('a database that is a zombie is taken over', async (t) => {
  const folder = await preparedDataFolder(t);
  const server = await startServerProcess(t, folder);
  const pid = postmasterPid(folder) ?? 0;
  // A stopped parent does not fetch the end of its child, as a container without init never does.
  server.kill('SIGSTOP');
  process.kill(pid, 'SIGKILL');
  await until(() => stateOfProcess(pid) === 'zombie');
  const command = await runKundig(t, ['migrate'], { environment: { KUNDIG_DATA: folder } });
  assert.deepEqual([command.code, command.out, command.err], [0, 'The database is up to date.\n', '']);
  server.kill('SIGCONT');
  await until(async () => (await statusOf(`${server.address}/readyz`)) === 200);
});

test('a database started by the command line stays when a server has attached to it meanwhile', async (t) => {
  const folder = await preparedDataFolder(t);
  const commandLine = await attachCluster(folder);
  const server = await startServerProcess(t, folder);
  await commandLine.release();
  assert.equal(await statusOf(`${server.address}/readyz`), 200);
  await server.end('SIGTERM');
  assert.equal(postmasterPid(folder), null);
});

test('a server that ends leaves the database to a command that still uses it', async (t) => {
  const folder = await preparedDataFolder(t);
  const server = await startServerProcess(t, folder);
  const commandLine = await attachCluster(folder);
  await server.end('SIGTERM');
  assert.notEqual(postmasterPid(folder), null);
  await commandLine.release();
  assert.equal(postmasterPid(folder), null);
});

async function write(folder: string, text: string): Promise<void> {
  await withOwner(folder, async (url) => {
    const database = openDatabase(url);
    await database.ownerPool.query('create table if not exists crash_test (n serial, text text)');
    await database.ownerPool.query('insert into crash_test (text) values ($1)', [text]);
    await database.close();
  });
}

async function readAll(folder: string): Promise<string[]> {
  return await withOwner(folder, async (url) => {
    const database = openDatabase(url);
    const answer = await database.ownerPool.query<{ text: string }>('select text from crash_test order by n');
    await database.close();
    return answer.rows.map((row) => row.text);
  });
}

async function withOwner<Result>(folder: string, work: (url: string) => Promise<Result>): Promise<Result> {
  const cluster = await attachCluster(folder);
  try {
    return await work(cluster.url);
  } finally {
    await cluster.release();
  }
}
