import type { Granularity } from '#core/periods/granularity.ts';
import type { Format, Measured } from '#web/shell/format.ts';
import type { Chart, ChartPoint } from './chart.ts';
import { distanceText, measuredText, scaledWith } from './chart-figure.ts';
import type { ControlTexts } from './control-parts.ts';
import { type ChartWords, periodCount, periodName, startOf } from './period-words.ts';
import { type PointMark, placedSignals, runsOf } from './point-marks.ts';
import { usualText } from './usual-text.ts';
import type { PossibleValues, ValueScale } from './value-scale.ts';

/* What a control chart says, point by point and line by line. */

export interface ControlWordsOptions {
  readonly by: Granularity;
  readonly measured: Measured;
  readonly possible: PossibleValues;
  readonly words: ChartWords;
}

export interface ControlTextsOptions extends Omit<ControlWordsOptions, 'possible'> {
  /** All values that the chart shows. */
  readonly values: readonly number[];
}

/** Words at the lines, at the ticks and at the bracket. */
export function controlTexts({ by, measured, words, values }: ControlTextsOptions): ControlTexts {
  const { say, format } = words;
  const { unit, isClock, text: value } = scaledWith(values, measured, format);
  return {
    tick: (tick, { decimals, ticks }: ValueScale) => {
      const text = isClock ? value(tick) : format.decimal(tick, decimals);
      // A course of counts per something has its head here, as other units have.
      if (tick === ticks.at(-1) && (measured.unit === 'per_working_day' || measured.unit === 'per_hundred'))
        return say(`desk.cockpit.measure.short.${measured.unit}`, { value: text });
      return tick === ticks.at(-1) && unit !== '' ? `${text}\u202f${unit}` : text;
    },
    value,
    upper: (limit) => say('desk.charts.upper', { value: value(limit) }),
    lower: (limit) => say('desk.charts.lower', { value: value(limit) }),
    mean: (center) => say('desk.charts.mean', { value: value(center) }),
    promise: (target) =>
      say('desk.charts.promise', { value: unit === '' ? value(target) : `${value(target)}\u202f${unit}` }),
    baseline: ({ baseline, isProvisional }, isLast) => {
      if (!baseline) return [];
      const periods = periodCount(baseline.points, by, { say, style: 'of' });
      const short = periodCount(baseline.points, by, { say });
      const all = say('desk.charts.baseline.all', { periods });
      if (isProvisional) return [say('desk.charts.baseline.provisional', { periods }), all, short];
      return isLast ? [all, short] : [say('desk.charts.baseline.frozen', { periods }), all, short];
    },
  };
}

/** A value with its unit, as a bound where it is one; `write`: as sentences or as tables have it. */
export function pointValueText(
  { value, bound }: ChartPoint,
  {
    measured,
    words: { say },
    write,
  }: Pick<ControlWordsOptions, 'measured' | 'words'> & { readonly write: Format['withUnit'] },
): string {
  if (value === null) return say('desk.charts.noValue');
  const text = write(value, measured);
  if (bound === null) return text;
  return say(bound === 'at_least' ? 'desk.charts.atLeast' : 'desk.charts.atMost', { value: text });
}

/** What the rules found at each point, in words; '' for most. */
export function signalTexts(chart: Chart, marks: readonly (PointMark | null)[], { say }: ChartWords): string[] {
  const texts = chart.points.map(() => '');
  const runs = runsOf(chart);
  for (const [index, mark] of marks.entries()) {
    if (mark?.shape === 'jump') texts[index] = say('desk.charts.mark.jump');
    if (mark?.shape !== 'ring') continue;
    const run = runs.find(({ first, last }) => index >= first && index <= last);
    if (run) texts[index] = say(`desk.charts.mark.${run.rule === 'run_8' ? 'ring' : 'near'}.${run.side}`);
  }
  for (const { index, rule, side } of placedSignals(chart)) {
    if (rule === 'beyond_limits' && side) texts[index] = say(`desk.charts.mark.diamond.${side}`);
  }
  return texts;
}

/**
 * The words about one point: what it is, how far it lies beyond its limit, and what is known about it.
 */
export function calloutLines(point: ChartPoint, known: string | null, options: ControlWordsOptions): string[] {
  const { by, measured, words } = options;
  const { value, lower, upper } = point;
  if (value === null) return [];
  const name = periodName(startOf(point.from, words), by, { words, style: 'short' });
  const lines = [`${name}: ${measuredText(value, measured, words)}`];
  const beyond = (side: 'above' | 'below', distance: number) =>
    words.say(`desk.charts.distance.${side}`, { distance: distanceText(distance, measured, words) });
  if (upper !== null && value > upper) lines.push(beyond('above', value - upper));
  if (lower !== null && value < lower) lines.push(beyond('below', lower - value));
  return known ? [...lines, known] : lines;
}

/** Everything about a point in one line, for those who hear it, and for the label that a pointer shows. */
export function pointWords(
  point: ChartPoint,
  {
    signal,
    isRunning,
    notes,
    options,
  }: {
    readonly signal: string;
    readonly isRunning: boolean;
    readonly notes: readonly string[];
    readonly options: ControlWordsOptions;
  },
): { readonly head: string; readonly rest: readonly string[] } {
  const { by, measured, possible, words } = options;
  const { say } = words;
  const name = periodName(startOf(point.from, words), by, { words });
  const { lower, upper } = point;
  const range = usualText({ lower, upper }, { measured, possible, words });
  const usual = range === null ? [] : [say('desk.charts.usual', { range })];
  const found = signal === '' ? [] : [signal];
  const running = isRunning ? [say('desk.charts.running')] : [];
  return {
    head: `${name}: ${pointValueText(point, { measured, words, write: (value) => measuredText(value, measured, words) })}`,
    rest: [...found, ...running, ...usual, ...notes],
  };
}
