import type { Witness } from '../ticket/witness.ts';

/** A mapping as JSON, perhaps half done. */
type Json = Readonly<Record<string, unknown>>;

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
export function canBeDeclared(mapping: Json, witness: string): boolean {
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
