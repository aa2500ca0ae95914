import type { Granularity } from '#core/periods/granularity.ts';
import type { Measured } from '#web/shell/format.ts';
import { DASH } from '#web/shell/format.ts';
import { type Chart, type ChartPoint, segmentsOf } from './chart.ts';
import { type ChartFigure, measuredOf, possibleValues } from './chart-figure.ts';
import type { ChartTableProps } from './chart-table.tsx';
import { classText } from './class-text.ts';
import { pointValueText, signalTexts } from './control-words.ts';
import type { HistogramClass } from './histogram-layout.ts';
import { limitsInside } from './limits-inside.ts';
import { type ParetoItem, paretoRows } from './pareto-rows.ts';
import { type ChartWords, periodName, startOf } from './period-words.ts';
import { marksOf } from './point-marks.ts';

/* The numbers of each chart as the rows of a table. */

type Table = Omit<ChartTableProps, 'caption'>;

/** Period, value, limits, and what the rules found. Each period leads where its point leads. */
export function controlTable(
  chart: Chart,
  options: {
    readonly by: Granularity;
    readonly figure: ChartFigure;
    readonly words: ChartWords;
    readonly hrefOf?: (point: ChartPoint) => string | null;
  },
): Table {
  const { by, figure, words, hrefOf } = options;
  const { say, format } = words;
  const measured = measuredOf(figure, chart);
  const possible = possibleValues({ ...figure, ...measured });
  const signals = signalTexts(chart, marksOf(chart, figure.better), words);
  const number = (value: number | null | undefined) => (value == null ? DASH : format.value(value, measured));
  const segments = segmentsOf(chart);
  const centerOf = ({ from }: ChartPoint) => segments.findLast((segment) => segment.from <= from)?.center;
  const unit = unitText(measured, words);
  const column = (name: 'value' | 'lower' | 'mean' | 'upper') => ({
    key: name,
    // The cells are bare numbers under one unit, so that decimals stand under decimals.
    text:
      unit === ''
        ? say(`desk.charts.column.${name}`)
        : say('desk.charts.column.inUnit', { name: say(`desk.charts.column.${name}`), unit }),
    isNumber: true,
  });
  return {
    columns: [
      { key: 'period', text: say('desk.charts.column.period') },
      ...(['value', 'lower', 'mean', 'upper'] as const).map(column),
      { key: 'signal', text: say('desk.charts.column.signal') },
    ],
    rows: chart.points.map((point, index) => ({
      key: point.from,
      href: hrefOf?.(point) ?? null,
      cells: [
        periodName(startOf(point.from, words), by, { words }),
        pointValueText(point, { measured, words, write: format.value }),
        number(limitsInside(point, possible).lower),
        point.value === null ? DASH : number(centerOf(point)),
        number(limitsInside(point, possible).upper),
        signals[index]!,
      ],
    })),
  };
}

/** What the numbers of a column count: of counts and rates it is a word, of all else the sign. */
function unitText(measured: Measured, { say, format }: ChartWords): string {
  const { unit } = measured;
  return isWord(unit) ? say(`desk.charts.unit.${unit}`) : format.unit(measured);
}

const WORDS = ['tickets', 'clocks', 'contacts', 'per_day', 'per_ticket', 'per_working_day', 'per_hundred'] as const;

function isWord(unit: string): unit is (typeof WORDS)[number] {
  return (WORDS as readonly string[]).includes(unit);
}

/** Name, count, share and the shares added up. */
export function paretoTable(items: readonly ParetoItem[], { words }: { readonly words: ChartWords }): Table {
  const { say, format } = words;
  return {
    columns: [
      { key: 'name', text: say('desk.charts.column.name') },
      { key: 'count', text: say('desk.charts.column.count'), isNumber: true },
      { key: 'share', text: say('desk.charts.column.share'), isNumber: true },
      { key: 'cumulative', text: say('desk.charts.column.cumulative'), isNumber: true },
    ],
    rows: paretoRows(items, (count) => say('desk.charts.more', { count })).map((row) => ({
      key: row.key,
      href: row.href ?? null,
      cells: [row.label, format.whole(row.count), format.percent(row.share), format.percent(row.cumulative)],
    })),
  };
}

/** From, to, count and share of each class. */
export function histogramTable(
  classes: readonly HistogramClass[],
  { figure, words }: { readonly figure: Measured; readonly words: ChartWords },
): Table {
  const { say, format } = words;
  const total = classes.reduce((sum, { count }) => sum + count, 0);
  return {
    columns: [
      { key: 'class', text: say('desk.charts.column.class') },
      { key: 'count', text: say('desk.charts.column.count'), isNumber: true },
      { key: 'share', text: say('desk.charts.column.share'), isNumber: true },
    ],
    rows: classes.map((one) => ({
      key: String(one.from),
      href: one.href ?? null,
      cells: [
        classText(one, figure, words),
        format.whole(one.count),
        total === 0 ? DASH : format.percent((100 * one.count) / total),
      ],
    })),
  };
}
