import { canBeDeclared } from '#core/import/can-witness.ts';

/**
 * What a mapping says that cannot all be true. It looks at the JSON as it was written, so that these are found together
 * with everything that is wrong with single keys.
 */
export interface Contradiction {
  readonly problem: ContradictionKind;
  readonly path: readonly (string | number)[];
}

export type ContradictionKind =
  | 'atMissing'
  | 'createdAtMissing'
  | 'endEmpty'
  | 'eventOnly'
  | 'witness'
  | 'verdictTwice'
  | 'levelNumber'
  | 'neverOpen';

type Json = Readonly<Record<string, unknown>>;

export function contradictionsOf(raw: unknown): Contradiction[] {
  const mapping = objectOf(raw);
  const found: Contradiction[] = [];
  const add = (problem: ContradictionKind, ...path: (string | number)[]): void => {
    found.push({ problem, path });
  };
  if (mapping.rows === 'event' && !('at' in mapping)) add('atMissing', 'at');
  if (mapping.rows === 'ticket' && !('at' in mapping) && !('createdAt' in mapping))
    add('createdAtMissing', 'createdAt');
  if (mapping.rows === 'ticket' && 'activity' in mapping) add('eventOnly', 'activity');
  if (mapping.rows === 'ticket' && mapping.empty === 'unchanged') add('eventOnly', 'empty');
  if ('end' in mapping && Object.keys(objectOf(mapping.end)).length === 0) add('endEmpty', 'end');
  listOf(mapping.witnesses).forEach((witness, index) => {
    if (!canBeDeclared(mapping, String(witness))) add('witness', 'witnesses', index);
  });
  const verdict = objectOf(mapping.verdict);
  const met = listOf(verdict.met);
  if (listOf(verdict.missed).some((value) => met.includes(value))) add('verdictTwice', 'verdict', 'missed');
  for (const [value, level] of Object.entries(objectOf(objectOf(mapping.level).values))) {
    if (typeof level === 'string' && !/\d/.test(level)) add('levelNumber', 'level', 'values', value);
  }
  const calendar = objectOf(mapping.calendar);
  const isEverOpen = Object.values(objectOf(calendar.weekly)).some((windows) => listOf(windows).length > 0);
  if ('weekly' in calendar && !isEverOpen) add('neverOpen', 'calendar', 'weekly');
  return found;
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
