import type { ClockOut } from '#contract/api/clock-shapes.ts';

/** How far a bar goes on behind its promise, in parts of the promise. */
const BEHIND = 1.06;
const HEIGHT = 18;
const MIDDLE = HEIGHT / 2;

/** Used and left as a bar: dot for what is, stroke for the promise; past the stroke when it is late. */
export function ClockBar({ clock, label }: { readonly clock: ClockOut; readonly label: string }) {
  const { elapsedSeconds: used, targetSeconds: target, outcome, phase } = clock;
  const whole = Math.max(target ?? used, used, 1) * BEHIND;
  const place = (seconds: number): string => `${(100 * seconds) / whole}%`;
  const isCounting = outcome === 'pending' || outcome === 'met' || outcome === 'breached';
  const late = target !== null && used > target && outcome === 'breached' ? used - target : 0;
  return (
    <svg className="clock-bar" width="100%" height={HEIGHT} role="img" aria-label={label}>
      <rect x="0" y={MIDDLE - 3} width="100%" height="6" className="clock-track" />
      <rect
        x="0"
        y={MIDDLE - 3}
        width={place(used - late)}
        height="6"
        className={isCounting ? 'clock-used' : 'clock-void'}
      />
      {late > 0 ? (
        <rect x={place(target!)} y={MIDDLE - 3} width={place(late)} height="6" className="clock-late" />
      ) : null}
      {target === null ? null : (
        <rect x={place(target)} y="1" width="2.5" height={HEIGHT - 2} className="clock-promise" />
      )}
      <circle cx={place(used)} cy={MIDDLE} r="5.5" className={dotClass(outcome, phase)} />
    </svg>
  );
}

function dotClass(outcome: ClockOut['outcome'], phase: ClockOut['phase']): string {
  if (outcome === 'met') return 'clock-dot clock-dot-kept';
  if (outcome === 'breached') return 'clock-dot clock-dot-missed';
  return phase === 'running' ? 'clock-dot' : 'clock-dot clock-dot-hollow';
}
