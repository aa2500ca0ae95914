import type { Measured } from '#web/shell/format.ts';
import { scaledWith } from './chart-figure.ts';
import type { HistogramClass } from './histogram-layout.ts';
import type { ChartWords } from './period-words.ts';

/** `2:00 bis 4:00 Std.`, `ab 48:00 Std.` */
export function classText({ from, to }: HistogramClass, measured: Measured, { say, format }: ChartWords): string {
  const { unit, tight } = scaledWith([from, to ?? from], measured, format);
  if (to === null) return say('desk.charts.classOpen', { from: tight(from), unit }).trim();
  return say('desk.charts.class', { from: tight(from), to: tight(to), unit }).trim();
}
