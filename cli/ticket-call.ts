import { parseArgs } from 'node:util';
import { Failure } from '#server/platform/failure.ts';

/** What `kundig ticket` was asked. */
export interface TicketCall {
  readonly number: number;
  readonly isJson: boolean;
  /** With the whole account of its deadlines. */
  readonly isWhy: boolean;
}

/** Reads the arguments; fails with how to call it. */
export function readTicketCall(args: readonly string[]): TicketCall {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { why: { type: 'boolean' }, json: { type: 'boolean' } },
    });
    const [text, ...rest] = positionals;
    if (text !== undefined && rest.length === 0 && /^[1-9]\d{0,14}$/.test(text)) {
      return { number: Number(text), isJson: values.json ?? false, isWhy: values.why ?? false };
    }
  } catch {
    // Falls through to the one sentence about all misuse.
  }
  throw new Failure('failure.ticketUsage');
}
