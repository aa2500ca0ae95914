import { openDates } from '../calendar/open-time.ts';
import { type Change, type ChangeValue, changeOf } from '../periods/change.ts';
import {
  type Comparison,
  type ComparisonWindows,
  comparisonWindows,
  recordedReference,
} from '../periods/comparison.ts';
import type { Granularity } from '../periods/granularity.ts';
import type { Instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { answerFigure, type FigureAnswer, NO_SPLIT_VALUE } from './answer.ts';
import { type ChangeInterval, type ComparedSides, changeInterval } from './change-interval.ts';
import type { Figure } from './definition.ts';
import type { FigureQuery } from './query.ts';
import type { FigureSource, LogSumsRow } from './tally.ts';

/** A figure of one period against another (kpi-spec G11). */
export interface ComparisonQuery extends Omit<FigureQuery, 'edges'> {
  readonly granularity: Granularity;
  /** Any instant of the current period. */
  readonly anchor: Instant;
  readonly comparison: Comparison;
  /** When the first ticket was opened. A reference period without records from its beginning on says nothing of the desk. */
  readonly recordedFrom?: Instant | undefined;
}

export type FigureComparison =
  | {
      readonly kind: 'compared';
      readonly windows: ComparisonWindows;
      readonly rows: readonly ComparedRow[];
      /** When the records begin: why there may be no reference. Null when nobody said. */
      readonly recordedFrom: Instant | null;
    }
  | { readonly kind: 'refused'; readonly code: 'year_to_date_needs_years' | 'period_not_begun' };

/** One split value then and now. */
export interface ComparedRow {
  readonly split: string | null;
  readonly current: FigureAnswer;
  /** Null when there is no such period. */
  readonly reference: FigureAnswer | null;
  readonly change: Change | null;
  readonly interval: ChangeInterval | null;
  /** Better or worse only with an interval that excludes "no change" behind it. Null without a change. */
  readonly verdict: 'better' | 'worse' | 'changed' | 'unclear' | 'untested' | null;
  /** Counts of complete months of unequal length. */
  readonly perWorkingDay: PerWorkingDay | null;
}

export interface PerWorkingDay {
  readonly currentDays: number;
  readonly referenceDays: number;
  readonly change: Change;
}

/** Compares a figure with its reference period, split value by split value. */
export async function compareFigure(query: ComparisonQuery, source: FigureSource): Promise<FigureComparison> {
  const asked = comparisonWindows(query);
  if (asked.kind === 'refused') return { kind: 'refused', code: asked.code };
  const windows = withRecords(asked, query.recordedFrom);
  const { current, reference } = windows;
  if (current.start >= current.end) return { kind: 'refused', code: 'period_not_begun' };
  const both: FigureQuery = { ...query, edges: edgesOf(windows) };
  const isTold = (from: Instant): boolean => from === current.start || from === reference?.start;
  const answers = await answerFigure(both, source, isTold);
  const old = query.figure.isAgeing
    ? await answerFigure({ ...both, asOf: referenceAsOf(query, windows) }, source, isTold)
    : answers;
  const logs = await logSumsOf(query, windows, source);
  const rows = answers
    .filter(({ from }) => from === current.start)
    .map((now): ComparedRow => {
      const then = old.find(({ split, from }) => split === now.split && from === reference?.start) ?? null;
      const logsIn = (rows: readonly LogSumsRow[]) => rows.find((row) => splitOf(query, row) === now.split) ?? null;
      const sides = {
        now,
        then,
        logs: then && { current: logsIn(logs.current), reference: logsIn(logs.reference) },
      };
      return rowOf(query, windows, sides);
    });
  return { kind: 'compared', windows, rows, recordedFrom: query.recordedFrom ?? null };
}

function withRecords(windows: ComparisonWindows, recordedFrom: Instant | undefined): ComparisonWindows {
  return recordedFrom === undefined
    ? windows
    : { ...windows, reference: recordedReference(windows.reference, recordedFrom) };
}

/** Both windows in one question, so that both have the same split values; what lies between is not told. */
function edgesOf({ current, reference }: ComparisonWindows): Instant[] {
  const edges = reference ? [reference.start, reference.end, current.start, current.end] : [current.start, current.end];
  return [...new Set(edges)];
}

/** A figure that falls with the age of its cohort is compared at the same distance from the end of the period (6.8). */
function referenceAsOf({ asOf }: ComparisonQuery, { current, reference }: ComparisonWindows): Instant {
  return reference ? (Math.min(asOf, reference.end + Math.max(0, asOf - current.end)) as Instant) : asOf;
}

interface LogsOfWindows {
  readonly current: readonly LogSumsRow[];
  readonly reference: readonly LogSumsRow[];
}

/** Logarithms of times in each window; each is asked by itself, because much may lie between them. */
async function logSumsOf(
  query: ComparisonQuery,
  { current, reference }: ComparisonWindows,
  source: FigureSource,
): Promise<LogsOfWindows> {
  if (query.figure.kind !== 'duration' || query.figure.basis !== 'flow') return { current: [], reference: [] };
  const logSumsIn = ({ start, end }: Interval) => source.logSums({ ...query, edges: [start, end] });
  return { current: await logSumsIn(current), reference: reference ? await logSumsIn(reference) : [] };
}

function splitOf({ split }: ComparisonQuery, row: LogSumsRow): string | null {
  return split === null ? null : (row.split ?? NO_SPLIT_VALUE);
}

interface Sides {
  readonly now: FigureAnswer;
  readonly then: FigureAnswer | null;
  readonly logs: ComparedSides['logs'] | null;
}

function rowOf(query: ComparisonQuery, windows: ComparisonWindows, { now, then, logs }: Sides): ComparedRow {
  const { split } = now;
  if (!then || !logs) {
    return { split, current: now, reference: null, change: null, interval: null, verdict: null, perWorkingDay: null };
  }
  const { figure } = query;
  const change = changeBetween(figure, now, then);
  const interval = changeInterval(figure, { current: now, reference: then, logs });
  const verdict = verdictOf(figure, change, evidenceOf(figure, interval, { now, then }));
  const daily = perWorkingDay(query, windows, { now, then });
  return { split, current: now, reference: then, change, interval, verdict, perWorkingDay: daily };
}

function changeBetween(figure: Figure, now: FigureAnswer, then: FigureAnswer): Change {
  switch (figure.kind) {
    case 'share':
    case 'quotient':
      return changeOf('percent', fraction(now), fraction(then));
    case 'rate':
    case 'mean':
      return changeOf('ratio', fraction(now), fraction(then));
    case 'duration':
      return changeOf('duration', now.value, then.value);
    case 'count':
      return changeOf('absolute', now.value, then.value);
  }
}

function fraction({ value, numerator, denominator }: FigureAnswer): ChangeValue {
  return value === null || numerator === null || denominator === null ? null : [numerator, denominator];
}

function verdictOf({ better }: Figure, { difference }: Change, evidence: Evidence | null): ComparedRow['verdict'] {
  if (difference === null) return null;
  if (!evidence) return 'untested';
  if (!evidence.isBeyondChance) return 'unclear';
  if (better === 'neutral') return 'changed';
  return evidence.isRise === (better === 'higher') ? 'better' : 'worse';
}

type Evidence = Pick<ChangeInterval, 'isBeyondChance' | 'isRise'>;

/**
 * What speaks for a change or against it: its interval; for times that have none, because one of them has no length, the
 * intervals of the two medians. Where those do not meet, chance explains less than five percent, so this is stricter.
 */
function evidenceOf(
  figure: Figure,
  interval: ChangeInterval | null,
  { now, then }: { readonly now: FigureAnswer; readonly then: FigureAnswer },
): Evidence | null {
  if (interval || figure.kind !== 'duration' || figure.basis === 'stock') return interval;
  if (now.low === null || now.high === null || then.low === null || then.high === null) return null;
  const isRise = now.low > then.high;
  return { isRise, isBeyondChance: isRise || now.high < then.low };
}

/** Only where months differ: a day more or less makes a count differ for no reason. */
function perWorkingDay(
  { figure, granularity, calendar }: ComparisonQuery,
  { isPartial, current, reference }: ComparisonWindows,
  { now, then }: { readonly now: FigureAnswer; readonly then: FigureAnswer },
): PerWorkingDay | null {
  const isCounted = figure.kind === 'count' && figure.basis === 'flow' && figure.sumOf === null;
  if (!isCounted || granularity !== 'month' || isPartial || reference === null) return null;
  if (now.value === null || then.value === null) return null;
  const currentDays = openDates(calendar, current.start, current.end).length;
  const referenceDays = openDates(calendar, reference.start, reference.end).length;
  if (currentDays === referenceDays && current.end - current.start === reference.end - reference.start) return null;
  const change = changeOf('ratio', [now.value, currentDays], [then.value, referenceDays]);
  return { currentDays, referenceDays, change };
}
