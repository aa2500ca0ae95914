import type { Figure } from '#core/figures/definition.ts';
import { dimensionsOf, type FigureDimension } from '#core/figures/figure-dimension.ts';
import type { DimensionFilter } from '#core/figures/query.ts';
import { firstDateOf, GRANULARITIES, type Granularity, shiftPeriods } from '#core/periods/granularity.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import { formatInstant, type Instant, parseInstant } from '#core/time/instant.ts';
import { addDays, parseLocalDate } from '#core/time/local-date.ts';
import { isTimeZone, localDateAt, startOfDate, type Zone, zoneOf } from '#core/time/zone.ts';
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
const DEFAULT_MONTHS = 12;

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
  const { split } = written;
  return {
    figure,
    asOf: written['as-of'] === undefined ? now : readMoment(written['as-of'], zone),
    split: split === undefined ? figure.naturalSplit : split === 'none' ? null : dimensionOf(figure, split),
    where: (written.where ?? []).map((text) => filterOf(figure, text)),
    zone,
    workingDays,
  };
}

/** The edges of the periods asked for; left out: this month and the eleven before it, up to and with today. */
export function edgesOf(written: WrittenQuestion, zone: Zone, { now }: Pick<Surroundings, 'now'>): Instant[] {
  const to = endOf(written, zone, { now });
  const from =
    written.from === undefined ? firstOf('month', DEFAULT_MONTHS, { zone, to }) : readMoment(written.from, zone);
  if (from >= to) throw new Failure('failure.kpiPeriod', { from: formatInstant(from), to: formatInstant(to) });
  const edges = written.by === undefined ? [from, to] : periodEdges(zone, granularityOf(written.by), from, to);
  if (edges.length - 1 > MOST_PERIODS) {
    throw new Failure('failure.kpiTooManyPeriods', { count: edges.length - 1, limit: MOST_PERIODS });
  }
  return edges;
}

/** The end of the period asked for; left out: the end of today. */
export function endOf({ to }: WrittenQuestion, zone: Zone, { now }: Pick<Surroundings, 'now'>): Instant {
  return to === undefined ? startOfDate(zone, addDays(localDateAt(zone, now), 1)) : readMoment(to, zone);
}

/** The start of the `count` periods that end with the one before `to`. */
export function firstOf(
  granularity: Granularity,
  count: number,
  { zone, to }: { readonly zone: Zone; readonly to: Instant },
): Instant {
  const last = firstDateOf(granularity, localDateAt(zone, (to - 1) as Instant));
  return startOfDate(zone, shiftPeriods(granularity, last, 1 - count));
}

/** A local date stands for its first instant. */
export function readMoment(text: string, zone: Zone): Instant {
  try {
    return text.includes('T') ? parseInstant(text) : startOfDate(zone, parseLocalDate(text));
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
