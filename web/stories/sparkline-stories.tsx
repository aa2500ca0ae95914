import { useWords } from '#web/shell/words.tsx';
import { chartLabel } from '#web/ui/charts/chart-sentence.ts';
import { Sparkline, type SparklineProps } from '#web/ui/charts/sparkline.tsx';
import { measuredChart, scattered, shareChart, shares } from './chart-examples.ts';
import { StorySection } from './story-section.tsx';

const share = { unit: 'percent', digits: 1, better: 'higher', counts: 'resolution' } as const;
const fewer = { unit: 'percent', digits: 1, better: 'lower', counts: 'resolution' } as const;
const hours = { unit: 'hours', digits: 1, better: 'lower', counts: 'resolution' } as const;

const calm = shareChart(shares(24, 96.6, 2100, { seed: 31 }));
const bad = shareChart([...shares(23, 94.9, 1928, { seed: 11 }), [1714, 1928]]);
const slow = measuredChart([...scattered(23, 4.8, 0.22, { seed: 5 }), 6.47]);
const improved = shareChart([...shares(20, 5, 1700, { seed: 4 }), ...shares(9, 3.4, 1700, { seed: 6 })]);
const gaps = shareChart(shares(24, 91, 140, { seed: 21 }).map((one, i) => (i % 9 === 6 ? null : one)));
const few = measuredChart([22, 25, 21, 28, 24].map((value) => value / 5));
const steady = measuredChart(scattered(24, 100, 0).map(() => 100));

/** The small chart of a tile in all its states. */
export function SparklineStories() {
  return (
    <StorySection title="Sparkline">
      <div className="story-grid">
        <Story title="In the usual range" chart={calm} figure={share} target={95} interval={[96.0, 97.5]} />
        <Story title="Below the limit" chart={bad} figure={share} target={95} interval={[87.4, 90.2]} />
        <Story title="Above the limit, no promise" chart={slow} figure={hours} />
        <Story title="A run for the better" chart={improved} figure={fewer} target={6} interval={[2.8, 4.5]} />
        <Story title="The promise lies far away" chart={calm} figure={share} target={80} />
        <Story title="Gaps" chart={gaps} figure={share} target={90} interval={[85, 95]} />
        <Story title="Still running" chart={calm} figure={share} target={95} isLastRunning />
        <Story title="Too few for limits" chart={few} figure={hours} target={4} />
        <Story title="One value" chart={measuredChart([4])} figure={hours} target={4} />
        <Story title="Always the same" chart={steady} figure={share} target={100} />
        <Story title="No data" chart={measuredChart([null, null, null, null])} figure={share} target={95} />
        <Story title="No period yet" chart={measuredChart([])} figure={share} />
        <Story title="Narrow" chart={bad} figure={share} target={95} width={166} />
        <Story title="Print" chart={improved} figure={fewer} target={6} width={84} height={32} />
        <Story title="120 months" chart={shareChart(shares(120, 92, 900, { seed: 17 }))} figure={share} target={90} />
      </div>
    </StorySection>
  );
}

function Story({ title, ...props }: Omit<SparklineProps, 'label'> & { readonly title: string }) {
  const words = useWords();
  const { chart, figure, target = null } = props;
  const text = (value: number) => words.format.withUnit(value, figure);
  const label = chartLabel(chart, { by: 'month', better: figure.better, words, name: title, text, target });
  return (
    <div>
      <p className="note">{title}</p>
      <Sparkline {...props} label={label} />
    </div>
  );
}
