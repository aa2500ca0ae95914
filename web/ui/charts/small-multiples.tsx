import { foreignText } from '#text/foreign-text.ts';
import './charts.css';
import './small-multiples.css';
import { useMemo } from 'react';
import { useWords } from '#web/shell/words.tsx';
import type { Chart } from './chart.ts';
import { type ChartFigure, measuredOf, possibleValues, scaledWith } from './chart-figure.ts';
import { ChartMark } from './chart-mark.tsx';
import { marksOf, type PointMark } from './point-marks.ts';
import { sharedDomain } from './shared-domain.ts';
import { SparklineDrawing } from './sparkline.tsx';
import { sparklineLayout } from './sparkline-layout.ts';
import { useFollowLinks } from './use-follow-links.ts';
import { useMeasuredWidth } from './use-measured-width.ts';

export interface SmallMultiple {
  readonly key: string;
  readonly name: string;
  readonly chart: Chart;
  /** `69,7 %` */
  readonly value: string;
  /** `73 von 241` */
  readonly detail: string;
  readonly href: string;
}

export interface SmallMultiplesProps {
  readonly items: readonly SmallMultiple[];
  readonly figure: ChartFigure;
  readonly target?: number | null;
  readonly isLastRunning?: boolean;
  /** The period in question, by its beginning; left out, the last one that has a value. */
  readonly at?: string;
}

const HEIGHT = 60;

/** The same chart for every split value, on one scale that is told in words; bold where a signal stands in the period. */
export function SmallMultiples({ items, figure, target = null, isLastRunning = false, at }: SmallMultiplesProps) {
  const { say, format } = useWords();
  const domain = useMemo(
    () =>
      sharedDomain(
        items.map(({ chart }) => chart),
        { figure, target },
      ),
    [items, figure, target],
  );
  const first = items[0];
  if (!first) return null;
  const measured = measuredOf(figure, first.chart);
  const [low, high] = domain;
  const { tight, unit } = scaledWith(domain, measured, format);
  const scale = { low: tight(low), high: `${tight(high)}\u202f${unit}`.trim() };
  return (
    <div className="small-multiples">
      <p className="note">{say('desk.charts.scale', scale)}</p>
      <ul>
        {items.map((item) => (
          <Small
            key={item.key}
            item={item}
            figure={figure}
            target={target}
            domain={domain}
            isLastRunning={isLastRunning}
            at={at}
          />
        ))}
      </ul>
    </div>
  );
}

interface SmallProps {
  readonly item: SmallMultiple;
  readonly figure: ChartFigure;
  readonly target: number | null;
  readonly domain: readonly [low: number, high: number];
  readonly isLastRunning: boolean;
  readonly at: string | undefined;
}

function Small({ item, figure, target, domain, isLastRunning, at }: SmallProps) {
  const { name, chart, value, detail, href } = item;
  const follow = useFollowLinks();
  const [ref, width] = useMeasuredWidth(132);
  const marks = useMemo(() => marksOf(chart, figure.better, { isLastRunning }), [chart, figure.better, isLastRunning]);
  const layout = useMemo(
    () =>
      sparklineLayout({
        chart,
        marks,
        width,
        height: HEIGHT,
        target,
        edgeText: '',
        interval: null,
        possible: possibleValues({ ...figure, ...measuredOf(figure, chart) }),
        isLastRunning,
        domain,
      }),
    [chart, marks, figure, width, target, isLastRunning, domain],
  );
  const sign = signOf(marks, at === undefined ? null : chart.points.findIndex(({ from }) => from === at));
  return (
    <li>
      <a href={href} className={sign ? 'small-multiple small-multiple-signal' : 'small-multiple'} onClick={follow}>
        <span className="small-multiple-name">
          {sign ? (
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <ChartMark {...sign} x={6} y={6} size="last" />
            </svg>
          ) : null}
          {foreignText(name)}
        </span>
        <span ref={ref} className="sparkline-room" style={{ height: HEIGHT }}>
          <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
            <SparklineDrawing layout={layout} text="" isPromise={false} />
          </svg>
        </span>
        <span className="note">
          <b>{value}</b> · {detail}
        </span>
      </a>
    </li>
  );
}

/** The mark of the period in question (null: of the last value), if a rule has fired there. */
function signOf(marks: readonly (PointMark | null)[], index: number | null): PointMark | null {
  const mark = index === null ? marks.findLast((one) => one !== null) : marks[index];
  return mark && (mark.shape === 'diamond' || mark.shape === 'ring') ? mark : null;
}
