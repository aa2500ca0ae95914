import './charts.css';
import { useMemo, useState } from 'react';
import type { Granularity } from '#core/periods/granularity.ts';
import { useWords } from '#web/shell/words.tsx';
import { type Chart, type ChartPoint, segmentsOf } from './chart.ts';
import { type ChartFigure, measuredOf, possibleValues } from './chart-figure.ts';
import { ChartKey } from './chart-key.tsx';
import { ChartRoom } from './chart-room.tsx';
import { type ChartNote, ChartTip, HiddenCallout, NoteList } from './control-asides.tsx';
import { ControlDrawing, ControlLabels } from './control-drawing.tsx';
import { controlLayout, shownValues } from './control-layout.ts';
import { ControlPoints, type Look } from './control-points.tsx';
import { calloutLines, controlTexts, pointWords, signalTexts } from './control-words.ts';
import { dayOf, monthNamesOf, startOf } from './period-words.ts';
import { marksOf, placedSignals } from './point-marks.ts';
import { useMeasuredWidth } from './use-measured-width.ts';

export interface ControlChartProps {
  readonly chart: Chart;
  readonly by: Granularity;
  /** Unit, digits and direction: a figure of the API fits. */
  readonly figure: ChartFigure;
  /** One sentence for those who do not see it: `chartLabel` builds it. */
  readonly label: string;
  /** What was promised for each point; null where nothing was. Left out: nothing ever. */
  readonly promises?: readonly (number | null)[];
  readonly notes?: readonly ChartNote[];
  /** Where a point leads: to the tickets behind it. */
  readonly hrefOf?: (point: ChartPoint) => string | null;
  /** The period that has words beside it; left out, the last one beyond a limit; null for none. */
  readonly calloutFrom?: string | null;
  /** The last point is a period that still runs. */
  readonly isLastRunning?: boolean;
  readonly height?: number;
}

const NO_NOTES: readonly ChartNote[] = [];
const NO_PROMISES: readonly null[] = [];

/** The large chart of a figure: usual range, centre, promise, signals, notes; every point a link. */
export function ControlChart(props: ControlChartProps) {
  const { chart, label, hrefOf, height = 330, notes = NO_NOTES } = props;
  const [ref, width] = useMeasuredWidth(800);
  const words = useWords();
  const { layout, labels, heads, rests, calloutWords } = useControlChart(props, width);
  const lastUsed = layout.marks.at(-1)?.index ?? 0;
  const calledOut = calloutIndex(props);
  const [moved, setMoved] = useState<number | null>(null);
  const [looked, setLooked] = useState<Look | null>(null);
  const hrefs = useMemo(() => chart.points.map((point) => hrefOf?.(point) ?? null), [chart, hrefOf]);
  const at = looked === null ? undefined : layout.marks.find(({ index }) => index === looked.index);
  return (
    <div className="control-chart">
      <ChartRoom
        roomRef={ref}
        width={width}
        height={height}
        label={label}
        hasLinks={hrefOf !== undefined}
        above={
          at && looked ? (
            <ChartTip x={at.x} y={at.y} width={width} head={heads[at.index]!} rest={rests[at.index]!} />
          ) : null
        }
      >
        <ControlDrawing layout={layout} />
        {at && looked ? <circle className={`chart-look chart-look-${looked.by}`} cx={at.x} cy={at.y} r={10} /> : null}
        <ControlPoints
          layout={layout}
          labels={labels}
          hrefs={hrefs}
          current={moved !== null && moved < chart.points.length ? moved : (calledOut ?? lastUsed)}
          onLook={setLooked}
          onMove={setMoved}
        />
        <ControlLabels layout={layout} />
      </ChartRoom>
      <HiddenCallout lines={calloutWords} shown={layout.callout?.lines ?? []} />
      {layout.isNarrow ? <ChartKey chart={chart} hasPromise={layout.promise !== ''} /> : null}
      {layout.notes.areNumbered ? <NoteList notes={notes} /> : null}
      <p className="visually-hidden">{words.say('desk.charts.keys')}</p>
    </div>
  );
}

function useControlChart(
  { chart, by, figure, promises = NO_PROMISES, notes = NO_NOTES, isLastRunning = false, ...props }: ControlChartProps,
  width: number,
) {
  const words = useWords();
  const { height = 330 } = props;
  const callout = calloutIndex({ chart, ...props });
  return useMemo(() => {
    const measured = measuredOf(figure, chart);
    const possible = possibleValues({ ...figure, ...measured });
    const options = { by, measured, possible, words };
    const starts = chart.points.map(({ from }) => startOf(from, words));
    const ends = chart.points.slice(-1).map(({ to }) => startOf(to, words));
    const edgeDays = [...starts, ...ends].map(dayOf);
    const dated = notes.map(({ date, text }) => ({ day: Math.floor(Date.parse(date) / 86_400_000), text }));
    const notesOf = (index: number) =>
      dated.filter(({ day }) => day >= edgeDays[index]! && day < edgeDays[index + 1]!).map(({ text }) => text);
    const marks = marksOf(chart, figure.better, { isLastRunning });
    const signals = signalTexts(chart, marks, words);
    const last = chart.points.length - 1;
    const told = chart.points.map((point, index) =>
      pointWords(point, {
        signal: signals[index]!,
        isRunning: isLastRunning && index === last,
        notes: notesOf(index),
        options,
      }),
    );
    const calloutWords =
      callout === null ? [] : calloutLines(chart.points[callout]!, notesOf(callout)[0] ?? null, options);
    const segments = segmentsOf(chart);
    const layout = controlLayout({
      chart,
      segments,
      marks,
      starts,
      edgeDays,
      granularity: by,
      monthNames: monthNamesOf(words.language),
      width,
      height,
      promises,
      possible,
      unit: measured.unit,
      texts: controlTexts({ ...options, values: shownValues({ chart, promises, segments }) }),
      notes: dated,
      callout: callout === null ? null : { index: callout, lines: calloutWords },
      isLastRunning,
    });
    return {
      layout,
      calloutWords,
      heads: told.map(({ head }) => head),
      rests: told.map(({ rest }) => rest),
      labels: told.map(({ head, rest }) => [head, ...rest].join('; ')),
    };
  }, [chart, by, figure, promises, notes, isLastRunning, width, height, callout, words]);
}

/** The last point beyond a limit, unless the page points at another one. */
function calloutIndex({ chart, calloutFrom }: Pick<ControlChartProps, 'chart' | 'calloutFrom'>): number | null {
  if (calloutFrom === null) return null;
  if (calloutFrom !== undefined) {
    const index = chart.points.findIndex(({ from }) => from === calloutFrom);
    return index < 0 || chart.points[index]!.value === null ? null : index;
  }
  return placedSignals(chart).findLast(({ rule }) => rule === 'beyond_limits')?.index ?? null;
}
