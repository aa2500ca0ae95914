import type { ColumnValue } from '../facts/column.ts';
import type { Instant } from '../time/instant.ts';
import type { Predicate } from './predicate.ts';
import type { FigureSettings } from './settings.ts';

export type AnyRow = Readonly<Record<string, ColumnValue>>;

/** Makes a test of rows out of a predicate, for one as_of and one set of settings. */
export function testOf(predicate: Predicate, asOf: Instant, settings: FigureSettings): (row: AnyRow) => boolean {
  switch (predicate.op) {
    case 'flag':
      return (row) => row[predicate.column] === true;
    case 'equals':
      return (row) => row[predicate.column] === predicate.value;
    case 'present':
      return (row) => row[predicate.column] !== null;
    case 'atMost': {
      const limit = typeof predicate.limit === 'number' ? predicate.limit : settings[predicate.limit];
      return (row) => isNumber(row[predicate.column], (value) => value <= limit);
    }
    case 'within': {
      const window = settings[predicate.window];
      return (row) =>
        isNumber(row[predicate.column], (value) => isNumber(row[predicate.from], (from) => value <= from + window));
    }
    case 'running': {
      const window = settings[predicate.window];
      return (row) => isNumber(row[predicate.column], (value) => value + window >= asOf);
    }
    case 'known':
      return (row) => isNumber(row[predicate.column], (value) => value < asOf);
    case 'reached':
      return (row) => isNumber(row[predicate.column], (value) => value <= asOf);
    case 'not': {
      const test = testOf(predicate.of, asOf, settings);
      return (row) => !test(row);
    }
    case 'all': {
      const tests = predicate.of.map((part) => testOf(part, asOf, settings));
      return (row) => tests.every((test) => test(row));
    }
    case 'any': {
      const tests = predicate.of.map((part) => testOf(part, asOf, settings));
      return (row) => tests.some((test) => test(row));
    }
  }
}

function isNumber(value: ColumnValue | undefined, test: (value: number) => boolean): boolean {
  return typeof value === 'number' && test(value);
}
