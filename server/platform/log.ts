import { DatabaseError } from 'pg';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { Failure } from './failure.ts';

export type Log = Logger;

const standardError = 2;

/**
 * The program's log: JSON lines in UTC on standard error, for standard output belongs to the person at the terminal.
 * Line breaks inside values are escaped by JSON, so nobody can forge a line. Errors are logged by kind, code and place;
 * their messages are left out, for a database error may name a person's data in them.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError, error: describeError },
    },
    // Written at once: a line must not be lost when the process is killed.
    destination ?? pino.destination({ fd: standardError, sync: true }),
  );
}

/** What of an error may be logged: never the message of a foreign error, which may quote data. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const place = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  return {
    kind: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(error instanceof Failure ? { failure: error.key } : {}),
    ...(error instanceof DatabaseError ? { table: error.table, constraint: error.constraint } : {}),
    place,
  };
}
