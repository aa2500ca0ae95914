import { firstDateOf, type Granularity, shiftPeriods } from '#core/periods/granularity.ts';
import { type ChartSeries, controlChart } from '#core/statistics/control-chart.ts';
import { pChart } from '#core/statistics/p-chart.ts';
import { formatLocalDate, type LocalDate, localDate } from '#core/time/local-date.ts';
import type { Chart } from '#web/ui/charts/chart.ts';

/*
 * Made-up series for stories and tests. Limits and signals are computed by the same rules as on the server; nothing is
 * typed in.
 */

/** What was counted, and of how much; null: nothing happened in that period. */
export type Counted = readonly [count: number, size: number] | null;

export interface ExampleOptions {
  readonly by?: Granularity;
  /** The date after the last period. */
  readonly until?: LocalDate;
}

/** After the last period of every example. */
export const UNTIL = localDate(2026, 11, 1);

/** A chart of shares in percent: 1714 of 1928. */
export function shareChart(counted: readonly Counted[], options: ExampleOptions = {}): Chart {
  const periods = counted.map((one) => ({ count: one?.[0] ?? null, size: one?.[1] ?? null }));
  const values = counted.map((one) => (one ? (100 * one[0]) / one[1] : null));
  return chartOf({ kind: 'share', periods }, values, { ...options, scale: 100 });
}

/** A chart of measured values: medians of durations, costs. */
export function measuredChart(values: readonly (number | null)[], options: ExampleOptions = {}): Chart {
  return chartOf({ kind: 'measured', values }, values, { ...options, scale: 1 });
}

function chartOf(
  series: ChartSeries,
  values: readonly (number | null)[],
  { by = 'month', until = UNTIL, scale }: ExampleOptions & { readonly scale: number },
): Chart {
  const end = firstDateOf(by, until);
  const instant = (index: number) => `${formatLocalDate(shiftPeriods(by, end, index - values.length))}T00:00:00Z`;
  const chart = controlChart(series);
  if (chart.kind === 'none') throw new Error('too rare for an example');
  const points = values.map((value, index) => {
    const limits = chart.kind === 'xmr' ? chart : chart.points[index];
    const [lower, upper] = [limits?.lower ?? null, limits?.upper ?? null];
    const bare = { from: instant(index), to: instant(index + 1), value, bound: null };
    return { ...bare, lower: lower === null ? null : lower * scale, upper: upper === null ? null : upper * scale };
  });
  const used = points.filter(({ value }) => value !== null).slice(0, 20);
  const hasLimits = chart.center !== null;
  return {
    split: null,
    kind: chart.kind,
    reason: hasLimits ? null : 'too_few_points',
    measure: 'value',
    insteadOf: chart.kind === 'xmr' && series.kind === 'share' ? 'p' : null,
    center: chart.center === null ? null : chart.center * scale,
    sigmaZ: series.kind === 'share' ? pChart(series.periods).sigmaZ : null,
    isProvisional: chart.isProvisional,
    points,
    signals: chart.signals.map(({ index, rule, side }) => ({ from: instant(index), rule, side })),
    baseline: hasLimits ? { from: used[0]!.from, to: used.at(-1)!.to, points: used.length } : null,
  };
}

/** The same numbers on every run: a seed makes a sequence between 0 and 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Around `mean` as chance scatters it: a sum of twelve is near enough to a bell. */
export function scattered(count: number, mean: number, deviation: number, { seed = 1 } = {}): number[] {
  const next = seeded(seed);
  return Array.from({ length: count }, () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += next();
    return mean + deviation * sum;
  });
}

/** Shares around `percent` of about `size`, scattered as a lottery would. */
export function shares(count: number, percent: number, size: number, { seed = 1 } = {}): [number, number][] {
  const p = percent / 100;
  const sizes = scattered(count, size, size * 0.08, { seed: seed + 1 }).map(Math.round);
  const luck = scattered(count, 0, 1, { seed });
  return sizes.map((n, i) => [Math.min(n, Math.round(n * p + luck[i]! * Math.sqrt(n * p * (1 - p)))), n]);
}
