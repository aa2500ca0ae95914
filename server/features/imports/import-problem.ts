/** What is wrong with a file or one of its rows. `line` counts from 1; the words stand in text/. */
export type RowProblemKind =
  | 'ticketMissing'
  | 'instantMissing'
  | 'unreadable'
  | 'no_such_date'
  | 'skipped_hour'
  | 'orderUnreadable'
  | 'stateUnknown'
  | 'stateMissing'
  | 'endMissing'
  | 'verdictUnknown'
  | 'levelUnreadable'
  | 'tooManyFields'
  | 'tooFewFields';

export interface RowProblem {
  readonly line: number;
  readonly column: string;
  readonly problem: RowProblemKind;
  /** The value as it stands in the file, shortened. */
  readonly value: string;
}

const LONGEST_SHOWN = 60;

/** A value short enough for a message, without characters that would break its line. */
export function shown(value: string): string {
  const printable = value.replaceAll(/\p{Cc}+/gu, ' ');
  return printable.length > LONGEST_SHOWN ? `${printable.slice(0, LONGEST_SHOWN)}…` : printable;
}
