import type { Witness } from '#core/ticket/witness.ts';

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

/** Whether the columns of a mapping can tell what is meant by this witness. */
export function canWitness(raw: unknown, witness: Witness): boolean {
  const mapping = objectOf(raw);
  const isEventLog = mapping.rows === 'event';
  switch (witness) {
    case 'states':
      return isEventLog && 'state' in mapping;
    case 'levels':
      return isEventLog && 'level' in mapping;
    case 'replies':
      return 'firstResponseAt' in mapping || tellsActivity(mapping, 'reply');
    case 'contacts':
      return tellsActivity(mapping, 'contact');
    case 'escalations':
      return tellsActivity(mapping, 'escalation');
    case 'closing':
      return tellsClosing(mapping);
  }
}

/** A row per ticket may be declared to tell states and levels: then tickets never had others than they end with. */
function canBeDeclared(mapping: Json, witness: string): boolean {
  if (witness === 'states') return 'state' in mapping;
  if (witness === 'levels') return 'level' in mapping;
  return !isWitnessOfColumns(witness) || canWitness(mapping, witness);
}

function isWitnessOfColumns(witness: string): witness is 'replies' | 'contacts' | 'escalations' | 'closing' {
  return ['replies', 'contacts', 'escalations', 'closing'].includes(witness);
}

function tellsActivity(mapping: Json, activity: string): boolean {
  return Object.values(objectOf(objectOf(mapping.activity).values)).includes(activity);
}

/** A column of the end tells it; else a state `closed` whose instant is known. */
function tellsClosing(mapping: Json): boolean {
  if ('closedAt' in objectOf(mapping.end)) return true;
  const state = objectOf(mapping.state);
  const hasClosedState = Object.values(objectOf(state.values)).includes('closed') || state.unknown === 'closed';
  return hasClosedState && 'at' in mapping;
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
