import type { ChartPoint, ChartSignal, FigureChart } from '#core/figures/figure-chart.ts';
import type { ChartQuestion } from '#server/features/figures/index.ts';
import { say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { decimalText, labelOf, localText, periodText } from './kpi-format.ts';
import { splitText } from './kpi-text.ts';

/** Columns of the drawing. */
const WIDTH = 56;

/** The charts of a figure as lines of text, a line per period: readable in any terminal and in a mail. */
export function chartsText(charts: readonly FigureChart[], question: ChartQuestion, language: Language): string {
  if (charts.length === 0) return say(language, 'chart.none');
  return charts.map((chart) => chartText(chart, question, language)).join('\n\n');
}

function chartText(chart: FigureChart, question: ChartQuestion, language: Language): string {
  const head = question.split === null ? [] : [`${question.split}: ${splitText(chart.split, language)}`];
  const words = chart.reason ? [say(language, `chart.${chart.reason}`)] : limitsText(chart, question, language);
  if (chart.kind === 'none') return [titleText(chart, question, language), ...head, '', ...words].join('\n');
  const legend = chart.center === null ? [] : [say(language, 'chart.legend')];
  return [
    titleText(chart, question, language),
    ...head,
    '',
    ...drawing(chart, question, language),
    '',
    ...legend,
    ...words,
    ...signalsText(chart, question, language),
  ].join('\n');
}

function titleText({ measure, points }: FigureChart, question: ChartQuestion, language: Language): string {
  const { figure, granularity, asOf, zone } = question;
  const unit = say(language, `unit.${figure.unit}`);
  const perDay = say(language, 'chart.measure.per_working_day', { unit });
  const measures = { value: unit, per_working_day: perDay, per_hundred: say(language, 'chart.measure.per_hundred') };
  return say(language, 'chart.title', {
    figure: labelOf(figure, language),
    measure: measures[measure],
    by: say(language, `chart.by.${granularity}`),
    from: localText(points[0]!.from, zone),
    to: localText(points.at(-1)!.to, zone),
    asOf: localText(asOf, zone),
    zone: zone.id,
    version: figure.version,
  });
}

/** Which kind of limits, from which periods, and why another kind than usual. */
function limitsText(chart: FigureChart, { zone }: ChartQuestion, language: Language): string[] {
  const { kind, center, points, baseline, insteadOf, sigmaZ, isProvisional } = chart;
  const number = (value: number | null): string => (value === null ? '' : shortText(value, chart, language));
  const first = points.find(({ lower }) => lower !== null);
  const limits =
    kind === 'xmr'
      ? say(language, 'chart.limits', {
          center: number(center),
          lower: number(first?.lower ?? null),
          upper: number(first?.upper ?? null),
        })
      : say(language, 'chart.limitsMoving', { center: number(center) });
  const name = say(language, `chart.kind.${kind as 'p' | 'u' | 'xmr'}`);
  const lines = [`${name}. ${limits}`];
  if (baseline) {
    const [from, to] = [localText(baseline.from, zone), localText(baseline.to, zone)];
    const provisional = isProvisional ? ` ${say(language, 'chart.provisional')}` : '';
    lines.push(`${say(language, 'chart.baseline', { points: baseline.points, from, to })}${provisional}`);
  }
  if (insteadOf && sigmaZ !== null) {
    const words = { sigmaZ: decimalText(sigmaZ, 1, language), kind: say(language, `chart.kind.${insteadOf}`) };
    lines.push(say(language, 'chart.insteadOf', words));
  }
  return lines;
}

/** Every signal as a sentence, period by period. */
function signalsText({ signals, points, center }: FigureChart, question: ChartQuestion, language: Language): string[] {
  if (center === null) return [];
  if (signals.length === 0) return ['', say(language, 'chart.noSignals')];
  const { granularity, zone } = question;
  const lines = signals.map((signal) => {
    const period = periodText(points[signal.index]!.from, granularity, zone);
    return `  ${sayLoosely(language, signalKey(signal), { period })}`;
  });
  return ['', say(language, 'chart.signals'), ...lines];
}

function signalKey({ rule, side }: ChartSignal): TextKey {
  return (side === null ? `signal.${rule}` : `signal.${rule}.${side}`) as TextKey;
}

function drawing(chart: FigureChart, { granularity, zone }: ChartQuestion, language: Language): string[] {
  const { points, center, signals } = chart;
  const place = placing(chart);
  const marked = new Set(signals.map(({ index }) => index));
  const labels = points.map(({ from }) => periodText(from, granularity, zone));
  const values = points.map((point) => pointText(point, chart, language));
  const [labelWidth, valueWidth] = [widest(labels), widest(values)];
  return points.map((point, index) => {
    const line = plotLine(point, { center, place, mark: marked.has(index) ? '◆' : '●' });
    return `${labels[index]!.padEnd(labelWidth)}  ${values[index]!.padStart(valueWidth)}  ${line}`.trimEnd();
  });
}

function pointText({ value, bound }: ChartPoint, chart: FigureChart, language: Language): string {
  if (value === null) return say(language, 'chart.noValue');
  const text = shortText(value, chart, language);
  if (bound === null) return text;
  return say(language, bound === 'at_least' ? 'kpi.atLeast' : 'kpi.atMost', { value: text });
}

function plotLine(
  { value, lower, upper }: ChartPoint,
  {
    center,
    place,
    mark,
  }: { readonly center: number | null; readonly place: (value: number) => number; readonly mark: string },
): string {
  const cells = Array.from({ length: WIDTH }, () => ' ');
  const put = (at: number | null, sign: string): void => {
    if (at !== null) cells[place(at)] = sign;
  };
  put(lower, '┊');
  put(upper, '┊');
  put(center, '│');
  put(value, mark);
  return cells.join('');
}

/** Where a value stands on the line: all values and limits fit, with a column to spare on each side. */
function placing({ points, center }: FigureChart): (value: number) => number {
  const shown = [center, ...points.flatMap(({ value, lower, upper }) => [value, lower, upper])];
  const numbers = shown.filter((value) => value !== null);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const range = high - low;
  return (value) => (range > 0 ? 1 + Math.round(((value - low) / range) * (WIDTH - 3)) : Math.floor(WIDTH / 2));
}

/** Whole numbers where all values are whole, else one decimal. */
function shortText(value: number, { points }: FigureChart, language: Language): string {
  const areWhole = points.every((point) => point.value === null || Number.isInteger(point.value));
  return decimalText(value, areWhole && Number.isInteger(value) ? 0 : 1, language);
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}
