import { useWords } from '#web/shell/words.tsx';
import type { Chart } from './chart.ts';

/** What the lines are, under a chart that is too narrow to say it beside them. */
export function ChartKey({
  chart,
  hasPromise,
}: {
  readonly chart: Pick<Chart, 'center'>;
  readonly hasPromise: boolean;
}) {
  const { say } = useWords();
  const lines = [
    { className: 'chart-limit', text: say('desk.charts.key.limits'), isShown: chart.center !== null },
    { className: 'chart-center', text: say('desk.charts.meanBare'), isShown: chart.center !== null },
    { className: 'chart-promise', text: say('desk.charts.key.promise'), isShown: hasPromise },
  ].filter(({ isShown }) => isShown);
  return (
    <ul className="chart-key note">
      {lines.map(({ className, text }) => (
        <li key={text}>
          <svg width="20" height="12" aria-hidden="true">
            <line className={className} x1="0" x2="20" y1="6" y2="6" />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
