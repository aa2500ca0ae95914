import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { atEnd } from '#tests/at-end.ts';
import { projectFolder, startKundig, startServerProcess, statusOf } from '#tests/kundig-process.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';
import { postmasterPid, temporaryFolder, until } from '#tests/temporary-folder.ts';

const entry = join(projectFolder, 'bin/kundig.js');
const oldNode = findOldNode();
const needsOldNode = { skip: oldNode === null ? 'needs a Node older than 26 on the path' : false };
const withOldNode = { command: [oldNode ?? '', entry] as [string, ...string[]] };

test('an old Node passes the call on, with its output and its exit code', needsOldNode, async (t) => {
  const help = await startKundig(t, ['help'], withOldNode).ended;
  assert.match(help.out, /^Usage: kundig/);
  assert.equal(help.code, 0);
  assert.equal((await startKundig(t, ['dance'], withOldNode).ended).code, 2);
});

test('SIGTERM to the entry under an old Node ends the server and its database', needsOldNode, async (t) => {
  const folder = await preparedDataFolder(t);
  const server = await startServerProcess(t, folder, withOldNode);
  const { code, milliseconds } = await server.end('SIGTERM');
  assert.equal(code, 0);
  assert.ok(milliseconds < 5_000, `${milliseconds} ms`);
  assert.equal(postmasterPid(folder), null);
});

test('Ctrl-C, which a terminal sends to both processes, ends the server once and cleanly', needsOldNode, async (t) => {
  const folder = await preparedDataFolder(t);
  const environment = { ...process.env, KUNDIG_DATA: folder, KUNDIG_PORT: '0', DATABASE_URL: '', LC_ALL: 'C' };
  const child = spawn(oldNode ?? '', [entry, 'serve'], {
    detached: true,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  atEnd(t, () => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  process.kill(-(child.pid ?? 0), 'SIGINT');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  assert.equal(postmasterPid(folder), null);
});

test('kill -9 of the entry under an old Node ends the server behind it', needsOldNode, async (t) => {
  const folder = await preparedDataFolder(t);
  const server = await startServerProcess(t, folder, withOldNode);
  server.kill('SIGKILL');
  await until(() => postmasterPid(folder) === null, 5_000);
  assert.equal(await statusOf(`${server.address}/healthz`), 0);
});

test('kill -9 of the server behind it ends the entry by the same signal', needsOldNode, async (t) => {
  const folder = await preparedDataFolder(t);
  const server = await startServerProcess(t, folder, withOldNode);
  process.kill(Number(readFileSync(join(folder, 'server.pid'), 'utf8')), 'SIGKILL');
  assert.equal((await server.ended).signal, 'SIGKILL');
});

test("without the bundled Node the person's own new Node serves", needsOldNode, (t) => {
  const { run, newNodeFolder } = entryWithoutBundledNode(t);
  const answer = run(`${dirname(oldNode ?? '')}${delimiter}${newNodeFolder}`);
  assert.deepEqual([answer.stdout, answer.status], [`${process.versions.node}\n`, 0]);
});

test('without any new Node one sentence says what to do', needsOldNode, (t) => {
  const { run } = entryWithoutBundledNode(t);
  const answer = run(dirname(oldNode ?? ''));
  assert.match(answer.stderr, /^Kundig needs Node 26 or newer; this is \d+\.\d+\.\d+\. .*\n$/);
  assert.equal(answer.status, 1);
});

/** The entry alone in a folder, with a program behind it that prints the version it runs on. */
function entryWithoutBundledNode(t: TestContext) {
  const folder = temporaryFolder(t);
  const newNodeFolder = join(folder, 'new');
  for (const name of ['bin', 'cli', 'new']) mkdirSync(join(folder, name));
  cpSync(entry, join(folder, 'bin/kundig.js'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'cli/main.ts'), 'console.log(process.versions.node);\nprocess.disconnect?.();\n');
  symlinkSync(process.execPath, join(newNodeFolder, 'node'));
  return {
    newNodeFolder,
    run: (path: string) => {
      const env = { PATH: path, LC_ALL: 'C' };
      return spawnSync(oldNode ?? '', [join(folder, 'bin/kundig.js')], { encoding: 'utf8', env });
    },
  };
}

function findOldNode(): string | null {
  const nodes = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const isOld = (node: string) => {
    const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout;
    return Number.parseInt(version, 10) < 26;
  };
  return nodes.find((node) => existsSync(node) && isOld(node)) ?? null;
}
