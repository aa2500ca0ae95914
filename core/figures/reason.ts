import type { Witness } from '../ticket/witness.ts';
import type { Figure } from './definition.ts';
import { all, type Predicate } from './predicate.ts';

const WITNESS_COLUMNS: Readonly<Record<Witness, string>> = {
  states: 'hasStates',
  replies: 'hasReplies',
  levels: 'hasLevels',
  contacts: 'hasContacts',
  escalations: 'hasEscalations',
  closing: 'hasClosing',
};

/** True of facts whose source witnesses all that the figure needs. */
export function isRecorded(figure: Figure): Predicate {
  return all(...figure.needs.map((witness): Predicate => ({ op: 'flag', column: WITNESS_COLUMNS[witness] })));
}
