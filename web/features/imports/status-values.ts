import type { CountedValue } from '#core/import/column-survey.ts';
import { type Draft, stateColumns } from './mapping-draft.ts';
import type { Inspection } from './use-imports.ts';

/**
 * The values that the columns of the status hold, with their rows; null when they are too many, or when those of several
 * columns have not been counted together yet.
 */
export function statusValues(draft: Draft, inspection: Inspection): readonly CountedValue[] | null {
  const columns = stateColumns(draft);
  if (columns.length === 0) return [];
  if (columns.length === 1) return inspection.columns.find(({ name }) => name === columns[0])?.values ?? null;
  return areCounted(columns, inspection) ? (inspection.stateValues?.values ?? null) : null;
}

/** Whether the values of exactly these columns were counted together. */
export function areCounted(columns: readonly string[], { stateValues }: Inspection): boolean {
  return stateValues !== null && stateValues.columns.join('\n') === columns.join('\n');
}
