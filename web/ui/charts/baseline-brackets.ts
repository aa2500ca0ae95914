import type { ControlFrame } from './control-frame.ts';
import { type Bracket, type ControlInput, indexOf } from './control-parts.ts';
import { textWidth } from './text-width.ts';

/** A bracket over the axis for each baseline, and under it the longest words that fit. */
export function baselineBrackets({ chart, segments, texts }: ControlInput, frame: ControlFrame): Bracket[] {
  const { xOf, step, axisY, plot } = frame;
  return segments.flatMap((segment, index): Bracket[] => {
    // The limits may come from periods before those that are shown.
    if (!segment.baseline || segment.baseline.to <= chart.points[0]!.from) return [];
    const [x1, x2] = [
      xOf(indexOf(chart, segment.baseline.from)) - step / 2,
      xOf(
        Math.max(
          0,
          chart.points.findIndex(({ to }) => to >= segment.baseline!.to),
        ),
      ) +
        step / 2,
    ];
    const next = segments[index + 1];
    const end = next ? xOf(indexOf(chart, next.from)) - step / 2 - 4 : plot.right;
    const isLast = segment.baseline.to >= chart.points.at(-1)!.to;
    const fitting = texts.baseline(segment, isLast).find((text) => textWidth(text) <= end - x1) ?? '';
    const y = axisY - 7;
    const isCentred = textWidth(fitting) <= x2 - x1;
    const path = `M${x1} ${y - 4}V${y + 3}M${x1} ${y}H${x2}M${x2} ${y - 4}V${y + 3}`;
    return [
      {
        path,
        text: fitting,
        x: isCentred ? (x1 + x2) / 2 : x1,
        y: y - 7,
        anchor: isCentred ? 'middle' : 'start',
      },
    ];
  });
}
