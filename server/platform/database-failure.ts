import { DatabaseError } from 'pg';
import { publicAddress } from './database-url.ts';
import { Failure } from './failure.ts';

const codes = {
  wrongPassword: '28P01',
  refused: '28000',
  noDatabase: '3D000',
  invalidParameter: '22023',
  noPrivilege: '42501',
  diskFull: '53100',
} as const;

/** Why a database could not be opened, as a sentence that names the address but never the password. */
export function openingFailure(error: unknown, url: string): Failure {
  if (error instanceof Failure) return error;
  const { address, user, database } = publicAddress(url);
  if (error instanceof DatabaseError) {
    if (error.code === codes.noDatabase) return new Failure('failure.databaseMissing', { address, database });
    if (error.code === codes.wrongPassword || error.code === codes.refused) {
      return new Failure('failure.databaseLogin', { address, user });
    }
    if (error.code === codes.diskFull) return new Failure('failure.diskFull', { folder: address });
    return new Failure('failure.databaseUnreachable', { address, reason: error.message });
  }
  // Asked for a password, `pg` fails before it sends anything when the address has none.
  if (error instanceof Error && error.message.startsWith('SASL')) {
    return new Failure('failure.databaseLogin', { address, user });
  }
  return new Failure('failure.databaseUnreachable', { address, reason: reasonOf(error) });
}

/** Whether the server refused to let a session act as the serving role. */
export function isRoleRefusal(error: unknown): boolean {
  return (
    error instanceof DatabaseError &&
    (error.code === codes.noPrivilege || error.code === codes.invalidParameter) &&
    /role/.test(error.message)
  );
}

/** A foreseen failure behind an error of a running command: a full disk, a lost connection. Null for all others. */
export function runningFailure(error: unknown, place: string): Failure | null {
  if (error instanceof Failure) return error;
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOSPC' || code === codes.diskFull) return new Failure('failure.diskFull', { folder: place });
  return isLostConnection(error, code) ? new Failure('failure.databaseLost') : null;
}

/** What `pg` says, for want of a code, of a connection that broke during a query or before it. */
const lostConnectionMessages = [
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
];

function isLostConnection(error: Error, code: string): boolean {
  if (error instanceof DatabaseError) return /^(57P0[123]|08...)$/.test(code);
  if (code === 'ECONNRESET' || code === 'EPIPE') return true;
  if ('syscall' in error && error.syscall === 'connect') return true;
  return lostConnectionMessages.some((message) => error.message.startsWith(message));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
