import { scaleLinear } from 'd3-scale';
import type { ParetoRow } from './pareto-rows.ts';
import { linePath } from './stepped-paths.ts';
import { CHART_LINE, fitText, textWidth, wrapText } from './text-width.ts';

export interface ParetoInput {
  readonly rows: readonly ParetoRow[];
  readonly width: number;
  readonly text: (count: number) => string;
  readonly percent: (value: number) => string;
  /** Above the panel of shares added up. */
  readonly heading: string;
}

export interface DrawnBar {
  readonly row: ParetoRow;
  /** The whole row, for the pointer. */
  readonly top: number;
  readonly height: number;
  readonly label: {
    readonly lines: readonly string[];
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
  };
  readonly bar: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly value: { readonly x: number; readonly y: number; readonly text: string };
  /** The share added up, as a number where there is no panel. */
  readonly cumulative: { readonly x: number; readonly y: number; readonly text: string } | null;
}

export interface ParetoPanel {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly line: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Where 80 percent are. */
  readonly x80: number;
  /** The share of the leading causes. */
  readonly named: { readonly x: number; readonly y: number; readonly text: string } | null;
}

export interface ParetoLayout {
  readonly height: number;
  readonly bars: readonly DrawnBar[];
  readonly panel: ParetoPanel | null;
  readonly heading: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end'; readonly text: string };
}

/** From this width on shares have a panel of their own and labels stand left of the bars. */
const WIDE = 440;
const ROW = 30;
const STACKED_ROW = 46;
const BAR = 15;
const HEAD = 24;
const FOOT = 22;
const AIR = 12;

/** Bars from zero, labels left; shares added up in a panel beside, or as numbers where it is narrow. */
export function paretoLayout(input: ParetoInput): ParetoLayout {
  return input.width >= WIDE ? wideLayout(input) : stackedLayout(input);
}

function wideLayout({ rows, width, text, percent, heading }: ParetoInput): ParetoLayout {
  const weightOf = ({ isLeading }: ParetoRow) => (isLeading ? 'bold' : 'plain');
  const widest = Math.max(0, ...rows.map((row) => textWidth(row.label, weightOf(row))));
  const labelWidth = Math.min(widest, width * 0.38);
  const panelWidth = Math.max(textWidth(heading), Math.min(150, width * 0.22));
  const barLeft = labelWidth + AIR;
  const valueWidth = Math.max(0, ...rows.map(({ count }) => textWidth(text(count), 'bold'))) + 8;
  const panelLeft = width - panelWidth;
  const x = barScale(rows, barLeft, panelLeft - 2 * AIR - valueWidth);
  const middle = (index: number) => HEAD + ROW * (index + 0.5);
  const bars = rows.map((row, index): DrawnBar => {
    const lines = wrapText(row.label, labelWidth, weightOf(row));
    const y = middle(index);
    return {
      row,
      top: y - ROW / 2,
      height: ROW,
      label: { lines, x: labelWidth, y: y + 4 - ((lines.length - 1) * 14) / 2, anchor: 'end' },
      bar: { x: barLeft, y: y - BAR / 2, width: x(row.count) - barLeft, height: BAR },
      value: { x: x(row.count) + 8, y: y + 4, text: text(row.count) },
      cumulative: null,
    };
  });
  const height = HEAD + rows.length * ROW + FOOT;
  return {
    height,
    bars,
    panel: rows.length === 0 ? null : panelOf(rows, { left: panelLeft, right: width - 4, middle, percent }),
    heading: { x: panelLeft, y: CHART_LINE - 4, anchor: 'start', text: heading },
  };
}

interface PanelRoom {
  readonly left: number;
  readonly right: number;
  readonly middle: (index: number) => number;
  readonly percent: (value: number) => string;
}

function panelOf(rows: readonly ParetoRow[], { left, right, middle, percent }: PanelRoom): ParetoPanel {
  const x = scaleLinear([0, 100], [left, right]);
  const points = rows.map(({ cumulative }, index) => ({ x: x(cumulative), y: middle(index) }));
  const last = rows.findLastIndex(({ isLeading }) => isLeading);
  const named = points[last];
  return {
    left,
    right,
    top: HEAD,
    bottom: HEAD + rows.length * ROW,
    line: linePath(points.map((point) => ({ x: point.x, value: point.y }))),
    points,
    x80: x(80),
    // Left of the line, where it has not been yet: right of it the dashed 80 may stand.
    named: named ? { x: named.x - 8, y: named.y + 14, text: percent(rows[last]!.cumulative) } : null,
  };
}

function stackedLayout({ rows, width, text, percent, heading }: ParetoInput): ParetoLayout {
  const shareWidth = textWidth('100,0 %') + 4;
  const valueWidth = Math.max(0, ...rows.map(({ count }) => textWidth(text(count), 'bold'))) + 8;
  const x = barScale(rows, 0, width - shareWidth - AIR - valueWidth);
  const bars = rows.map((row, index): DrawnBar => {
    const top = HEAD + index * STACKED_ROW;
    const y = top + 22;
    return {
      row,
      top,
      height: STACKED_ROW,
      label: {
        lines: [fitText(row.label, width, row.isLeading ? 'bold' : 'plain')],
        x: 0,
        y: top + 14,
        anchor: 'start',
      },
      bar: { x: 0, y, width: x(row.count), height: BAR },
      value: { x: x(row.count) + 8, y: y + 12, text: text(row.count) },
      cumulative: { x: width, y: y + 12, text: percent(row.cumulative) },
    };
  });
  return {
    height: HEAD + rows.length * STACKED_ROW,
    bars,
    panel: null,
    heading: { x: width, y: CHART_LINE - 4, anchor: 'end', text: heading },
  };
}

function barScale(rows: readonly ParetoRow[], left: number, right: number): (count: number) => number {
  return scaleLinear([0, Math.max(1, ...rows.map(({ count }) => count))], [left, Math.max(left + 20, right)]);
}
