import './charts.css';
import { useMemo } from 'react';
import { useWords } from '#web/shell/words.tsx';
import { ChartRoom } from './chart-room.tsx';
import { intervalLayout } from './interval-layout.ts';
import type { Tone } from './point-marks.ts';
import { useMeasuredWidth } from './use-measured-width.ts';

export interface IntervalAxisProps {
  readonly estimate: number;
  /** Null: without a bound on that side. */
  readonly low: number | null;
  readonly high: number | null;
  /** The effect that was promised. */
  readonly expected?: number | null;
  /** Only what is beyond chance is better or worse. */
  readonly tone?: Tone;
  /** One sentence for those who do not see it. */
  readonly label: string;
}

/** A difference with its interval: where zero is, and what was expected. */
export function IntervalAxis({ estimate, low, high, expected = null, tone = 'neutral', label }: IntervalAxisProps) {
  const { say, format } = useWords();
  const [ref, width] = useMeasuredWidth(280);
  const noEffectText = say('desk.charts.noEffect');
  const expectedText = expected === null ? '' : say('desk.charts.expected', { value: format.signed(expected, 1) });
  const layout = useMemo(
    () => intervalLayout({ estimate, low, high, expected, width, text: format.signed, noEffectText, expectedText }),
    [estimate, low, high, expected, width, format, noEffectText, expectedText],
  );
  const { height, axisY, ticks, zeroX, bar, noEffect } = layout;
  const middle = axisY - 16;
  return (
    <ChartRoom roomRef={ref} width={width} height={height} label={label} hasLinks={false}>
      <line className="chart-axis" x1={layout.left} x2={layout.right} y1={axisY} y2={axisY} />
      {ticks.map(({ x, text }) => (
        <g key={x}>
          <line className="chart-tick" x1={x} x2={x} y1={axisY} y2={axisY + 4} />
          <text className="chart-text" x={x} y={axisY + 18} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <line className="chart-tick" x1={zeroX} x2={zeroX} y1={axisY - 36} y2={axisY} />
      <text className="chart-text" x={noEffect.x} y={axisY - 28} textAnchor={noEffect.anchor}>
        {noEffectText}
      </text>
      {layout.expected ? (
        <>
          <line className="chart-promise" x1={layout.expected.x} x2={layout.expected.x} y1={axisY - 40} y2={axisY} />
          <text className="chart-text chart-promise-text" x={layout.expected.textX} y={12} textAnchor="middle">
            {expectedText}
          </text>
        </>
      ) : null}
      <line className="chart-interval" x1={bar.x1} x2={bar.x2} y1={middle} y2={middle} />
      {bar.isOpenLow ? <path className="chart-interval-open" d={`M${bar.x1 + 5} ${middle - 5}l-5 5l5 5`} /> : null}
      {bar.isOpenHigh ? <path className="chart-interval-open" d={`M${bar.x2 - 5} ${middle - 5}l5 5l-5 5`} /> : null}
      <circle className={`chart-estimate chart-${tone}`} cx={layout.x} cy={middle} r={6} />
    </ChartRoom>
  );
}
