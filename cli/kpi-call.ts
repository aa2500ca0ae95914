import { parseArgs } from 'node:util';
import type { Figure } from '#core/figures/definition.ts';
import type { DimensionFilter } from '#core/figures/query.ts';
import { figureById } from '#core/figures/registry.ts';
import { firstDateOf, GRANULARITIES, type Granularity, shiftPeriods } from '#core/periods/granularity.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import { DIMENSIONS, type Dimension, isDimension } from '#core/ticket/dimensions.ts';
import { formatInstant, type Instant, parseInstant } from '#core/time/instant.ts';
import { addDays, parseLocalDate } from '#core/time/local-date.ts';
import { isTimeZone, localDateAt, startOfDate, type Zone, zoneOf } from '#core/time/zone.ts';
import type { FigureQuestion } from '#server/features/figures/index.ts';
import { Failure } from '#server/platform/failure.ts';

/** What `kundig kpi` was asked. */
export type KpiCall =
  | { readonly kind: 'list'; readonly isJson: boolean }
  | { readonly kind: 'figure'; readonly isJson: boolean; readonly question: FigureQuestion }
  | {
      readonly kind: 'tickets';
      readonly isJson: boolean;
      readonly question: FigureQuestion;
      readonly limit: number;
      readonly offset: number;
    };

const OPTIONS = {
  list: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  by: { type: 'string' },
  split: { type: 'string' },
  where: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  'time-zone': { type: 'string' },
  tickets: { type: 'boolean' },
  limit: { type: 'string' },
  offset: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** More than this is no table any more, and the answer would be mostly empty rows. */
const MOST_PERIODS = 5000;
const DEFAULT_MONTHS = 12;
const DEFAULT_ROWS = 50;

/** Reads the arguments. Dates are local to the reporting zone; fails with a sentence on the first that makes no sense. */
export function readKpiCall(args: readonly string[], reportingZone: string, now: Instant): KpiCall {
  const { values, positionals } = parse(args);
  const isJson = values.json ?? false;
  if (values.list) return { kind: 'list', isJson };
  const [id, ...rest] = positionals;
  if (id === undefined || rest.length > 0) throw new Failure('failure.kpiUsage');
  const figure = figureById(id);
  if (!figure) throw new Failure('failure.kpiUnknown', { id });
  const question = questionOf(figure, values, { reportingZone, now });
  if (!values.tickets) return { kind: 'figure', isJson, question };
  return {
    kind: 'tickets',
    isJson,
    question,
    limit: wholeNumber(values.limit, DEFAULT_ROWS),
    offset: wholeNumber(values.offset, 0),
  };
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch {
    throw new Failure('failure.kpiUsage');
  }
}

function questionOf(
  figure: Figure,
  values: Values,
  { reportingZone, now }: { readonly reportingZone: string; readonly now: Instant },
): FigureQuestion {
  const zoneName = values['time-zone'] ?? reportingZone;
  if (!isTimeZone(zoneName)) throw new Failure('failure.kpiTimeZone', { value: zoneName });
  const zone = zoneOf(zoneName);
  const today = localDateAt(zone, now);
  const to = values.to === undefined ? startOfDate(zone, addDays(today, 1)) : readMoment(values.to, zone);
  const from = values.from === undefined ? defaultFrom(zone, to) : readMoment(values.from, zone);
  if (from >= to) throw new Failure('failure.kpiPeriod', { from: formatInstant(from), to: formatInstant(to) });
  const edges = values.by === undefined ? [from, to] : periodEdges(zone, granularityOf(values.by), from, to);
  if (edges.length - 1 > MOST_PERIODS) {
    throw new Failure('failure.kpiTooManyPeriods', { count: edges.length - 1, limit: MOST_PERIODS });
  }
  return {
    figure,
    edges,
    asOf: values['as-of'] === undefined ? now : readMoment(values['as-of'], zone),
    split: values.split === undefined ? null : dimensionOf(values.split),
    where: (values.where ?? []).map(filterOf),
    zone,
  };
}

/** The months before the one that ends the period, and that one. */
function defaultFrom(zone: Zone, to: Instant): Instant {
  const month = firstDateOf('month', localDateAt(zone, (to - 1) as Instant));
  return startOfDate(zone, shiftPeriods('month', month, 1 - DEFAULT_MONTHS));
}

/** A local date stands for its first instant. */
function readMoment(text: string, zone: Zone): Instant {
  try {
    return text.includes('T') ? parseInstant(text) : startOfDate(zone, parseLocalDate(text));
  } catch {
    throw new Failure('failure.kpiDate', { value: text });
  }
}

function granularityOf(text: string): Granularity {
  const granularity = GRANULARITIES.find((known) => known === text);
  if (!granularity) throw new Failure('failure.kpiGranularity', { value: text });
  return granularity;
}

function dimensionOf(text: string): Dimension {
  if (!isDimension(text)) throw new Failure('failure.kpiDimension', { value: text, dimensions: DIMENSIONS.join(', ') });
  return text;
}

/** `team=Network`; `team=(none)` or `team=` asks for tickets without a team. */
function filterOf(text: string): DimensionFilter {
  const at = text.indexOf('=');
  if (at < 0) throw new Failure('failure.kpiUsage');
  const value = text.slice(at + 1);
  return { dimension: dimensionOf(text.slice(0, at)), value: value === '' || value === '(none)' ? null : value };
}

function wholeNumber(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new Failure('failure.kpiUsage');
  return Number(text);
}
