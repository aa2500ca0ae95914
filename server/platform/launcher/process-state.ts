import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

export type ProcessState = 'alive' | 'zombie' | 'gone';

/**
 * Whether a process lives. A zombie does not: it has ended, only nobody has fetched its exit code yet, which in a
 * container without an init process may stay so for ever, while `kill(pid, 0)` still says yes.
 */
export function stateOfProcess(pid: number): ProcessState {
  if (process.platform === 'linux') return stateFromProc(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM') ? 'alive' : 'gone';
  }
  return askPs(pid, 'stat=').startsWith('Z') ? 'zombie' : 'alive';
}

/**
 * Whether a living process works in this folder, as a PostgreSQL server does in its own. After a reboot the number
 * in an old pid file may belong to a stranger. When the system does not tell, the answer is the careful one: yes.
 */
export function worksInFolder(pid: number, folder: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch (error) {
      return !hasCode(error, 'ENOENT') && !hasCode(error, 'ESRCH');
    }
  }
  const command = askPs(pid, 'command=');
  return command === '' || command.includes(folder);
}

function stateFromProc(pid: number): ProcessState {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold anything: the state is the first word after the last bracket.
    const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    return state === 'Z' || state === 'X' ? 'zombie' : 'alive';
  } catch {
    return 'gone';
  }
}

function askPs(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
