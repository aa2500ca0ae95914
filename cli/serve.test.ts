import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder, runKundig, startKundig, startServerProcess, statusOf } from '#tests/kundig-process.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';
import { postmasterPid, temporaryFolder, until } from '#tests/temporary-folder.ts';

const longestStopMilliseconds = 5_000;

test('on an empty folder the server creates its database, prints one line, and serves', async (t) => {
  const folder = join(temporaryFolder(t), 'data');
  const server = await startServerProcess(t, folder);
  assert.match(await server.firstLine, /^Kundig is ready: http:\/\/127\.0\.0\.1:\d+$/);
  assert.equal(await statusOf(`${server.address}/healthz`), 200);
  assert.equal(await statusOf(`${server.address}/readyz`), 200);
  const { out, err, code } = await server.end('SIGTERM');
  assert.deepEqual({ lines: out.split('\n').length, err, code }, { lines: 2, err: '', code: 0 });
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends the server and its database within five seconds`, async (t) => {
    const folder = await preparedDataFolder(t);
    const server = await startServerProcess(t, folder);
    assert.notEqual(postmasterPid(folder), null);
    const { milliseconds, code } = await server.end(signal);
    assert.equal(code, 0);
    assert.ok(milliseconds < longestStopMilliseconds, `${milliseconds} ms`);
    assert.equal(postmasterPid(folder), null);
  });
}

test('a hang-up does not end a server that was started without a terminal', async (t) => {
  const server = await startServerProcess(t, await preparedDataFolder(t));
  server.kill('SIGHUP');
  server.kill('SIGHUP');
  assert.equal(await statusOf(`${server.address}/readyz`), 200);
  assert.equal((await server.end('SIGTERM')).code, 0);
});

test('an open connection that asks nothing does not delay the end', async (t) => {
  const server = await startServerProcess(t, await preparedDataFolder(t));
  await statusOf(`${server.address}/healthz`);
  const silent = connect(Number(new URL(server.address).port), '127.0.0.1');
  await new Promise((done) => silent.once('connect', done));
  const { milliseconds } = await server.end('SIGTERM');
  assert.ok(milliseconds < longestStopMilliseconds, `${milliseconds} ms`);
});

test('SIGTERM while the server still starts leaves nothing running', async (t) => {
  const folder = await preparedDataFolder(t);
  for (const wait of [100, 250, 400]) {
    const server = startKundig(t, ['serve'], { environment: { KUNDIG_DATA: folder, KUNDIG_PORT: '0' } });
    await new Promise((done) => setTimeout(done, wait));
    const { milliseconds } = await server.end('SIGTERM');
    assert.ok(milliseconds < longestStopMilliseconds, `${milliseconds} ms`);
    assert.equal(postmasterPid(folder), null);
  }
});

test('SIGTERM to npm start ends everything, not only the shell', async (t) => {
  const folder = await preparedDataFolder(t);
  const npm = startKundig(t, [], {
    command: ['npm', 'start'],
    environment: { KUNDIG_DATA: folder, KUNDIG_PORT: '0' },
    workingFolder: projectFolder,
  });
  await until(() => npm.written().includes('http://'));
  assert.notEqual(postmasterPid(folder), null);
  const { milliseconds } = await npm.end('SIGTERM');
  assert.ok(milliseconds < longestStopMilliseconds, `${milliseconds} ms`);
  await until(() => postmasterPid(folder) === null, longestStopMilliseconds);
});

test('a second server on the folder is refused by a sentence that names the first', async (t) => {
  const folder = await preparedDataFolder(t);
  const first = await startServerProcess(t, folder);
  const second = await runKundig(t, ['serve'], { environment: { KUNDIG_DATA: folder, KUNDIG_PORT: '0' } });
  assert.equal(second.code, 1);
  assert.match(second.err, new RegExp(`^Another Kundig server \\(process ${first.pid}\\).*\\n$`));
  assert.equal(await statusOf(`${first.address}/readyz`), 200);
});

test('the command line works beside a running server and leaves it running', async (t) => {
  const folder = await preparedDataFolder(t);
  const server = await startServerProcess(t, folder);
  const command = await runKundig(t, ['migrate'], { environment: { KUNDIG_DATA: folder } });
  assert.deepEqual([command.code, command.out], [0, 'The database is up to date.\n']);
  assert.equal(await statusOf(`${server.address}/readyz`), 200);
});

test('the command line works without a server and leaves nothing running', async (t) => {
  const folder = await preparedDataFolder(t);
  const command = await runKundig(t, ['migrate'], { environment: { KUNDIG_DATA: folder } });
  assert.deepEqual([command.code, command.out], [0, 'The database is up to date.\n']);
  assert.equal(postmasterPid(folder), null);
});

test('settings come from kundig.env in the working folder, and the environment wins', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'work'));
  writeFileSync(join(folder, 'work/kundig.env'), 'KUNDIG_LANGUAGE=de\nKUNDIG_DATA=../one\nKUNDIG_PORT=x\n');
  const options = { workingFolder: join(folder, 'work') };
  const wrong = await runKundig(t, ['migrate'], options);
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /KUNDIG_PORT ist/);
  const right = await runKundig(t, ['migrate'], { ...options, environment: { KUNDIG_PORT: '0' } });
  assert.match(right.out, /auf dem neuesten Stand/);
});
