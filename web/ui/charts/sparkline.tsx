import './charts.css';
import { useMemo } from 'react';
import { useWords } from '#web/shell/words.tsx';
import type { Chart } from './chart.ts';
import { type ChartFigure, measuredOf, possibleValues, promiseText } from './chart-figure.ts';
import { ChartMark } from './chart-mark.tsx';
import { marksOf } from './point-marks.ts';
import { type SparklineLayout, sparklineLayout } from './sparkline-layout.ts';
import { useMeasuredWidth } from './use-measured-width.ts';

export interface SparklineProps {
  readonly chart: Chart;
  /** Unit, digits and direction: a figure of the API fits. */
  readonly figure: ChartFigure;
  /** One sentence for those who do not see it; `chartLabel` builds it. '' where the words stand beside it anyway. */
  readonly label: string;
  readonly target?: number | null;
  /** How far chance alone may have moved the last value. */
  readonly interval?: readonly [low: number, high: number] | null;
  /** The last point is a period that still runs. */
  readonly isLastRunning?: boolean;
  /** Left out: as wide as there is room. */
  readonly width?: number;
  readonly height?: number;
}

const HEIGHT = 48;

/** The small chart of a tile: usual range, values, signals, and the promise as a stroke at the right. */
export function Sparkline({ width, ...props }: SparklineProps) {
  return width === undefined ? <MeasuredSparkline {...props} /> : <DrawnSparkline {...props} width={width} />;
}

function MeasuredSparkline(props: Omit<SparklineProps, 'width'>) {
  const [ref, width] = useMeasuredWidth(222);
  return (
    <div ref={ref} className="sparkline-room" style={{ height: props.height ?? HEIGHT }}>
      <DrawnSparkline {...props} width={width} />
    </div>
  );
}

function DrawnSparkline({
  chart,
  figure,
  label,
  target = null,
  interval = null,
  isLastRunning = false,
  width,
  height = HEIGHT,
}: SparklineProps & { readonly width: number }) {
  const { say, format } = useWords();
  const edgeText =
    target !== null
      ? promiseText(target, measuredOf(figure, chart), format)
      : chart.center === null
        ? ''
        : say('desk.charts.meanBare');
  const [low, high] = interval ?? [null, null];
  const layout = useMemo(
    () =>
      sparklineLayout({
        chart,
        marks: marksOf(chart, figure.better, { isLastRunning }),
        width,
        height,
        target,
        edgeText,
        interval: low === null || high === null ? null : [low, high],
        possible: possibleValues({ ...figure, ...measuredOf(figure, chart) }),
        isLastRunning,
      }),
    [chart, figure, width, height, target, edgeText, low, high, isLastRunning],
  );
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      aria-hidden={label === '' || undefined}
    >
      <SparklineDrawing layout={layout} text={edgeText} isPromise={target !== null} />
    </svg>
  );
}

/** What is drawn, without its frame. */
export function SparklineDrawing({
  layout: { band, center, line, running, marks, whisker, promise, text: place, gap },
  text,
  isPromise,
}: {
  readonly layout: SparklineLayout;
  readonly text: string;
  readonly isPromise: boolean;
}) {
  return (
    <>
      {gap ? <line className="chart-gap" x1={gap.x1} x2={gap.x2} y1={gap.y} y2={gap.y} /> : null}
      <path className="chart-band" d={band} />
      {center ? <line className="chart-center" x1={center.x1} x2={center.x2} y1={center.y} y2={center.y} /> : null}
      {promise ? <PromiseStroke {...promise} /> : null}
      <path className="chart-line" d={line} />
      {running === null ? null : <path className="chart-line chart-running" d={running} />}
      {whisker ? (
        <line className="chart-whisker" x1={whisker.x} x2={whisker.x} y1={whisker.y1} y2={whisker.y2} />
      ) : null}
      {marks.map(({ isLast, ...mark }) => (
        <ChartMark key={mark.x} {...mark} size={isLast ? 'last' : 'small'} />
      ))}
      {place ? (
        <text className={isPromise ? 'chart-text chart-promise-text' : 'chart-text'} x={place.x} y={place.y}>
          {text}
        </text>
      ) : null}
    </>
  );
}

function PromiseStroke({ x1, x2, y, pinned }: NonNullable<SparklineLayout['promise']>) {
  const side = pinned === 'top' ? -1 : 1;
  const arrow = `M${x2 - 7} ${y + 2 * side}l3 ${3 * side}l3 ${-3 * side}`;
  return (
    <>
      <line className="chart-promise" x1={x1} x2={x2} y1={y} y2={y} />
      {pinned === null ? null : <path className="chart-promise-beyond" d={arrow} />}
    </>
  );
}
