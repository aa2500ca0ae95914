import { parseArgs } from 'node:util';
import { figureBeside } from '#core/figures/beside.ts';
import type { BesideName, Figure } from '#core/figures/definition.ts';
import { FACT_TABS, type FactTab } from '#core/figures/fact-tab.ts';
import { leftOutReasonsOf } from '#core/figures/left-out-reasons.ts';
import { figureById } from '#core/figures/registry.ts';
import { CHARTED_PERIODS } from '#core/periods/asked-period.ts';
import { COMPARISONS } from '#core/periods/comparison.ts';
import { formatInstant } from '#core/time/instant.ts';
import type { ChartQuestion, ComparisonQuestion, FigureQuestion } from '#server/features/figures/index.ts';
import { Failure } from '#server/platform/failure.ts';
import {
  askedOf,
  edgesOf,
  granularityOf,
  periodOf,
  readMoment,
  type Surroundings,
  type WrittenQuestion,
} from './kpi-question.ts';

/** What `kundig kpi` was asked. */
export type KpiCall = { readonly isJson: boolean } & (
  | { readonly kind: 'list' }
  | { readonly kind: 'figure'; readonly question: FigureQuestion }
  | ({ readonly kind: 'tickets' } & TicketsCall)
  | { readonly kind: 'compare'; readonly question: ComparisonQuestion }
  | { readonly kind: 'chart'; readonly question: ChartQuestion }
);

export interface TicketsCall {
  readonly question: FigureQuestion;
  readonly tab: FactTab;
  readonly beside?: BesideName;
  readonly limit: number;
  readonly after: string | null;
}

const OPTIONS = {
  list: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  by: { type: 'string' },
  split: { type: 'string' },
  where: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  'time-zone': { type: 'string' },
  compare: { type: 'string' },
  chart: { type: 'boolean' },
  tickets: { type: 'boolean' },
  tab: { type: 'string' },
  limit: { type: 'string' },
  after: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const DEFAULT_ROWS = 50;

/** Reads the arguments. Dates are local to the reporting zone; fails with a sentence on the first that makes no sense. */
export function readKpiCall(args: readonly string[], surroundings: Surroundings): KpiCall {
  const { values, positionals } = parse(args);
  const isJson = values.json ?? false;
  const [id, ...rest] = positionals;
  if (values.list && id === undefined) return { kind: 'list', isJson };
  const ways = [values.tickets, values.chart, values.compare !== undefined].filter(Boolean);
  const isPage = [values.tab, values.limit, values.after].some((value) => value !== undefined);
  if (id === undefined || rest.length > 0 || values.list || ways.length > 1 || (isPage && !values.tickets)) {
    throw new Failure('failure.kpiUsage');
  }
  const figure = figureById(id);
  if (!figure) throw new Failure('failure.kpiUnknown', { id });
  if (values.compare !== undefined)
    return { kind: 'compare', isJson, question: comparisonOf(figure, values, surroundings) };
  if (values.chart) return { kind: 'chart', isJson, question: chartOf(figure, values, surroundings) };
  const asked = askedOf(figure, values, surroundings);
  const question = { ...asked, edges: edgesOf(values, asked.zone, surroundings) };
  if (!values.tickets) return { kind: 'figure', isJson, question };
  const limit = wholeNumber(values.limit, DEFAULT_ROWS);
  return {
    kind: 'tickets',
    isJson,
    question,
    ...tabOf(figure, values.tab ?? 'all'),
    limit,
    after: values.after ?? null,
  };
}

type Values = ReturnType<typeof parse>['values'] & WrittenQuestion;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch {
    throw new Failure('failure.kpiUsage');
  }
}

/** The period around `--from`, or the one that runs as of the question. */
function comparisonOf(figure: Figure, values: Values, surroundings: Surroundings): ComparisonQuestion {
  const comparison = COMPARISONS.find((known) => known === values.compare);
  if (!comparison) throw new Failure('failure.kpiComparison', { value: values.compare ?? '' });
  const asked = askedOf(figure, values, surroundings);
  const granularity = granularityOf(values.by ?? (comparison === 'ytd' ? 'year' : 'month'));
  if (comparison === 'ytd' && granularity !== 'year') throw new Failure('failure.kpiYearToDate');
  const anchor = values.from === undefined ? asked.asOf : readMoment(values.from, asked.zone);
  return { ...asked, comparison, granularity, anchor };
}

function chartOf(figure: Figure, values: Values, surroundings: Surroundings): ChartQuestion {
  const asked = askedOf(figure, values, surroundings);
  const granularity = granularityOf(values.by ?? 'month');
  const back = { granularity, count: CHARTED_PERIODS };
  const { start, end } = periodOf(values, asked.zone, { now: surroundings.now, back });
  if (start >= end) throw new Failure('failure.kpiPeriod', { from: formatInstant(start), to: formatInstant(end) });
  return { ...asked, granularity, from: start, to: end };
}

/** `counted`, `left_out`, `left_out=spam`, or the name of a number beside the figure. */
function tabOf(figure: Figure, text: string): Pick<TicketsCall, 'tab' | 'beside'> {
  const besides = figure.beside.filter(({ kind }) => kind !== 'oldest');
  const beside = besides.find(({ name }) => name === text);
  if (beside) return { tab: { kind: 'counted' }, beside: beside.name };
  const [written, reason] = text.split('=');
  const kind = FACT_TABS.find((known) => known === written);
  const known = reason === undefined ? null : leftOutReasonsOf(figure).find((one) => one === reason);
  if (kind === 'left_out' && known !== undefined) return { tab: { kind, reason: known } };
  if (kind === undefined || kind === 'left_out' || reason !== undefined) {
    const tabs = [...FACT_TABS, ...besides.map(({ name }) => name)].join(', ');
    throw new Failure('failure.kpiTab', { value: text, tabs });
  }
  return { tab: { kind } };
}

/** The figure whose columns are shown: that beside the one asked for, where its facts were asked for. */
export function shownFigure({ question: { figure }, beside }: TicketsCall): Figure {
  return (beside && figureBeside(figure, beside)) || figure;
}

function wholeNumber(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Failure('failure.kpiUsage');
  return Number(text);
}
