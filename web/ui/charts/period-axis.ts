import type { Granularity } from '#core/periods/granularity.ts';
import { textWidth } from './text-width.ts';

/** The local date on which a period begins. */
export interface PeriodStart {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** A text under the axis, centred at `x`. */
export interface AxisLabel {
  readonly x: number;
  readonly text: string;
  /** The last period: where one stands. */
  readonly isCurrent: boolean;
}

/** A text in the second row, beginning at `x`; its long tick, where a year or a month begins. */
export interface AxisSpan {
  readonly x: number;
  readonly text: string;
  readonly tickX: number | null;
}

export interface PeriodAxis {
  readonly labels: readonly AxisLabel[];
  readonly spans: readonly AxisSpan[];
}

export interface PeriodAxisOptions {
  readonly granularity: Granularity;
  /** Where the first column begins, and the width of a column. */
  readonly left: number;
  readonly step: number;
  readonly names: MonthNames;
}

/** Names of the months, January first. */
export interface MonthNames {
  /** `J`, `F`, `M`. */
  readonly letters: readonly string[];
  /** `Jan`, `Feb`, `Mär`. */
  readonly short: readonly string[];
}

/** Room between two texts of a row. */
const AIR = 6;
const LETTER_WIDTH = 11;

/**
 * What stands under the columns: a letter per month and the year under January; months under weeks; days under days;
 * `Q1` under quarters. The first column names its year too. What has no room is left out: never two texts in one place.
 */
export function periodAxis(starts: readonly PeriodStart[], options: PeriodAxisOptions): PeriodAxis {
  return { labels: labelsOf(starts, options), spans: spansOf(starts, options) };
}

function labelsOf(starts: readonly PeriodStart[], options: PeriodAxisOptions): AxisLabel[] {
  const { granularity, left, step } = options;
  const texts = starts.map((start, index) => labelText(start, starts[index - 1], options));
  const widest = Math.max(0, ...texts.map((text) => (text ? textWidth(text) : 0)));
  const pixelsPerText = (starts.length * step) / Math.max(1, texts.filter((text) => text !== null).length);
  const needed = granularity === 'month' ? LETTER_WIDTH : widest + AIR;
  const shown = pixelsPerText >= needed || granularity === 'week' ? texts : [];
  // From the right, so that the last column keeps its name where two have no room.
  let free = Number.POSITIVE_INFINITY;
  const labels: AxisLabel[] = [];
  for (let index = shown.length - 1; index >= 0; index--) {
    const text = shown[index];
    if (!text) continue;
    const half = granularity === 'month' ? LETTER_WIDTH / 2 : textWidth(text) / 2 + AIR / 2;
    // The name of a month begins with its first week: centred, it would reach back over the tick of a new year.
    const x = left + (granularity === 'week' ? Math.max(step / 2, half + 1) : step / 2) + step * index;
    if (x + half > free) continue;
    free = x - half;
    labels.push({ x, text, isCurrent: index === starts.length - 1 });
  }
  return labels.reverse();
}

/** Null where nothing begins that has a name. */
function labelText(
  { year, month, day }: PeriodStart,
  before: PeriodStart | undefined,
  { granularity, names, step }: PeriodAxisOptions,
): string | null {
  const isNewMonth = before === undefined || before.month !== month;
  switch (granularity) {
    case 'day':
      return new Date(Date.UTC(year, month - 1, day)).getUTCDay() === 1 || step >= 20 ? String(day) : null;
    case 'week': {
      // A month has 4.35 weeks: room for its name, for its letter, or for neither.
      const room = step * 4.3;
      if (!isNewMonth || room < LETTER_WIDTH) return null;
      return room >= 36 ? names.short[month - 1]! : names.letters[month - 1]!;
    }
    case 'month':
      return names.letters[month - 1]!;
    case 'quarter':
      return `Q${Math.ceil(month / 3)}`;
    case 'year':
      return null;
  }
}

function spansOf(starts: readonly PeriodStart[], options: PeriodAxisOptions): AxisSpan[] {
  const { granularity, left, step, names } = options;
  const texts = starts.map((start, index): string | null => {
    const before = starts[index - 1];
    if (granularity === 'year') return String(start.year);
    const isNewYear = before === undefined || before.year !== start.year;
    if (granularity !== 'day') return isNewYear ? String(start.year) : null;
    if (!isNewYear && before.month === start.month) return null;
    return `${names.short[start.month - 1]}${isNewYear ? ` ${start.year}` : ''}`;
  });
  const spans = texts.flatMap((text, index): AxisSpan[] => {
    if (text === null) return [];
    const edge = left + step * index;
    return [{ x: edge + AIR, text, tickX: index === 0 ? null : edge }];
  });
  return withRoom(spans);
}

/** Texts from the right, so that where one stands is named first; ticks stay. */
function withRoom(spans: readonly AxisSpan[]): AxisSpan[] {
  let free = Number.POSITIVE_INFINITY;
  const kept = spans.toReversed().map((span): AxisSpan => {
    if (span.x + textWidth(span.text) > free) return { ...span, text: '' };
    free = span.x - AIR;
    return span;
  });
  return kept.reverse().filter(({ text, tickX }) => text !== '' || tickX !== null);
}
