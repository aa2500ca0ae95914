import type { Figure } from '#core/figures/definition.ts';
import { dimensionsOf, type FigureDimension } from '#core/figures/figure-dimension.ts';
import type { DimensionFilter } from '#core/figures/query.ts';
import { askedAsOf, askedPeriod, momentIn, type PeriodCount, TWELVE_MONTHS } from '#core/periods/asked-period.ts';
import { GRANULARITIES, type Granularity } from '#core/periods/granularity.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import { formatInstant, type Instant } from '#core/time/instant.ts';
import type { Interval } from '#core/time/interval.ts';
import { isTimeZone, type Zone, zoneOf } from '#core/time/zone.ts';
import type { WorkingDays } from '#server/features/calendars/index.ts';
import type { FigureQuestion } from '#server/features/figures/index.ts';
import { Failure } from '#server/platform/failure.ts';

/** What a person wrote about periods, splits and filters. */
export interface WrittenQuestion {
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  readonly split?: string;
  readonly where?: readonly string[];
  readonly 'as-of'?: string;
  readonly 'time-zone'?: string;
}

/** What the installation and the hour say. */
export interface Surroundings {
  readonly reportingZone: string;
  readonly workingDays: WorkingDays;
  readonly now: Instant;
}

/** More than this is no table any more, and the answer would be mostly empty rows. */
const MOST_PERIODS = 5000;

/** All of a question but its periods. */
export type Asked = Omit<FigureQuestion, 'edges'>;

export function askedOf(
  figure: Figure,
  written: WrittenQuestion,
  { reportingZone, workingDays, now }: Surroundings,
): Asked {
  const zoneName = written['time-zone'] ?? reportingZone;
  if (!isTimeZone(zoneName)) throw new Failure('failure.kpiTimeZone', { value: zoneName });
  const zone = zoneOf(zoneName);
  const { split, 'as-of': asOf } = written;
  return {
    figure,
    asOf: askedAsOf(asOf === undefined ? undefined : readMoment(asOf, zone), now),
    split: split === undefined ? figure.naturalSplit : split === 'none' ? null : dimensionOf(figure, split),
    where: (written.where ?? []).map((text) => filterOf(figure, text)),
    zone,
    workingDays,
  };
}

/** The edges of the periods asked for; left out: this month and the eleven before it, up to and with today. */
export function edgesOf(written: WrittenQuestion, zone: Zone, { now }: Pick<Surroundings, 'now'>): Instant[] {
  const { start: from, end: to } = periodOf(written, zone, { now, back: TWELVE_MONTHS });
  if (from >= to) throw new Failure('failure.kpiPeriod', { from: formatInstant(from), to: formatInstant(to) });
  const edges = written.by === undefined ? [from, to] : periodEdges(zone, granularityOf(written.by), from, to);
  if (edges.length - 1 > MOST_PERIODS) {
    throw new Failure('failure.kpiTooManyPeriods', { count: edges.length - 1, limit: MOST_PERIODS });
  }
  return edges;
}

/** The period asked for. Fails with a sentence for a bound that is no moment. */
export function periodOf(
  { from, to }: WrittenQuestion,
  zone: Zone,
  { now, back }: { readonly now: Instant; readonly back: PeriodCount },
): Interval {
  for (const bound of [to, from]) if (bound !== undefined) readMoment(bound, zone);
  return askedPeriod(zone, { from, to }, { now, back });
}

/** A local date stands for its first instant. */
export function readMoment(text: string, zone: Zone): Instant {
  try {
    return momentIn(zone, text);
  } catch {
    throw new Failure('failure.kpiDate', { value: text });
  }
}

export function granularityOf(text: string): Granularity {
  const granularity = GRANULARITIES.find((known) => known === text);
  if (!granularity) throw new Failure('failure.kpiGranularity', { value: text });
  return granularity;
}

function dimensionOf({ of }: Figure, text: string): FigureDimension {
  const dimensions = dimensionsOf(of);
  const dimension = dimensions.find((known) => known === text);
  if (!dimension) throw new Failure('failure.kpiDimension', { value: text, dimensions: dimensions.join(', ') });
  return dimension;
}

/** `team=Network`; `team=(none)` or `team=` asks for tickets without a team. */
function filterOf(figure: Figure, text: string): DimensionFilter {
  const at = text.indexOf('=');
  if (at < 0) throw new Failure('failure.kpiUsage');
  const value = text.slice(at + 1);
  const dimension = dimensionOf(figure, text.slice(0, at));
  return { dimension, value: value === '' || value === '(none)' ? null : value };
}
