import type { CsvProblem } from '#core/import/csv-reader.ts';
import type { InstantProblem } from '#core/import/read-instant.ts';
import { Failure } from '#server/platform/failure.ts';

/** What is wrong with one of the rows of a file. The words stand in text/. */
export type RowProblemKind =
  | CsvProblem
  | InstantProblem
  | 'ticketMissing'
  | 'instantMissing'
  | 'orderUnreadable'
  | 'stateUnknown'
  | 'stateMissing'
  | 'endMissing'
  | 'verdictUnknown'
  | 'levelUnreadable'
  | 'controlCharacter'
  | 'tooLong'
  | 'tooManyFields'
  | 'tooFewFields'
  | 'tooManyRows'
  | 'ticketRejected';

export interface RowProblem {
  /** Where the row begins, from 1. */
  readonly line: number;
  /** Name of the column; empty when the whole row is meant. */
  readonly column: string;
  readonly problem: RowProblemKind;
  /** The value as it stands in the file, shortened. */
  readonly value: string;
}

const LONGEST_SHOWN = 60;
const LONGEST_PATH_SHOWN = 200;

/** A value short enough for a message, without characters that would break its line or command a terminal. */
export function shown(value: string, longest = LONGEST_SHOWN): string {
  const printable = value.slice(0, longest + 1).replaceAll(/\p{C}+/gu, ' ');
  return value.length > longest ? `${printable.slice(0, longest)}…` : printable;
}

/** A path for a message: longer, for its end tells files apart. */
export function shownPath(path: string): string {
  return shown(path, LONGEST_PATH_SHOWN);
}

/** Why a file cannot be read, in words. */
export function fileFailure(error: unknown, path: string): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  const file = shownPath(path);
  if (reason === undefined) return new Failure('failure.importFileUnreadable', { file, reason: code || String(error) });
  return new Failure(reason, { file });
}

const REASONS: Readonly<Record<string, 'failure.importNoFile' | 'failure.importFolder' | 'failure.importNoRight'>> = {
  ENOENT: 'failure.importNoFile',
  ENOTDIR: 'failure.importNoFile',
  ENAMETOOLONG: 'failure.importNoFile',
  EISDIR: 'failure.importFolder',
  EACCES: 'failure.importNoRight',
  EPERM: 'failure.importNoRight',
};
