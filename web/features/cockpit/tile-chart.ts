import type { Chart } from '#web/ui/charts/chart.ts';
import type { CockpitHead, Tile } from './cockpit-lines.ts';

const NO_CHART: NonNullable<Tile['chart']> = {
  split: null,
  kind: 'none',
  reason: 'not_charted',
  measure: 'value',
  insteadOf: null,
  center: null,
  sigmaZ: null,
  isProvisional: false,
  points: [],
  signals: [],
  baseline: null,
  segments: [],
};

/**
 * The chart of a tile as it is drawn: the whole periods, and while the asked one runs its value so far behind them. The
 * course of a count per something has no such point: the value is none of its kind.
 */
export function drawnChart({ chart, row }: Pick<Tile, 'chart' | 'row'>, { isRunning, isWhole }: CockpitHead): Chart {
  const whole = chart ?? NO_CHART;
  if (!isRunning || !isWhole || row.value === null || whole.measure !== 'value') return whole;
  const last = whole.points.at(-1);
  const soFar = { from: row.from, to: row.to, value: row.value, bound: null };
  const limits = { lower: last?.lower ?? null, upper: last?.upper ?? null };
  return { ...whole, points: [...whole.points, { ...soFar, ...limits }] };
}
