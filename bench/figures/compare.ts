import type { FigureAnswer } from '#core/figures/answer.ts';
import { MONTHS } from '../world/world.ts';

/** A row of hand-written SQL. */
export interface HandRow {
  readonly period: number;
  readonly split: string | null;
  readonly n: number;
  readonly value: number | null;
}

const TOLERANCE = 1e-9;

/**
 * A ratio between two statements says something only when they answer the same.
 * @throws Error on the first month and team where n or value differ.
 */
export function refuseDifferent(id: string, answers: readonly FigureAnswer[], rows: readonly HandRow[]): void {
  const byGroup = new Map(rows.map((row) => [`${MONTHS[row.period]}/${row.split}`, row]));
  for (const { from, split, n, value } of answers) {
    const key = `${from}/${split}`;
    const row = byGroup.get(key);
    const isSame = row ? row.n === n && (row.value === null || isNear(row.value, value)) : n === 0;
    if (!isSame) throw new Error(`${id} ${key}: ${value} (n ${n}), by hand ${row?.value} (n ${row?.n})`);
    byGroup.delete(key);
  }
  if (byGroup.size > 0) throw new Error(`${id}: ${byGroup.size} groups by hand alone, ${[...byGroup.keys()][0]}`);
}

function isNear(a: number, b: number | null): boolean {
  return b !== null && Math.abs(Number(a) - b) <= TOLERANCE * Math.max(1, Math.abs(b));
}
