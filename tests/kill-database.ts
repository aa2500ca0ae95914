import { readdirSync, readFileSync } from 'node:fs';
import { postmasterPid, untilEnded } from './temporary-folder.ts';

/** Kills the embedded PostgreSQL of a data folder with all its children, as a power cut would; nothing if none runs. */
export async function killDatabase(folder: string): Promise<void> {
  const pid = postmasterPid(folder);
  if (pid === null) return;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
  for (const victim of [pid, ...children]) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
  await untilEnded(pid);
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}
