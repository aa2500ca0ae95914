/*
 * The promise line: one vertical through all rows is what was promised, a row lies left of it with the time it had left
 * and right of it with the time it was late. Roots instead of hours, so that minutes are seen beside days.
 */

export interface PromiseScale {
  readonly width: number;
  /** Where the promise stands. */
  readonly zero: number;
  /** Where a clock that was so many seconds late stands; negative seconds were left. */
  readonly at: (lateSeconds: number) => number;
  readonly ticks: readonly { readonly x: number; readonly lateSeconds: number }[];
}

const HOUR = 3600;
/** Half a mark, so that none is cut. */
const EDGE = 8;
const TICK_HOURS = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] as const;

/**
 * The scale for all rows of a list.
 *
 * @param late seconds beyond the promise, of every row that has them
 * @param width in pixels
 * @param options `gap`: least pixels between the labels of two ticks, `promise`: pixels of the label of the promise
 */
export function promiseScale(
  late: readonly number[],
  width: number,
  { gap, promise = 0 }: { readonly gap: number; readonly promise?: number },
): PromiseScale {
  let mostLeft = 0;
  let mostLate = 0;
  for (const seconds of late) {
    if (-seconds > mostLeft) mostLeft = -seconds;
    if (seconds > mostLate) mostLate = seconds;
  }
  const roots = Math.sqrt(mostLeft) + Math.sqrt(mostLate);
  const perRoot = roots === 0 ? 0 : (width - 2 * EDGE) / roots;
  const zero = roots === 0 ? width / 2 : EDGE + perRoot * Math.sqrt(mostLeft);
  // At an edge the label of the promise lies on one side of it, else on both.
  const isAtEdge = Math.min(zero, width - zero) < promise / 2;
  const zeroGap = gap / 2 + (isAtEdge ? promise : promise / 2);
  const at = (seconds: number): number => zero + Math.sign(seconds) * perRoot * Math.sqrt(Math.abs(seconds));
  return {
    width,
    zero,
    at,
    ticks: [...ticksOf(at, -mostLeft, { gap, zeroGap }), ...ticksOf(at, mostLate, { gap, zeroGap })],
  };
}

/** Round hours of one side from the outside in, as far apart as their labels are wide. */
function ticksOf(
  at: (seconds: number) => number,
  most: number,
  { gap, zeroGap }: { readonly gap: number; readonly zeroGap: number },
): PromiseScale['ticks'] {
  const ticks: { x: number; lateSeconds: number }[] = [];
  const sign = Math.sign(most);
  for (const hours of TICK_HOURS.toReversed()) {
    const lateSeconds = sign * hours * HOUR;
    if (sign === 0 || Math.abs(lateSeconds) > Math.abs(most)) continue;
    const x = at(lateSeconds);
    if (Math.abs(at(0) - x) < zeroGap) continue;
    if (ticks.every((other) => Math.abs(other.x - x) >= gap)) ticks.push({ x, lateSeconds });
  }
  return ticks;
}
