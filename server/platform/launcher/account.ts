import { type ChildProcess, type SpawnOptions, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { Failure } from '#server/platform/failure.ts';

/**
 * The account under which PostgreSQL runs. It refuses root. As root it runs in a user namespace of its own, in which
 * root's files belong to an ordinary number; or, when the data folder belongs to another user, as that user.
 */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'owner'; readonly uid: number; readonly gid: number };

const namespaceCommand = ['--user', '--map-user=65534', '--map-group=65534'];

/** Chooses the account for a data folder that exists already. */
export function accountFor(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const { uid, gid } = statSync(dataFolder);
  if (uid !== 0) {
    if (!isKnownUser(uid)) throw new Failure('failure.accountUnknown', { folder: dataFolder, uid });
    return { kind: 'owner', uid, gid };
  }
  if (spawnSync('unshare', [...namespaceCommand, 'true'], { stdio: 'ignore' }).status !== 0) {
    throw new Failure('failure.rootWithoutNamespace', { folder: dataFolder });
  }
  return { kind: 'namespace' };
}

/** Runs a program of PostgreSQL to its end under an account. */
export function runAs(account: Account, program: string, args: readonly string[]): SpawnSyncReturns<string> {
  const [command, commandArgs] = commandFor(account, program, args);
  return spawnSync(command, commandArgs, { ...identity(account), env: environment(), encoding: 'utf8', cwd: '/' });
}

/** Starts a program of PostgreSQL under an account; its pid is the program's own, for unshare replaces itself. */
export function startAs(
  account: Account,
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'stdio' | 'detached'>,
): ChildProcess {
  const [command, commandArgs] = commandFor(account, program, args);
  return spawn(command, commandArgs, { ...options, ...identity(account), env: environment(), cwd: '/' });
}

/** The owner that files made for PostgreSQL must have, or null when that is the account of this process. */
export function fileOwner(account: Account): { uid: number; gid: number } | null {
  return account.kind === 'owner' ? { uid: account.uid, gid: account.gid } : null;
}

function commandFor(account: Account, program: string, args: readonly string[]): [string, string[]] {
  if (account.kind !== 'namespace') return [program, [...args]];
  return ['unshare', [...namespaceCommand, program, ...args]];
}

function identity(account: Account): { uid?: number; gid?: number } {
  return account.kind === 'owner' ? { uid: account.uid, gid: account.gid } : {};
}

/** Only what the programs need: no PG… variable and no locale of the person may change how the database behaves. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'LD_LIBRARY_PATH', 'LD_PRELOAD', 'HOME'] as const;
  const pairs = kept.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(pairs), LC_ALL: 'C', TZ: 'UTC' };
}

/** initdb refuses a user number without a name. `getent` also asks directories such as LDAP. */
function isKnownUser(uid: number): boolean {
  const answer = spawnSync('getent', ['passwd', String(uid)], { stdio: 'ignore' });
  if (answer.error === undefined) return answer.status === 0;
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .some((line) => line.split(':')[2] === String(uid));
}
