import { type Fact, ownValue } from './list-rows.ts';
import type { PromiseScale } from './promise-scale.ts';

/** A row's part of the promise line: a dot left of it with the time left, a diamond right of it when late. */
export function PromisePlot({
  fact,
  scale,
  height,
}: {
  readonly fact: Fact;
  readonly scale: PromiseScale;
  readonly height: number;
}) {
  const { width, zero, at } = scale;
  const middle = height / 2;
  const isMissed = ownValue(fact, 'verdict') === 'breached';
  const { lateSeconds } = fact;
  const x = lateSeconds === null ? width : at(lateSeconds);
  const look = isMissed ? 'promise-missed' : 'promise-kept';
  return (
    <svg className={`promise ${look}`} width={width} height={height} aria-hidden="true">
      <line className="promise-base" x1="0" x2={width} y1={middle} y2={middle} />
      <line className="promise-stroke" x1={zero} x2={zero} y1="0" y2={height} />
      {lateSeconds === null && !isMissed ? null : (
        <line
          className={lateSeconds === null ? 'promise-arm promise-running' : 'promise-arm'}
          x1={zero}
          x2={x}
          y1={middle}
          y2={middle}
        />
      )}
      {lateSeconds === null ? null : isMissed ? (
        <path
          className="promise-mark"
          d={`M${x} ${middle - 5.2}L${x + 5.2} ${middle}L${x} ${middle + 5.2}L${x - 5.2} ${middle}Z`}
        />
      ) : (
        <circle className="promise-mark" cx={x} cy={middle} r="3.6" />
      )}
    </svg>
  );
}
