import { textWidth } from './text-width.ts';
import { valueScale } from './value-scale.ts';

export interface IntervalInput {
  readonly estimate: number;
  /** Null: without a bound on that side. */
  readonly low: number | null;
  readonly high: number | null;
  readonly expected: number | null;
  readonly width: number;
  /** With its sign. */
  readonly text: (value: number, decimals: number) => string;
  readonly noEffectText: string;
  readonly expectedText: string;
}

export interface IntervalLayout {
  readonly height: number;
  readonly axisY: number;
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly zeroX: number;
  readonly noEffect: { readonly x: number; readonly anchor: 'start' | 'end' };
  readonly bar: { readonly x1: number; readonly x2: number; readonly isOpenLow: boolean; readonly isOpenHigh: boolean };
  readonly x: number;
  readonly expected: { readonly x: number; readonly textX: number } | null;
}

const PAD = 18;
const AXIS_Y = 62;
/** Numbers side by side need so many times the room of numbers below each other. */
const WIDER = 1.35;

/** A difference on an axis of its own, with zero always in sight. */
export function intervalLayout(input: IntervalInput): IntervalLayout {
  const { estimate, low, high, expected, width, text, noEffectText, expectedText } = input;
  const values = [0, estimate, low, high, expected].filter((value) => value !== null);
  const [left, right] = [PAD, width - PAD];
  // The scale is made for heights; lying down, its top is the right edge, and numbers need more room.
  const scale = valueScale(values, { top: -right / WIDER, bottom: -left / WIDER });
  const x = (value: number) => -WIDER * scale.y(value);
  const zeroX = x(0);
  const noEffectWidth = textWidth(noEffectText) + 6;
  const anchor = zeroX + noEffectWidth <= width ? ('start' as const) : ('end' as const);
  const half = textWidth(expectedText) / 2;
  return {
    height: AXIS_Y + 22,
    axisY: AXIS_Y,
    left,
    right,
    ticks: scale.ticks.map((tick) => ({ x: x(tick), text: text(tick, scale.decimals) })),
    zeroX,
    noEffect: { x: zeroX + (anchor === 'start' ? 6 : -6), anchor },
    bar: {
      x1: low === null ? left : x(low),
      x2: high === null ? right : x(high),
      isOpenLow: low === null,
      isOpenHigh: high === null,
    },
    x: x(estimate),
    expected: expected === null ? null : { x: x(expected), textX: Math.min(width - half, Math.max(half, x(expected))) },
  };
}
