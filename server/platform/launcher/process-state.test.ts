import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { temporaryFolder, until } from '#tests/temporary-folder.ts';
import { stateOfProcess, worksInFolder } from './process-state.ts';

test('this process is alive', () => {
  assert.equal(stateOfProcess(process.pid), 'alive');
});

test('a process that has ended and was fetched is gone', async () => {
  const child = spawn('true');
  await once(child, 'exit');
  assert.equal(stateOfProcess(child.pid ?? 0), 'gone');
});

test('a process that has ended and was not fetched is a zombie, though it still takes signals', async (t) => {
  // The shell starts a child and becomes a sleep, which never asks for its child's end.
  const parent = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  t.after(() => parent.kill('SIGKILL'));
  const [line] = await once(parent.stdout, 'data');
  const pid = Number(String(line).trim());
  await until(() => stateOfProcess(pid) === 'zombie');
  assert.doesNotThrow(() => process.kill(pid, 0));
});

test('a process works in its working folder and in no other', async (t) => {
  const folder = temporaryFolder(t);
  const child = spawn('sleep', ['60'], { cwd: folder });
  t.after(() => child.kill('SIGKILL'));
  await once(child, 'spawn');
  assert.equal(worksInFolder(child.pid ?? 0, folder), true);
  assert.equal(worksInFolder(child.pid ?? 0, `${folder}/database`), false);
});
