import type { z } from 'zod';
import type { whyShape } from '#contract/api/clock-shapes.ts';
import { textWidth } from './text-width.ts';

/*
 * Where everything of a calendar strip stands: the days of a clock from left to right, nights folded away, weekends
 * narrow. Pure: from the days and a width to places in pixels.
 *
 * 1. Within a day and between days of the same drawing, a pixel is the same open time, but for days folded into one.
 * 2. An instant outside the service hours stands where the service opens next, or where it closed last on its day.
 * 3. Columns follow one another without overlapping and fill the width.
 */

export type StripEntry = z.output<typeof whyShape>['days'][number];
export type StripDay = Extract<StripEntry, { kind: 'day' }>;
export type StripPiece = StripDay['pieces'][number];

/** How much is written on a day: its date and hours; its date; nothing but one date a week. */
export type StripDetail = 'hours' | 'dates' | 'weeks';

export interface StripBox {
  readonly x: number;
  readonly width: number;
}

export interface StripColumn extends StripBox {
  readonly entry: StripEntry;
  /** Outlines of service hours. */
  readonly windows: readonly StripBox[];
  readonly pieces: readonly (StripBox & { readonly piece: StripPiece })[];
}

export interface StripLayout {
  readonly width: number;
  readonly detail: StripDetail;
  readonly columns: readonly StripColumn[];
  /** Where an instant stands; the edges for one outside of the drawing. */
  readonly xOf: (at: string) => number;
}

const GAP = 3;
/** Longer closed time within a day is folded to a gap. */
const LONGEST_GAP_SECONDS = 2 * 3600;
/** Below this many pixels for a day of service, less is written on it. */
const ROOM_FOR_HOURS = 72;
const ROOM_FOR_DATES = 30;
const FOLD_WIDTHS: Readonly<Record<StripDetail, number>> = { hours: 84, dates: 72, weeks: 44 };
const CLOSED_WIDTHS: Readonly<Record<StripDetail, number>> = { hours: 38, dates: 14, weeks: 4 };

/** Lays out the days in the most detailed way that the width allows. */
export function layOutStrip(days: readonly StripEntry[], width: number): StripLayout {
  const open = days.filter((day) => day.kind === 'day' && day.hours.length > 0).length;
  for (const detail of ['hours', 'dates', 'weeks'] as const) {
    const fixed = days.map((day) => fixedWidth(day, detail));
    const rest = width - sum(fixed.map((one) => one ?? 0)) - GAP * Math.max(0, days.length - 1);
    const room = open === 0 ? Number.POSITIVE_INFINITY : rest / open;
    const isFitting = room >= (detail === 'hours' ? ROOM_FOR_HOURS : ROOM_FOR_DATES);
    if (isFitting || detail === 'weeks') return place(days, { width, detail, fixed, rest });
  }
  throw new Error('unreachable');
}

interface Placing {
  readonly width: number;
  readonly detail: StripDetail;
  readonly fixed: readonly (number | null)[];
  /** Pixels left for days of service. */
  readonly rest: number;
}

function place(days: readonly StripEntry[], { width, detail, fixed, rest }: Placing): StripLayout {
  const spans = days.map((day) => (day.kind === 'day' ? spansOf(day) : []));
  const total = sum(spans.map(lengthOf));
  // A drawing without any service hours is as wide as it may be all the same.
  const spread = total === 0 && days.length > 0 ? Math.max(0, rest) / days.length : 0;
  const scale = total === 0 ? 0 : Math.max(1, rest) / total;
  let x = 0;
  const columns = days.map((entry, index): StripColumn => {
    const columnWidth = (fixed[index] ?? lengthOf(spans[index]!) * scale) + spread;
    const column = columnOf(entry, spans[index]!, { x, width: columnWidth });
    x += columnWidth + GAP;
    return column;
  });
  return { width, detail, columns, xOf: (at) => positionOf(columns, at) };
}

/** The width of what is not drawn to scale; null for a day of service. */
function fixedWidth(entry: StripEntry, detail: StripDetail): number | null {
  if (entry.kind === 'folded') return FOLD_WIDTHS[detail];
  if (entry.hours.length > 0) return null;
  if (entry.closed !== 'holiday' && entry.closed !== 'exception') return CLOSED_WIDTHS[detail];
  if (detail === 'weeks') return CLOSED_WIDTHS.weeks + 4;
  const name = entry.holiday ? Math.max(textWidth(entry.holiday.de), textWidth(entry.holiday.en)) + 8 : 60;
  return detail === 'hours' ? Math.min(Math.max(name, 60), 130) : 34;
}

interface Span {
  readonly from: number;
  readonly until: number;
  /** Seconds on the scale from the start of the day's hours. */
  readonly offset: number;
}

/** The hours of a day one behind the other, with short breaks as long as they are and long ones as long as the longest. */
function spansOf({ hours }: StripDay): Span[] {
  const spans: Span[] = [];
  let offset = 0;
  for (const [index, hour] of hours.entries()) {
    const [from, until] = [seconds(hour.from), seconds(hour.until)];
    if (index > 0) offset += Math.min(from - seconds(hours[index - 1]!.until), LONGEST_GAP_SECONDS);
    spans.push({ from, until, offset });
    offset += until - from;
  }
  return spans;
}

function lengthOf(spans: readonly Span[]): number {
  const last = spans.at(-1);
  return last ? last.offset + last.until - last.from : 0;
}

function columnOf(entry: StripEntry, spans: readonly Span[], { x, width }: StripBox): StripColumn {
  if (entry.kind === 'folded' || spans.length === 0) return { entry, x, width, windows: [], pieces: [] };
  const scale = width / lengthOf(spans);
  const at = (instant: number): number => x + placeIn(spans, instant) * scale;
  const box = (from: number, until: number): StripBox => ({ x: at(from), width: at(until) - at(from) });
  return {
    entry,
    x,
    width,
    windows: spans.map(({ from, until }) => box(from, until)),
    pieces: entry.pieces.map((piece) => ({ piece, ...box(seconds(piece.from), seconds(piece.until)) })),
  };
}

/** Seconds on the scale of the day; in a gap, where the service opens again. */
function placeIn(spans: readonly Span[], instant: number): number {
  for (const { from, until, offset } of spans) {
    if (instant < from) return offset;
    if (instant <= until) return offset + instant - from;
  }
  return lengthOf(spans);
}

function positionOf(columns: readonly StripColumn[], at: string): number {
  const instant = seconds(at);
  const column = columns.find(({ entry }) => instant < seconds(entry.until)) ?? columns.at(-1);
  if (column === undefined) return 0;
  const { entry, x, width } = column;
  if (instant <= seconds(entry.from)) return x;
  if (entry.kind === 'day' && entry.hours.length > 0) {
    const spans = spansOf(entry);
    return x + (placeIn(spans, instant) / lengthOf(spans)) * width;
  }
  const share = (instant - seconds(entry.from)) / (seconds(entry.until) - seconds(entry.from));
  return x + Math.min(1, share) * width;
}

function seconds(instant: string): number {
  return Date.parse(instant) / 1000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
