import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { holderOf } from '#server/platform/launcher/postmaster-file.ts';
import { stateOfProcess } from '#server/platform/launcher/process-state.ts';
import { atEnd } from './at-end.ts';

/** A folder that is removed when the test ends, after a database that a failed test left running in it. */
export function temporaryFolder(test: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kundig-test-')));
  atEnd(test, async () => {
    await endPostmaster(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The process number of the embedded PostgreSQL in a data folder, or null when none runs. */
export function postmasterPid(dataFolder: string): number | null {
  const holder = holderOf(join(dataFolder, 'database'));
  return holder.kind === 'running' ? holder.file.pid : null;
}

/** Waits until something is so; throws after the given time. */
export async function until(isSo: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`not so after ${milliseconds} ms: ${isSo}`);
    await sleep(25);
  }
}

/** Waits until a process has ended. */
export async function untilEnded(pid: number): Promise<void> {
  await until(() => stateOfProcess(pid) !== 'alive');
}

async function endPostmaster(folder: string): Promise<void> {
  const pid = postmasterPid(folder);
  if (pid === null) return;
  process.kill(pid, 'SIGQUIT');
  await untilEnded(pid);
}
