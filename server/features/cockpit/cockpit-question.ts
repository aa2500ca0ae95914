import type { z } from 'zod';
import { type cockpitQuery, PERIODS_BEFORE } from '#contract/api/cockpit-shapes.ts';
import type { Issue } from '#contract/api/problems.ts';
import { COCKPIT_FIGURES } from '#core/figures/cockpit-groups.ts';
import type { Figure } from '#core/figures/definition.ts';
import { askedAsOf, momentIn } from '#core/periods/asked-period.ts';
import type { Comparison } from '#core/periods/comparison.ts';
import type { Granularity } from '#core/periods/granularity.ts';
import { onePeriodAsked, shifted } from '#core/periods/one-period.ts';
import { type Period, periodAt } from '#core/periods/period.ts';
import { isDimension } from '#core/ticket/dimensions.ts';
import { formatInstant, type Instant } from '#core/time/instant.ts';
import type { Interval } from '#core/time/interval.ts';
import { type Zone, zoneOf } from '#core/time/zone.ts';
import { refuseIssues } from '#server/platform/problem.ts';
import {
  comparisonIn,
  type QuestionSettings,
  readChartQuestion,
  readQuestion,
  type TileQuestion,
} from '../figures/index.ts';

type CockpitQuery = z.output<typeof cockpitQuery>;

/** What a cockpit is asked for. */
export interface CockpitQuestion {
  readonly zone: Zone;
  readonly asOf: Instant;
  readonly window: Interval;
  readonly granularity: Granularity;
  /** The window as a period of that length; null when it is any stretch: then nothing is compared, and no point is it. */
  readonly period: Period | null;
  /** The period that the window begins in. */
  readonly firstPeriod: Period;
  /** Where the charts begin. */
  readonly chartedFrom: Instant;
  readonly comparison: Comparison | null;
  /** One for each figure, in the order of the tiles. */
  readonly tiles: readonly TileQuestion[];
}

/**
 * The question in a query: to each figure those that the routes of figures and charts would be asked.
 * @throws HttpProblem with all that makes no sense in it.
 */
export function readCockpitQuestion(query: CockpitQuery, settings: QuestionSettings): CockpitQuestion {
  const { compare = 'previous', ...asked } = query;
  refuseIssues(filtersOfSome(asked));
  const zone = zoneOf(asked.timeZone ?? settings.reportingZone);
  const asOf = askedAsOf(asked.asOf === undefined ? undefined : momentIn(zone, asked.asOf), settings.now);
  const by = asked.by ?? 'month';
  const period = onePeriodAsked(zone, asked, { granularity: by, asOf });
  const window = period ?? { start: momentIn(zone, asked.from!), end: momentIn(zone, asked.to!) };
  const firstPeriod = periodAt(zone, by, window.start);
  const chartedFrom = shifted(zone, firstPeriod, -PERIODS_BEFORE).start;
  const comparison = compare === 'none' || period === null ? null : compare;
  const questionTo = (figure: Figure): TileQuestion => {
    const { by: _, ...own } = { ...asked, from: formatInstant(window.start), to: formatInstant(window.end) };
    const question = readQuestion(figure, own, settings);
    return {
      question,
      comparison: comparison && comparisonIn(question, { compare: comparison, by }),
      chart: readChartQuestion(figure, { ...own, by, from: formatInstant(chartedFrom) }, settings),
    };
  };
  const tiles = COCKPIT_FIGURES.map(questionTo);
  return { zone, asOf, window, granularity: by, period, firstPeriod, chartedFrom, comparison, tiles };
}

/** Filters that only some figures know: a cockpit half filtered would say nothing. */
function filtersOfSome({ where = [] }: Pick<CockpitQuery, 'where'>): Issue[] {
  return where.flatMap(({ dimension }, index): Issue[] =>
    isDimension(dimension) ? [] : [{ in: 'query', pointer: `/where/${index}`, code: 'not_allowed' }],
  );
}
