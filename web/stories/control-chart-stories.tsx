import { useMemo } from 'react';
import { localDate } from '#core/time/local-date.ts';
import { useWords } from '#web/shell/words.tsx';
import { type Chart, segmentsOf } from '#web/ui/charts/chart.ts';
import { chartLabel, chartSentence } from '#web/ui/charts/chart-sentence.ts';
import { ControlChart, type ControlChartProps } from '#web/ui/charts/control-chart.tsx';
import { measuredChart, scattered, shareChart, shares } from './chart-examples.ts';
import { StorySection } from './story-section.tsx';

const share = { unit: 'percent', digits: 1, better: 'higher', counts: 'resolution' } as const;
const minutes = { unit: 'minutes', digits: 0, better: 'lower', counts: 'resolution' } as const;
const hours = { unit: 'hours', digits: 1, better: 'lower', counts: 'resolution' } as const;
const tickets = { unit: 'tickets', digits: 0, better: 'neutral', counts: 'resolution' } as const;

const badMonth = shareChart([...shares(23, 94.9, 1928, { seed: 11 }), [1714, 1928]]);
const earlier = shareChart([...shares(20, 86, 600, { seed: 5 }), [420, 600], ...shares(5, 87, 600, { seed: 9 })]);
const improved = shareChart([...shares(20, 5, 1700, { seed: 4 }), ...shares(9, 3.4, 1700, { seed: 6 })]);
const gaps = shareChart(
  shares(26, 91, 140, { seed: 21 }).map((one, i) => (i === 6 || i === 7 || i === 19 ? null : one)),
);
const weeks = measuredChart(scattered(52, 38, 6, { seed: 3 }), { by: 'week' });
const days = measuredChart(scattered(45, 64, 11, { seed: 8 }).map(Math.round), { by: 'day' });
const quarters = measuredChart(scattered(12, 6.4, 0.7, { seed: 2 }), { by: 'quarter' });
const long = shareChart(shares(120, 92, 900, { seed: 17 }));
const few = measuredChart([22, 25, 21, 28, 24]);
const eight = measuredChart([22, 25, 21, 28, 24, 26, 23, 27]);
const before = shareChart(shares(22, 86, 700, { seed: 5 }), { until: localDate(2025, 9, 1) });
const after = shareChart(shares(14, 91, 700, { seed: 9 }));
/** The limits of the second hold from its first period on. */
const renewed: Chart = {
  ...after,
  points: [...before.points, ...after.points],
  signals: [...before.signals, ...after.signals],
  segments: [before, after].flatMap(segmentsOf),
};

/** Raised in the middle of the chart. */
const RAISED = earlier.points.map((_, index) => (index < 14 ? 85 : 88));

const notes = [
  { date: '2026-07-01', text: 'Vereinbarungen v4' },
  { date: '2026-10-12', text: 'VPN-Störung' },
];
const manyNotes = [
  { date: '2025-02-03', text: 'Umzug der Telefonanlage in das neue Rechenzentrum' },
  { date: '2025-09-15', text: 'Zweite Schicht im Service Desk, zunächst nur montags bis donnerstags' },
  { date: '2026-06-05', text: 'Ausfall der E-Mail' },
  { date: '2026-06-20', text: 'Ersatz der E-Mail-Server abgeschlossen' },
];

/** The large chart in all its states. */
export function ControlChartStories() {
  return (
    <>
      <Story title="One bad month" chart={badMonth} figure={share} target={95} notes={notes} />
      <Story title="The bad month lies back" chart={earlier} figure={share} target={RAISED} notes={manyNotes} />
      <Story
        title="A run for the better, target missed no more"
        chart={improved}
        figure={{ ...share, better: 'lower' }}
        target={4}
      />
      <Story title="Gaps" chart={gaps} figure={share} target={90} />
      <Story title="New limits since a recorded date" chart={renewed} figure={share} target={90} />
      <Story title="52 weeks" chart={weeks} figure={minutes} by="week" target={30} />
      <Story title="45 days" chart={days} figure={tickets} by="day" />
      <Story title="12 quarters, provisional" chart={quarters} figure={hours} by="quarter" target={6} />
      <Story title="120 months" chart={long} figure={share} target={90} />
      <Story title="Eight points, running" chart={eight} figure={minutes} target={24} isLastRunning />
      <Story title="Too few" chart={few} figure={minutes} target={24} />
      <Story title="No data" chart={measuredChart([null, null, null])} figure={share} target={95} />
    </>
  );
}

type StoryProps = Omit<ControlChartProps, 'label' | 'by' | 'promises'> & {
  readonly title: string;
  /** One for all periods, or one for each. */
  readonly target?: number | readonly (number | null)[];
  readonly by?: ControlChartProps['by'];
};

function Story({ title, by = 'month', target, ...props }: StoryProps) {
  const words = useWords();
  const { chart, figure } = props;
  const promises = useMemo(
    () => (typeof target === 'object' ? target : chart.points.map(() => target ?? null)),
    [chart, target],
  );
  const options = { by, better: figure.better, words };
  const text = (value: number) => words.format.withUnit(value, figure);
  return (
    <StorySection title={title}>
      <h3>{chartSentence(chart, options)}</h3>
      <ControlChart
        {...props}
        by={by}
        label={chartLabel(chart, { ...options, name: title, text, target: promises.at(-1) ?? null })}
        promises={promises}
        hrefOf={({ from }) => `/desk/q/resolution_sla_pct?period=${from.slice(0, 7)}`}
      />
    </StorySection>
  );
}
