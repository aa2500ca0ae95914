import type { Measured } from '#web/shell/format.ts';
import { tightText } from './chart-figure.ts';
import type { HistogramClass } from './histogram-layout.ts';
import type { ChartWords } from './period-words.ts';

/** `2:00 bis 4:00 Std.`, `ab 48:00 Std.` */
export function classText({ from, to }: HistogramClass, measured: Measured, { say, format }: ChartWords): string {
  const unit = format.unit(measured);
  const low = tightText(from, measured, format);
  if (to === null) return say('desk.charts.classOpen', { from: low, unit }).trim();
  return say('desk.charts.class', { from: low, to: tightText(to, measured, format), unit }).trim();
}
