import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateOfProcess, worksInFolder } from './process-state.ts';

/** What a running PostgreSQL server writes into its folder about itself. */
export interface PostmasterFile {
  readonly pid: number;
  readonly socketFolder: string;
  readonly port: number;
}

export const postmasterFileName = 'postmaster.pid';

/** Who holds a database folder, judged from postmaster.pid and the processes of this machine. */
export type Holder =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'leftover'; readonly file: PostmasterFile }
  | { readonly kind: 'running'; readonly file: PostmasterFile };

/**
 * Looks who holds the folder. `leftover` means that the process of the file has ended (gone, a zombie, or its number
 * now belongs to a stranger), so that the file may be taken over.
 */
export function holderOf(databaseFolder: string): Holder {
  const file = readPostmasterFile(databaseFolder);
  if (file === null) return { kind: 'nobody' };
  const lives = stateOfProcess(file.pid) === 'alive' && worksInFolder(file.pid, databaseFolder);
  return { kind: lives ? 'running' : 'leftover', file };
}

/** Lines by number: 1 pid, 2 folder, 3 start, 4 port, 5 socket folder (6 to 8 are not needed here). */
function readPostmasterFile(databaseFolder: string): PostmasterFile | null {
  let text: string;
  try {
    text = readFileSync(join(databaseFolder, postmasterFileName), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const [pid = '', , , port = '', socketFolder = ''] = text.split('\n');
  return { pid: Number.parseInt(pid, 10), port: Number.parseInt(port, 10) || 5432, socketFolder };
}
