import type { Place } from './place-callout.ts';
import type { PointMark } from './point-marks.ts';

/** Half the size of each mark in a large chart and in a sparkline. */
const SIZES = {
  large: { dot: 2.4, hollow: 3.2, ring: 3.2, diamond: 6.5, jump: 5 },
  small: { dot: 0, hollow: 3, ring: 2.4, diamond: 4, jump: 3.5 },
  last: { dot: 3.2, hollow: 3.2, ring: 3.2, diamond: 5, jump: 4.5 },
} as const;

export type MarkSize = keyof typeof SIZES;

/** A point as its shape; plain dots of a size of 0 are left out. */
export function ChartMark({ shape, tone, x, y, size }: PointMark & Place & { readonly size: MarkSize }) {
  const half = SIZES[size][shape];
  if (half === 0) return null;
  const className = `chart-${shape} chart-${tone}`;
  if (shape === 'diamond' || shape === 'jump') {
    return <path className={className} d={`M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`} />;
  }
  return <circle className={size === 'last' ? `${className} chart-now` : className} cx={x} cy={y} r={half} />;
}
