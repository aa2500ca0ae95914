import type { Words } from '#web/shell/words.tsx';
import type { Report } from './use-imports.ts';

type Month = Report['months'][number];

const FLOWS = ['created', 'resolved', 'closed'] as const;

/** Months in which file and database do not tell the same. */
export function differingMonths(months: readonly Month[]): readonly Month[] {
  return months.filter(({ file, database }) => FLOWS.some((flow) => file[flow] !== database[flow]));
}

/** The last month with about as many new tickets as the fullest has: before and after it the log most likely thins out. */
export function fullMonth(months: readonly Month[]): string | null {
  const most = Math.max(0, ...months.map(({ file }) => file.created));
  return months.findLast(({ file }) => file.created > 0 && file.created * 2 >= most)?.month ?? null;
}

/** The last month in which anything happened. */
export function lastMonth(months: readonly Month[]): string | null {
  return months.findLast(({ file }) => FLOWS.some((flow) => file[flow] > 0))?.month ?? null;
}

/** `2026-06` as people say it. */
export function monthName(month: string, { format }: Pick<Words, 'format'>): string {
  return format.month(`${month}-15T12:00:00Z`);
}
