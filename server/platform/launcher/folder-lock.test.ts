import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { takeExclusive, takeShared, waitFor } from './folder-lock.ts';

test('who holds a lock alone keeps all others out, in this process and in others', async (t) => {
  const file = join(temporaryFolder(t), 'a.lock');
  const lock = takeExclusive(file);
  assert.notEqual(lock, null);
  assert.equal(takeExclusive(file), null);
  assert.equal(takeShared(file), null);
  assert.equal(await answerOf(t, file, 'takeExclusive'), 'refused');
  lock?.release();
  assert.equal(await answerOf(t, file, 'takeExclusive'), 'held');
});

test('many hold a shared lock together, and nobody can have it alone meanwhile', async (t) => {
  const file = join(temporaryFolder(t), 'a.lock');
  const lock = takeShared(file);
  assert.equal(await answerOf(t, file, 'takeShared'), 'held');
  assert.equal(await answerOf(t, file, 'takeExclusive'), 'refused');
  assert.equal(takeExclusive(file), null);
  lock?.release();
  assert.notEqual(takeExclusive(file), null);
});

test('a killed process has given its lock back', async (t) => {
  const file = join(temporaryFolder(t), 'a.lock');
  const holder = hold(t, file, 'takeExclusive');
  assert.equal(await firstWord(holder), 'held');
  assert.equal(takeExclusive(file), null);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  assert.notEqual(takeExclusive(file), null);
});

test('a lock that cannot be made is a failure that names the folder', (t) => {
  const folder = join(temporaryFolder(t), 'gone');
  assert.throws(() => takeExclusive(join(folder, 'a.lock')), { key: 'failure.folderWithoutLocks' });
});

test('waiting for a lock ends when it is free, after the time given, or when told to stop', async (t) => {
  const file = join(temporaryFolder(t), 'a.lock');
  const lock = takeExclusive(file);
  assert.equal(await waitFor(() => takeExclusive(file), { milliseconds: 80 }), null);
  await assert.rejects(waitFor(() => takeExclusive(file), { milliseconds: 5_000, stop: AbortSignal.abort() }));
  setTimeout(() => lock?.release(), 100);
  assert.notEqual(await waitFor(() => takeExclusive(file), { milliseconds: 5_000 }), null);
});

function hold(t: TestContext, file: string, kind: 'takeExclusive' | 'takeShared'): ChildProcess {
  const program = `
    import { ${kind} } from '${import.meta.resolve('./folder-lock.ts')}';
    const lock = ${kind}(${JSON.stringify(file)});
    console.log(lock === null ? 'refused' : 'held');
    process.stdin.resume().on('end', () => lock?.release());`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  return child;
}

async function answerOf(t: TestContext, file: string, kind: 'takeExclusive' | 'takeShared'): Promise<string> {
  const child = hold(t, file, kind);
  const word = await firstWord(child);
  child.stdin?.end();
  await once(child, 'exit');
  return word;
}

async function firstWord(child: ChildProcess): Promise<string> {
  const [data] = await once(child.stdout ?? child, 'data');
  return String(data).trim();
}
