import { type ColumnOf, type FactKind, factColumns } from '../facts/kinds.ts';
import type { Setting } from './settings.ts';

/**
 * What can be asked of one fact. Two interpreters understand it: `sql/predicate.ts` and `predicate-arrays.ts`. Every
 * predicate is true or false: a comparison with null is false in both. "As of" is the instant at which a stock is taken.
 */
export type Predicate =
  | { readonly op: 'flag'; readonly column: string }
  | { readonly op: 'equals'; readonly column: string; readonly value: string }
  | { readonly op: 'present'; readonly column: string }
  | { readonly op: 'atMost'; readonly column: string; readonly limit: number | Setting }
  /** `column` is at most `window` after `from`. */
  | { readonly op: 'within'; readonly column: string; readonly from: string; readonly window: Setting }
  /** The `window` that began at `column` still runs at as_of: an event at as_of is not known yet. */
  | { readonly op: 'running'; readonly column: string; readonly window: Setting }
  /** `column` lies strictly before as_of. */
  | { readonly op: 'known'; readonly column: string }
  /** `column` lies at as_of or before it. */
  | { readonly op: 'reached'; readonly column: string }
  | { readonly op: 'not'; readonly of: Predicate }
  | { readonly op: 'all'; readonly of: readonly Predicate[] }
  | { readonly op: 'any'; readonly of: readonly Predicate[] };

/** Columns of a kind of facts, ready to be asked: `c.verdict.is('met')`. */
export type Asks<K extends FactKind> = { readonly [C in ColumnOf<K>]: Ask };

interface Ask {
  readonly isTrue: Predicate;
  readonly isPresent: Predicate;
  readonly isKnown: Predicate;
  readonly isReached: Predicate;
  is(value: string): Predicate;
  isAtMost(limit: number | Setting): Predicate;
  isWithin(window: Setting, from: string): Predicate;
  isRunning(window: Setting): Predicate;
}

/** The columns of `kind` as questions. */
export function asksOf<K extends FactKind>(kind: K): Asks<K> {
  const entries = Object.keys(factColumns[kind]).map((column) => [column, ask(column)]);
  return Object.fromEntries(entries) as Asks<K>;
}

export function not(of: Predicate): Predicate {
  return { op: 'not', of };
}

/** True of every fact when nothing is listed. */
export function all(...of: readonly Predicate[]): Predicate {
  return { op: 'all', of };
}

export function any(...of: readonly Predicate[]): Predicate {
  return { op: 'any', of };
}

function ask(column: string): Ask {
  return {
    isTrue: { op: 'flag', column },
    isPresent: { op: 'present', column },
    isKnown: { op: 'known', column },
    isReached: { op: 'reached', column },
    is: (value) => ({ op: 'equals', column, value }),
    isAtMost: (limit) => ({ op: 'atMost', column, limit }),
    isWithin: (window, from) => ({ op: 'within', column, from, window }),
    isRunning: (window) => ({ op: 'running', column, window }),
  };
}
