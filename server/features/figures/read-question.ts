import type { z } from 'zod';
import type { chartQuery } from '#contract/api/chart-shapes.ts';
import type { figureQuery } from '#contract/api/figure-shapes.ts';
import type { Issue } from '#contract/api/problems.ts';
import type { Figure } from '#core/figures/definition.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import { figureById } from '#core/figures/registry.ts';
import {
  askedAsOf,
  askedPeriod,
  CHARTED_PERIODS,
  momentIn,
  type PeriodCount,
  TWELVE_MONTHS,
} from '#core/periods/asked-period.ts';
import type { Granularity } from '#core/periods/granularity.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import type { Interval } from '#core/time/interval.ts';
import { type Zone, zoneOf } from '#core/time/zone.ts';
import { HttpProblem, refuseIssues } from '#server/platform/problem.ts';
import type { WorkingDays } from '../calendars/index.ts';
import type { ChartQuestion } from './chart-figure.ts';
import type { ComparisonQuestion } from './compare-figure.ts';
import type { FigureQuestion } from './figure-question.ts';

/** What the query of a figure says, its fields checked one by one already. */
type FigureQuery = z.output<typeof figureQuery>;
export type AskedQuery = Omit<FigureQuery, 'compare'>;
type ChartQuery = z.output<typeof chartQuery>;

export interface QuestionSettings {
  /** The zone of the installation. */
  readonly reportingZone: string;
  readonly workingDays: WorkingDays;
  readonly now: Instant;
}

/** Rows are periods times values of the split. So many are made without holding up other requests (law 13: 20 ms). */
const MOST_ROWS = 750;
/** Two years of days. */
const MOST_PERIODS = MOST_ROWS;
const MOST_SPLIT_PERIODS = 200;
/** Holidays and working days are known day by day, so a period of many years would be slow whatever it is cut into. */
const MOST_YEARS = 25;
/** How short periods can be in the long run, so that edges need not be counted to see that there are too many. */
const LEAST_PERIOD_SECONDS: Readonly<Record<Granularity, number>> = {
  day: SECONDS_PER_DAY,
  week: 7 * SECONDS_PER_DAY,
  month: 28 * SECONDS_PER_DAY,
  quarter: 90 * SECONDS_PER_DAY,
  year: 365 * SECONDS_PER_DAY,
};

/**
 * The figure that an address names.
 * @throws HttpProblem when there is none.
 */
export function figureAsked(id: string): Figure {
  const figure = figureById(id);
  if (figure === undefined) throw new HttpProblem('not_found');
  return figure;
}

/**
 * The question in a query.
 * @throws HttpProblem with all that makes no sense in it.
 */
export function readQuestion(figure: Figure, asked: AskedQuery, settings: QuestionSettings): FigureQuestion {
  const { zone, start, end } = readPeriod(figure, asked, { settings, back: TWELVE_MONTHS });
  const edges = asked.by === undefined ? [start, end] : periodEdges(zone, asked.by, start, end);
  return { ...restOf(figure, asked, { settings, zone }), edges };
}

/** The chart that a query asks for; without `by` it goes month by month. */
export function readChartQuestion(figure: Figure, asked: ChartQuery, settings: QuestionSettings): ChartQuestion {
  const granularity = asked.by ?? 'month';
  const back = { granularity, count: CHARTED_PERIODS };
  const { zone, start, end } = readPeriod(figure, { ...asked, by: granularity }, { settings, back });
  return { ...restOf(figure, asked, { settings, zone }), granularity, from: start, to: end };
}

/** The comparison of the last period of a question; null when none was asked for. */
export function comparisonIn(
  question: FigureQuestion,
  { compare, by }: Pick<FigureQuery, 'compare' | 'by'>,
): ComparisonQuestion | null {
  if (compare === undefined) return null;
  const refusal = (pointer: string, code: Issue['code']) =>
    new HttpProblem('invalid_request', { issues: [{ in: 'query', pointer, code }] });
  if (by === undefined) throw refusal('/by', 'compare_needs_by');
  if (compare === 'ytd' && by !== 'year') throw refusal('/compare', 'year_to_date_needs_years');
  const { edges, ...asked } = question;
  return { ...asked, granularity: by, anchor: (edges.at(-1)! - 1) as Instant, comparison: compare };
}

/** All of a question but its periods. */
function restOf(
  figure: Figure,
  { asOf, split, where = [] }: AskedQuery,
  { settings, zone }: { readonly settings: QuestionSettings; readonly zone: Zone },
): Omit<FigureQuestion, 'edges'> {
  const known = askedAsOf(asOf === undefined ? undefined : momentIn(zone, asOf), settings.now);
  const { workingDays } = settings;
  return { figure, asOf: known, split: split ?? null, where, zone, workingDays, mostRows: MOST_ROWS };
}

function readPeriod(
  figure: Figure,
  asked: AskedQuery,
  { settings, back }: { readonly settings: QuestionSettings; readonly back: PeriodCount },
): Interval & { readonly zone: Zone } {
  const zone = zoneOf(asked.timeZone ?? settings.reportingZone);
  const period = askedPeriod(zone, asked, { now: settings.now, back });
  refuseIssues(issuesOf(figure, asked, period));
  return { zone, ...period };
}

function issuesOf(figure: Figure, asked: AskedQuery, { start, end }: Interval): readonly Issue[] {
  const issue = (pointer: string, code: Issue['code']): Issue => ({ in: 'query', pointer, code });
  const issues: Issue[] = [];
  if (start >= end) issues.push(issue('/to', 'not_after_from'));
  const most = asked.split === undefined ? MOST_PERIODS : MOST_SPLIT_PERIODS;
  const seconds = end - start;
  if (asked.by !== undefined && seconds / LEAST_PERIOD_SECONDS[asked.by] > most) {
    issues.push(issue('/by', 'too_many_periods'));
  } else if (seconds > MOST_YEARS * 366 * SECONDS_PER_DAY) issues.push(issue('/from', 'period_too_long'));
  const own: readonly string[] = dimensionsOf(figure.of);
  if (asked.split !== undefined && !own.includes(asked.split)) issues.push(issue('/split', 'not_allowed'));
  (asked.where ?? []).forEach(({ dimension }, index) => {
    if (!own.includes(dimension)) issues.push(issue(`/where/${index}`, 'not_allowed'));
  });
  return issues;
}
