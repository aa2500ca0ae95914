import { columnName } from '#core/facts/sql-name.ts';
import type { Predicate } from '../predicate.ts';
import type { FigureSettings } from '../settings.ts';
import type { Parameters } from './statement.ts';

/** What predicates need to become text. */
export interface SqlContext {
  readonly parameters: Parameters;
  readonly settings: FigureSettings;
  /** The instant that verdicts and windows are judged at: as_of, or the point at which a stock is taken. */
  readonly now: () => string;
}

/**
 * A predicate as SQL text about the row `f`. True or false, never null, as in `predicate-arrays.ts`. Everything in it
 * comes from definitions; nothing that a user typed is ever part of the text.
 */
export function predicateSql(predicate: Predicate, context: SqlContext): string {
  const { now, settings } = context;
  switch (predicate.op) {
    case 'flag':
      return columnSql(predicate.column);
    case 'equals':
      return `${columnSql(predicate.column)} is not distinct from ${literal(predicate.value)}`;
    case 'present':
      return `${columnSql(predicate.column)} is not null`;
    case 'atMost': {
      const limit = typeof predicate.limit === 'number' ? predicate.limit : settings[predicate.limit];
      return `(${columnSql(predicate.column)} <= ${limit}) is true`;
    }
    case 'within': {
      const end = `${columnSql(predicate.from)} + ${interval(settings[predicate.window])}`;
      return `(${columnSql(predicate.column)} <= ${end}) is true`;
    }
    case 'running': {
      const end = `${columnSql(predicate.column)} + ${interval(settings[predicate.window])}`;
      return `(${end} >= ${now()}) is true`;
    }
    case 'known':
      return `(${columnSql(predicate.column)} < ${now()}) is true`;
    case 'reached': {
      const column = columnSql(predicate.column);
      return `(${column} is not null and ${column} <= ${now()})`;
    }
    case 'not':
      return negatedSql(predicate.of, context);
    case 'all':
      return predicate.of.length === 0 ? 'true' : joined(predicate.of, ' and ', context);
    case 'any':
      return predicate.of.length === 0 ? 'false' : joined(predicate.of, ' or ', context);
  }
}

/**
 * The opposite. "Not yet" and "not there" are said with comparisons of columns, for an index serves those and not the
 * negation of a whole condition.
 */
function negatedSql(predicate: Predicate, context: SqlContext): string {
  switch (predicate.op) {
    case 'not':
      return predicateSql(predicate.of, context);
    case 'equals':
      return `${columnSql(predicate.column)} is distinct from ${literal(predicate.value)}`;
    case 'present':
      return `${columnSql(predicate.column)} is null`;
    case 'known': {
      const column = columnSql(predicate.column);
      return `(${column} is null or ${column} >= ${context.now()})`;
    }
    case 'all':
    case 'any': {
      const of = predicate.of.map((part): Predicate => ({ op: 'not', of: part }));
      return predicateSql({ op: predicate.op === 'all' ? 'any' : 'all', of }, context);
    }
    default:
      return `not (${predicateSql(predicate, context)})`;
  }
}

export function columnSql(name: string): string {
  return `f.${columnName(name)}`;
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Conditions as lines of a where clause. */
export function conditions(...parts: readonly string[]): string {
  const restricting = parts.filter((part) => part !== 'true');
  return restricting.length === 0 ? 'true' : restricting.join('\n  and ');
}

function interval(seconds: number): string {
  return `interval '${seconds} seconds'`;
}

function joined(of: readonly Predicate[], word: string, context: SqlContext): string {
  const parts = of.map((part) => predicateSql(part, context));
  return of.length === 1 ? parts[0]! : `(${parts.join(word)})`;
}
