import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Failure } from '#server/platform/failure.ts';
import { type Account, fileOwner } from './account.ts';

/** The path of a socket may have 107 bytes on Linux and 103 on macOS, file name included; longer ones are fatal. */
const longestPath = 103;
const socketName = '.s.PGSQL.5432';
const attempts = 8;

/**
 * Makes the folder for the database's socket: short, named after the database folder, and closed to everybody else,
 * for who can reach the socket is let in. A database that died is given its `former` folder again, for others who use
 * it know that one, and their temporary folder may be another.
 */
export function makeSocketFolder(databaseFolder: string, account: Account, former: string | null): string {
  if (former !== null && isOurs(former) && existsSync(dirname(former)) && claim(former, account)) return former;
  const name = `kundig-${createHash('sha256').update(databaseFolder).digest('hex').slice(0, 12)}`;
  const parent = [tmpdir(), '/tmp'].find((folder) => fits(join(folder, `${name}-0`)));
  if (parent === undefined) throw new Failure('failure.socketFolder', { folder: tmpdir() });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const folder = join(parent, attempt === 0 ? name : `${name}-${attempt}`);
    if (claim(folder, account)) return folder;
  }
  throw new Failure('failure.socketFolder', { folder: parent });
}

/** Removes the socket that a dead database left, and its pid file, which names the process that has ended. */
export function clearSocketFolder(folder: string): void {
  for (const name of [socketName, `${socketName}.lock`]) rmSync(join(folder, name), { force: true });
}

/** Removes the folder of a database that has stopped, if it is one of ours and nothing else lies in it. */
export function removeSocketFolder(folder: string): void {
  if (!isOurs(folder)) return;
  try {
    rmdirSync(folder);
  } catch {
    // Whatever else lies there is not ours to remove; an empty folder left behind harms nobody.
  }
}

function isOurs(folder: string): boolean {
  return /^kundig-[0-9a-f]{12}(?:-\d)?$/.test(basename(folder)) && fits(folder);
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, socketName)) <= longestPath;
}

/** False when somebody else put something there first: the temporary folder is open to everyone on the machine. */
function claim(folder: string, account: Account): boolean {
  const owner = fileOwner(account);
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (owner !== null) chownSync(folder, owner.uid, owner.gid);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const found = lstatSync(folder);
  const expected = owner?.uid ?? process.getuid?.() ?? found.uid;
  return found.isDirectory() && found.uid === expected && (found.mode & 0o077) === 0;
}
