import type { Granularity } from '#core/periods/granularity.ts';
import { type Chart, sinceLastLimits } from './chart.ts';
import { type ChartWords, periodCount, periodName, startOf } from './period-words.ts';
import { type Better, placedSignals, type Run, runsOf, toneOf } from './point-marks.ts';

export interface ChartSentenceOptions {
  readonly by: Granularity;
  readonly better: Better;
  readonly words: ChartWords;
}

/**
 * What the points say, as one sentence without its full stop: the title of a chart. It follows from the rules alone, the
 * first that applies: no limits; a run that still goes on; points beyond the limits; a run that is over; points near a
 * limit; a jump; nothing. "Single" is said only when nothing else was found. Where limits began anew, it speaks of the
 * time since.
 */
export function chartSentence(whole: Chart, options: ChartSentenceOptions): string {
  const chart = sinceLastLimits(whole);
  const { points, center } = chart;
  const used = points.filter(({ value }) => value !== null).length;
  const { words, by } = options;
  const { say } = words;
  if (used === 0) return say('desk.charts.says.empty');
  if (chart.reason === 'rare_events') return say('desk.charts.says.rare', { period: say(`desk.charts.noun.${by}`) });
  if (chart.reason === 'not_charted') return say('desk.charts.says.notCharted');
  if (chart.reason === 'too_few_points' || center === null) {
    return say('desk.charts.says.tooFew', { periods: periodCount(used, by, { say }) });
  }
  return signalSentence(chart, options) ?? say('desk.charts.says.calm', { periods: counted(used, options, 'of') });
}

function signalSentence(chart: Chart, options: ChartSentenceOptions): string | null {
  const { say } = options.words;
  const placed = placedSignals(chart);
  const runs = runsOf(chart);
  const rows = runs.filter(({ rule }) => rule === 'run_8');
  const last = chart.points.findLastIndex(({ value }) => value !== null);
  const open = rows.findLast((run) => run.last === last);
  if (open) return openRunSentence(chart, open, options);
  const beyond = placed.filter(({ rule }) => rule === 'beyond_limits');
  if (beyond.length > 0) return beyondSentence(chart, runs.length === 0, options);
  const row = rows.at(-1);
  const name = (index: number): string => nameAt(chart, index, options);
  if (row) {
    const periods = counted(row.points, options);
    return say(`desk.charts.says.ended.${row.side}`, { periods, from: name(row.first), to: name(row.last) });
  }
  const near = runs.at(-1);
  if (near) return say(`desk.charts.says.near.${near.side}`, { period: name(near.last) });
  const jump = placed.findLast(({ rule }) => rule === 'mr_beyond');
  return jump ? say('desk.charts.says.jump', { period: name(jump.index) }) : null;
}

function openRunSentence(chart: Chart, { first, points, side }: Run, options: ChartSentenceOptions): string {
  const { say } = options.words;
  return say(`desk.charts.says.run.${side}`, {
    periods: counted(points, options),
    period: nameAt(chart, first, options),
    shift: say(`desk.charts.shift.${toneOf(side, options.better)}`),
  });
}

/** `isAlone`: no other rule but a jump into it or out of it has found anything. */
function beyondSentence(chart: Chart, isAlone: boolean, options: ChartSentenceOptions): string {
  const { words, better, by } = options;
  const { say } = words;
  const beyond = placedSignals(chart).filter(({ rule }) => rule === 'beyond_limits');
  const { index, side } = beyond.at(-1)!;
  const period = nameAt(chart, index, options);
  if (beyond.length > 1) return say('desk.charts.says.several', { periods: counted(beyond.length, options), period });
  if (!isAlone) return say(`desk.charts.says.beyond.${side ?? 'above'}`, { period });
  const tone = toneOf(side, better);
  return say(`desk.charts.says.single.${tone}`, { single: say(`desk.charts.single.${tone}.${by}`), period });
}

/** The same for those who do not see the chart: which figure, how much of it, the sentence, and the last value. */
export function chartLabel(
  chart: Chart,
  options: ChartSentenceOptions & {
    readonly name: string;
    /** A value with its unit. */
    readonly text: (value: number) => string;
    readonly target?: number | null;
  },
): string {
  const { words, name, text, target = null } = options;
  const { say } = words;
  const sentence = chartSentence(chart, options);
  const periods = counted(chart.points.length, options);
  const last = chart.points.findLastIndex(({ value }) => value !== null);
  if (last < 0) return say('desk.charts.label.noValue', { name, periods, sentence });
  const value = text(chart.points[last]!.value!);
  const label = say('desk.charts.label', { name, periods, sentence, value, period: nameAt(chart, last, options) });
  return target === null ? label : `${label} ${say('desk.charts.label.promise', { value: text(target) })}`;
}

function nameAt({ points }: Chart, index: number, { by, words }: ChartSentenceOptions): string {
  return periodName(startOf(points[index]!.from, words), by, { words });
}

function counted(count: number, { by, words }: ChartSentenceOptions, style: 'plain' | 'of' = 'plain'): string {
  return periodCount(count, by, { say: words.say, style });
}
