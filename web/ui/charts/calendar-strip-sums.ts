import { isClearOf, type PlacedLabel, placeLabels, type StripLabel } from './calendar-strip-labels.ts';
import type { StripColumn, StripLayout } from './calendar-strip-layout.ts';
import { textWidth } from './text-width.ts';

/** What is written below a strip, in lines of text from its top. */
export const SUMS = 84;
const BELOW = 102;

export interface SumWords {
  /** Seconds that each entry counted, as they are shown. */
  readonly counts: readonly number[];
  readonly countText: (seconds: number) => string;
  /** The word below closed days. */
  readonly closed: string;
}

/** What each day counted, below the middle of what counted; each week, when days are too narrow for a number. */
export function sumLabels(layout: StripLayout, { counts, countText, closed: closedWord }: SumWords): PlacedLabel[] {
  const groups = layout.detail === 'weeks' ? weeksOf(layout.columns) : layout.columns.map((_, index) => [index]);
  const labels = groups.flatMap((group): StripLabel[] => {
    const seconds = group.reduce((sum, index) => sum + counts[index]!, 0);
    if (seconds === 0) return [];
    const columns = group.map((index) => layout.columns[index]!);
    return [{ id: columns[0]!.entry.date, text: countText(seconds), x: middleOf(columns), weight: 'bold' }];
  });
  const closed = layout.detail === 'hours' ? closedLabels(layout, closedWord) : [];
  const placed = placeLabels([...labels, ...closed], layout.width);
  // A number far from its day tells nothing: rather none, for the table has them all.
  return placed.filter(({ x, left, width }) => Math.abs(left + width / 2 - x) < 24);
}

/** The middle of what counted in these days. */
function middleOf(columns: readonly StripColumn[]): number {
  const counted = columns.flatMap(({ pieces }) => pieces.filter(({ piece }) => piece.kind === 'counted'));
  const [first, last] = [counted[0] ?? columns[0]!, counted.at(-1) ?? columns.at(-1)!];
  return (first.x + last.x + last.width) / 2;
}

/** Places of the columns week by week: each begins with a Monday, and days folded into one stand alone. */
function weeksOf(columns: readonly StripColumn[]): number[][] {
  const weeks: number[][] = [];
  for (const [index, { entry }] of columns.entries()) {
    const isNew = index === 0 || entry.kind === 'folded' || new Date(entry.date).getUTCDay() === 1;
    if (isNew || columns[index - 1]!.entry.kind === 'folded') weeks.push([index]);
    else weeks.at(-1)!.push(index);
  }
  return weeks;
}

/** One word below neighbouring closed days, where it fits. */
function closedLabels({ columns }: StripLayout, text: string): StripLabel[] {
  const labels: StripLabel[] = [];
  for (let index = 0; index < columns.length; ) {
    let end = index;
    while (end < columns.length && isPlainlyClosed(columns[end]!)) end += 1;
    if (end > index) {
      const [first, last] = [columns[index]!, columns[end - 1]!];
      const [left, right] = [first.x, last.x + last.width];
      if (right - left >= textWidth(text)) {
        labels.push({ id: `closed ${first.entry.date}`, text, x: (left + right) / 2, weight: 'plain' });
      }
    }
    index = Math.max(end, index + 1);
  }
  return labels;
}

function isPlainlyClosed({ entry }: StripColumn): boolean {
  return entry.kind === 'day' && entry.hours.length === 0 && entry.closed !== 'holiday';
}

export function promiseLabel(
  text: string,
  x: number,
  { width, sums }: { readonly width: number; readonly sums: readonly PlacedLabel[] },
): { readonly left: number; readonly y: number } {
  const own = textWidth(text, 'bold');
  const left = x + 8 + own <= width ? x + 8 : x - 8 - own;
  return { left: Math.max(0, left), y: isClearOf(sums, left, left + own) ? SUMS : BELOW };
}
