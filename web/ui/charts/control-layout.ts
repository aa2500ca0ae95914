import { baselineBrackets } from './baseline-brackets.ts';
import { calloutInside, edgeValues, rightEdge } from './control-edges.ts';
import { type ControlFrame, controlFrame, isNarrow } from './control-frame.ts';
import { type Bracket, type Callout, type ControlInput, type EdgeLabel, indexOf } from './control-parts.ts';
import { limitsInside } from './limits-inside.ts';
import { type NoteLabels, noteLabels } from './note-labels.ts';
import { type PeriodAxis, periodAxis } from './period-axis.ts';
import type { Place } from './place-callout.ts';
import type { PointMark } from './point-marks.ts';
import { bandPath, type DrawnPeriod, limitPath, linePath, stepPath } from './stepped-paths.ts';

export interface ControlLayout extends ControlFrame {
  readonly grid: readonly { readonly y: number; readonly text: string }[];
  readonly band: string;
  readonly limits: readonly string[];
  readonly centers: readonly { readonly x1: number; readonly x2: number; readonly y: number }[];
  /** A step where another value was promised; '' without any promise. */
  readonly promise: string;
  readonly line: string;
  /** To the period that still runs. */
  readonly running: string | null;
  readonly marks: readonly (PointMark & Place & { readonly index: number })[];
  /** Where new limits begin. */
  readonly changes: readonly number[];
  readonly notes: NoteLabels;
  readonly brackets: readonly Bracket[];
  readonly axis: PeriodAxis;
  readonly labels: readonly EdgeLabel[];
  readonly callout: Callout | null;
}

/**
 * Everything a control chart shows, in pixels, for the width it has. Pure: the same input gives the same picture. Texts
 * are never scaled; what has no room moves apart, becomes shorter or becomes a number.
 */
export function controlLayout(input: ControlInput): ControlLayout {
  const { chart, width, texts, callout } = input;
  const edges = edgeValues(input);
  const isAtEdge = callout?.index === chart.points.length - 1 && !isNarrow(width);
  const rightTexts = [...edges.map(({ text }) => text), ...(isAtEdge && callout ? callout.lines : [])];
  const frameWith = (noteRows: number) =>
    controlFrame({
      width,
      height: input.height,
      columns: chart.points.length,
      values: shownValues(input),
      possible: input.possible,
      unit: input.unit,
      tickText: texts.tick,
      rightTexts,
      noteRows,
      hasBracket: input.segments.some(({ baseline }) => baseline !== null),
    });
  // Notes stand along the axis, which does not depend on how many rows they take.
  const notes = placedNotes(input, frameWith(1));
  const frame = frameWith(notes.rows);
  const { scale, xOf, step, plot } = frame;
  const drawn = drawnPeriods(input, frame);
  const last = chart.points.length - 1;
  const isOpen = input.isLastRunning && drawn.length > 0;
  const changes = input.segments.slice(1).map(({ from }) => xOf(indexOf(chart, from)) - step / 2);
  const places = drawn.map(({ x, value: y }) => (y === null ? null : { x, y }));
  return {
    ...frame,
    grid: scale.ticks.map((tick) => ({ y: scale.y(tick), text: texts.tick(tick, scale) })),
    band: bandPath(clampedToPlot(drawn, frame), step / 2),
    limits: [limitPath(drawn, step / 2, 'upper'), limitPath(drawn, step / 2, 'lower')].filter((path) => path !== ''),
    centers: centersOf(input, frame),
    promise: promisePath(input, frame),
    line: linePath(isOpen ? drawn.slice(0, -1) : drawn),
    running: isOpen && last > 0 ? linePath(drawn.slice(-2)) : null,
    marks: input.marks.flatMap((mark, index) => {
      const place = places[index];
      return mark && place ? [{ ...mark, ...place, index }] : [];
    }),
    changes,
    notes,
    brackets: baselineBrackets(input, frame),
    axis: periodAxis(input.starts, {
      granularity: input.granularity,
      left: plot.left,
      step,
      names: input.monthNames,
    }),
    ...rightEdge(edges, { frame, callout: isAtEdge ? callout : null, places }),
    ...(isAtEdge
      ? {}
      : {
          callout: calloutInside(input, {
            frame,
            places,
            edges,
            upright: [...changes, ...notes.labels.map(({ x }) => x)],
          }),
        }),
  };
}

export function shownValues({
  chart,
  promises,
  segments,
}: Pick<ControlInput, 'chart' | 'promises' | 'segments'>): number[] {
  const numbers = chart.points.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  return [...numbers, ...promises, ...segments.map(({ center }) => center)].filter((value) => value !== null);
}

function drawnPeriods({ chart, possible }: ControlInput, { xOf, scale }: ControlFrame): DrawnPeriod[] {
  const y = (value: number | null) => (value === null ? null : scale.y(value));
  return chart.points.map((point, index) => {
    const { lower, upper } = limitsInside(point, possible);
    return { x: xOf(index), value: y(point.value), lower: y(lower), upper: y(upper) };
  });
}

/** The line of the promise; one that still holds reaches a little beyond the plot, to its name. */
function promisePath({ promises }: ControlInput, { xOf, step, scale }: ControlFrame): string {
  const steps = promises.map((value, index) => ({ x: xOf(index), y: value === null ? null : scale.y(value) }));
  const path = stepPath(steps, step / 2);
  return path !== '' && (promises.at(-1) ?? null) !== null ? `${path}h6` : path;
}

/** The band reaches to the edge of the plot where there is no limit on one side. */
function clampedToPlot(drawn: readonly DrawnPeriod[], { plot }: ControlFrame): DrawnPeriod[] {
  return drawn.map((period) =>
    period.lower === null && period.upper === null
      ? period
      : { ...period, lower: period.lower ?? plot.bottom, upper: period.upper ?? plot.top },
  );
}

function centersOf({ chart, segments }: ControlInput, { xOf, step, scale }: ControlFrame): ControlLayout['centers'] {
  return segments.flatMap(({ from, center }, index) => {
    if (center === null) return [];
    const next = segments[index + 1];
    const end = next ? indexOf(chart, next.from) : chart.points.length;
    return [{ x1: xOf(indexOf(chart, from)) - step / 2, x2: xOf(end) - step / 2, y: scale.y(center) }];
  });
}

function placedNotes({ chart, notes, edgeDays }: ControlInput, { xOf, step, plot }: ControlFrame): NoteLabels {
  const placed = notes.flatMap(({ day, text }) => {
    const index = edgeDays.findLastIndex((edge) => day >= edge);
    const [from, to] = [edgeDays[index], edgeDays[index + 1]];
    if (from === undefined || to === undefined || index >= chart.points.length) return [];
    return [{ x: xOf(index) + step * ((day - from) / (to - from) - 0.5), text }];
  });
  return noteLabels(placed, plot);
}
