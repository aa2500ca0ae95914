import { ControlChartStories } from './control-chart-stories.tsx';
import { OtherChartStories } from './other-chart-stories.tsx';
import { SparklineStories } from './sparkline-stories.tsx';

/** All charts in all their states. */
export function ChartStories() {
  return (
    <>
      <SparklineStories />
      <ControlChartStories />
      <OtherChartStories />
    </>
  );
}
