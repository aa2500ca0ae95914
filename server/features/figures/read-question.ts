import type { z } from 'zod';
import type { figureQuery } from '#contract/api/figure-shapes.ts';
import type { Issue } from '#contract/api/problems.ts';
import { momentIn } from '#contract/api/shapes.ts';
import type { Figure } from '#core/figures/definition.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import { firstDateOf, type Granularity, shiftPeriods } from '#core/periods/granularity.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { addDays } from '#core/time/local-date.ts';
import { localDateAt, startOfDate, type Zone, zoneOf } from '#core/time/zone.ts';
import type { WorkingDays } from '../calendars/index.ts';
import type { FigureQuestion } from './figure-question.ts';

/** What the query of a figure says, its fields checked one by one already. */
export type AskedQuery = Omit<z.output<typeof figureQuery>, 'compare'>;

export interface QuestionSettings {
  /** The zone of the installation. */
  readonly reportingZone: string;
  readonly workingDays: WorkingDays;
  readonly now: Instant;
}

const DEFAULT_MONTHS = 12;
/** An answer of more rows would be slow to make and of no use to anyone. */
const MOST_PERIODS = 1_000;
const MOST_SPLIT_PERIODS = 200;
/** The shortest a period can be, so that edges need not be counted to see that there are too many. */
const LEAST_PERIOD_SECONDS: Readonly<Record<Granularity, number>> = {
  day: SECONDS_PER_DAY - 7_200,
  week: 7 * SECONDS_PER_DAY - 7_200,
  month: 28 * SECONDS_PER_DAY - 7_200,
  quarter: 90 * SECONDS_PER_DAY - 7_200,
  year: 365 * SECONDS_PER_DAY - 7_200,
};

/** The question in a query, or all that makes no sense in it. */
export function readQuestion(
  figure: Figure,
  asked: AskedQuery,
  { reportingZone, workingDays, now }: QuestionSettings,
): FigureQuestion | readonly Issue[] {
  const zone = zoneOf(asked.timeZone ?? reportingZone);
  const { from, to } = readPeriod(zone, asked, now);
  const issues = issuesOf(figure, asked, { from, to });
  if (issues.length > 0) return issues;
  return {
    figure,
    edges: asked.by === undefined ? [from, to] : periodEdges(zone, asked.by, from, to),
    asOf: asked.asOf === undefined ? now : momentIn(zone, asked.asOf),
    split: asked.split ?? null,
    where: asked.where ?? [],
    zone,
    workingDays,
  };
}

interface Bounds {
  readonly from: Instant;
  readonly to: Instant;
}

/** Without an end up to the end of today, without a beginning the months before and that one. */
function readPeriod(zone: Zone, asked: AskedQuery, now: Instant): Bounds {
  const tomorrow = startOfDate(zone, addDays(localDateAt(zone, now), 1));
  const to = asked.to === undefined ? tomorrow : momentIn(zone, asked.to);
  if (asked.from !== undefined) return { from: momentIn(zone, asked.from), to };
  const month = firstDateOf('month', localDateAt(zone, (to - 1) as Instant));
  return { from: startOfDate(zone, shiftPeriods('month', month, 1 - DEFAULT_MONTHS)), to };
}

function issuesOf(figure: Figure, asked: AskedQuery, { from, to }: Bounds): readonly Issue[] {
  const issue = (pointer: string, code: Issue['code']): Issue => ({ in: 'query', pointer, code });
  const issues: Issue[] = [];
  if (from >= to) issues.push(issue('/to', 'not_after_from'));
  const most = asked.split === undefined ? MOST_PERIODS : MOST_SPLIT_PERIODS;
  if (asked.by !== undefined && (to - from) / LEAST_PERIOD_SECONDS[asked.by] > most) {
    issues.push(issue('/by', 'too_many_periods'));
  }
  const own: readonly string[] = dimensionsOf(figure.of);
  if (asked.split !== undefined && !own.includes(asked.split)) issues.push(issue('/split', 'not_allowed'));
  (asked.where ?? []).forEach(({ dimension }, index) => {
    if (!own.includes(dimension)) issues.push(issue(`/where/${index}`, 'not_allowed'));
  });
  return issues;
}
