import './charts.css';
import { useMemo } from 'react';
import type { Measured } from '#web/shell/format.ts';
import { useWords } from '#web/shell/words.tsx';
import { scaledWith } from './chart-figure.ts';
import { ChartRoom } from './chart-room.tsx';
import { classText } from './class-text.ts';
import { type HistogramClass, type HistogramLayout, histogramLayout } from './histogram-layout.ts';
import { useMeasuredWidth } from './use-measured-width.ts';

export interface HistogramProps {
  readonly classes: readonly HistogramClass[];
  /** How the bounds, the median and the ninth decile are written: a figure of the API fits. */
  readonly figure: Measured;
  readonly median: number | null;
  readonly p90: number | null;
  /** One sentence for those who do not see it. */
  readonly label: string;
  readonly height?: number;
}

/** How durations are spread: a bar per class, median and ninth decile as strokes with their words. */
export function Histogram({ classes, figure, median, p90, label, height = 240 }: HistogramProps) {
  const words = useWords();
  const [ref, width] = useMeasuredWidth(560);
  const layout = useMemo(() => {
    const { say, format } = words;
    const marker = (value: number | null, key: 'desk.charts.median' | 'desk.charts.p90') =>
      value === null ? [] : [{ value, text: say(key, { value: format.withUnit(value, figure) }) }];
    const scaled = scaledWith(
      classes.flatMap(({ from, to }) => [from, to ?? from]),
      figure,
      format,
    );
    return histogramLayout({
      classes,
      markers: [...marker(median, 'desk.charts.median'), ...marker(p90, 'desk.charts.p90')],
      width,
      height,
      countText: format.whole,
      boundText: scaled.tight,
      unitText: scaled.unit,
    });
  }, [classes, figure, median, p90, width, height, words]);
  const { grid, bars, bounds, markers, left, right, axisY, top } = layout;
  return (
    <ChartRoom roomRef={ref} width={width} height={height} label={label} hasLinks={classes.some(({ href }) => href)}>
      {grid.map(({ y, text }) => (
        <g key={text}>
          <line className="chart-grid" x1={left} x2={right} y1={y} y2={y} />
          <text className="chart-text" x={left - 8} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {bars.map((bar) => (
        <HistogramBar
          key={bar.of.from}
          bar={bar}
          room={{ top, axisY }}
          label={`${classText(bar.of, figure, words)}: ${words.format.whole(bar.of.count)}`}
        />
      ))}
      <line className="chart-axis" x1={left} x2={right} y1={axisY} y2={axisY} />
      {bounds.map(({ x, text }, index) => (
        <text
          key={x}
          className="chart-text"
          x={x}
          y={axisY + 17}
          textAnchor={index === 0 ? 'start' : x > right - 24 ? 'end' : 'middle'}
        >
          {text}
        </text>
      ))}
      {markers.map(({ x, top: y1 }) => (
        <line key={x} className="chart-marker" x1={x} x2={x} y1={y1} y2={axisY} />
      ))}
      <Counts bars={bars} />
      {markers.map(({ text, textX, y, anchor }) => (
        <text key={text} className="chart-text chart-text-ink chart-text-halo" x={textX} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </ChartRoom>
  );
}

/** Over the strokes: a number that a stroke runs through cannot be read. */
function Counts({ bars }: { readonly bars: HistogramLayout['bars'] }) {
  return bars.map(({ of, x, y, width, text }) => (
    <text key={of.from} className="chart-text chart-text-halo" x={x + width / 2} y={y - 5} textAnchor="middle">
      {text}
    </text>
  ));
}

function HistogramBar({
  bar: { of, x, y, width, height },
  room,
  label,
}: {
  readonly bar: HistogramLayout['bars'][number];
  readonly room: { readonly top: number; readonly axisY: number };
  readonly label: string;
}) {
  const parts = (
    <>
      <rect className="chart-column" x={x} width={width} y={room.top} height={room.axisY - room.top} />
      <rect className="chart-bar" x={x} y={y} width={width} height={height} />
    </>
  );
  if (!of.href) return <g>{parts}</g>;
  return (
    <a className="chart-bar-link" href={of.href} aria-label={label}>
      {parts}
    </a>
  );
}
