import type { Kysely } from 'kysely';
import { periodAt } from '#core/periods/period.ts';
import { wholePeriodEdges } from '#core/periods/period-edges.ts';
import { earlier, type Instant, later } from '#core/time/instant.ts';
import { startOfDate } from '#core/time/zone.ts';
import type { Database } from '#server/database/schema.ts';
import { activeBaselines } from '../annotations/index.ts';
import type { ChartQuestion } from './chart-figure.ts';
import { readFirstEventAt } from './report.ts';

/** What is read for a chart: more than it shows, for limits come from a place that does not move with it. */
export interface ChartPlan {
  /** Of the whole periods that are read. */
  readonly edges: readonly Instant[];
  /** The first period that is shown begins here or later. */
  readonly shownFrom: Instant;
  /** Where limits begin anew. */
  readonly newBaselines: readonly Instant[];
}

/** Nearly two years of days, within what one answer may have: of a longer course so many periods up to its end are read. */
const MOST_PERIODS = 700;

/**
 * What to read for a chart: the periods from the newest decision that limits begin anew before what is shown, else from
 * the first ticket of the desk, up to the end of what is shown or as_of. Null when none of them is over.
 */
export async function planChart(
  transaction: Kysely<Database>,
  tenantId: string,
  { figure, zone, granularity, from, to, asOf }: ChartQuestion,
): Promise<ChartPlan | null> {
  const firstAt = await readFirstEventAt(transaction, tenantId);
  if (firstAt === null) return null;
  const days = await activeBaselines(transaction, tenantId, { figure: figure.id, asOf });
  const newBaselines = days.map((day) => startOfDate(zone, day));
  const firstPeriod = periodAt(zone, granularity, firstAt).start;
  const end = earlier(to, asOf);
  // A decision counts from the first whole period after it, so it must have one before what is shown.
  const decided = newBaselines.filter((at) => startOfWhole({ zone, granularity }, at) <= from);
  const begin = later(firstPeriod, decided.reduce(later, firstPeriod));
  const edges = wholePeriodEdges(zone, granularity, begin, end).slice(-1 - MOST_PERIODS);
  const shownFrom = later(from, firstPeriod);
  return edges.length < 2 || edges.at(-2)! < shownFrom ? null : { edges, shownFrom, newBaselines };
}

/** Where the first whole period at or after an instant begins. */
function startOfWhole({ zone, granularity }: Pick<ChartQuestion, 'zone' | 'granularity'>, at: Instant): Instant {
  const { start, end } = periodAt(zone, granularity, at);
  return start === at ? start : end;
}

/** The same plan without what is read before what is shown. */
export function onlyShown({ edges, shownFrom, ...plan }: ChartPlan): ChartPlan {
  return { ...plan, shownFrom, edges: edges.filter((edge) => edge >= shownFrom) };
}
