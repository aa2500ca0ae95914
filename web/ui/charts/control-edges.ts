import { type ControlFrame, isNarrow, LEADER } from './control-frame.ts';
import type { Callout, ControlInput, EdgeLabel } from './control-parts.ts';
import { limitsInside } from './limits-inside.ts';
import { type Place, placeCallout } from './place-callout.ts';
import { spreadLabels } from './spread-labels.ts';
import { CHART_LINE, textWidth } from './text-width.ts';

/* What stands beside the lines: their names at the right edge, and the words about one point. */

export interface EdgeValue {
  readonly kind: EdgeLabel['kind'];
  readonly value: number;
  readonly text: string;
}

/** What is labelled at the right edge: a promise with its last value, and not when it has ended. A limit where values end anyway is no limit and has no label. */
export function edgeValues({ chart, segments, promises, texts, width, possible }: ControlInput): EdgeValue[] {
  const bare = isNarrow(width);
  const edge = (kind: EdgeLabel['kind'], value: number | null | undefined, words: (value: number) => string) =>
    value === null || value === undefined ? [] : [{ kind, value, text: bare ? texts.value(value) : words(value) }];
  const limits = chart.points.findLast(({ upper }) => upper !== null);
  const { upper, lower } = limitsInside(limits ?? { lower: null, upper: null }, possible);
  return [
    ...edge('limit', upper, texts.upper),
    ...edge('promise', promises.at(-1), texts.promise),
    ...edge('mean', segments.at(-1)?.center, texts.mean),
    ...edge('limit', lower, texts.lower),
  ];
}

interface RightEdge {
  readonly frame: ControlFrame;
  readonly callout: ControlInput['callout'];
  readonly places: readonly (Place | null)[];
}

/** Labels beside the last column, and the words about the last point among them. */
export function rightEdge(
  edges: readonly EdgeValue[],
  { frame, callout, places }: RightEdge,
): { readonly labels: readonly EdgeLabel[]; readonly callout: Callout | null } {
  const { plot, scale, axisY } = frame;
  const place = callout ? places[callout.index] : null;
  const wanted = edges.map(({ value }) => ({ at: scale.y(value), size: CHART_LINE }));
  const lines = callout && place ? callout.lines.length : 0;
  const room = { low: 0, high: axisY + CHART_LINE / 2 };
  const all = place ? [...wanted, { at: place.y + ((lines - 1) * CHART_LINE) / 2, size: lines * CHART_LINE }] : wanted;
  const placed = spreadLabels(all, room);
  const labels = edges.map(({ kind, text }, index) => {
    const [from, y] = [wanted[index]!.at, placed[index]!];
    const start = plot.right + (kind === 'promise' ? 6 : 2);
    return {
      kind,
      text,
      x: plot.right + LEADER,
      y: y + 4,
      leader: `M${start} ${from}L${plot.right + LEADER - 4} ${y}`,
    };
  });
  if (!callout || !place) return { labels, callout: null };
  const y = placed.at(-1)! - ((lines - 1) * CHART_LINE) / 2;
  const leader = `M${place.x + 8} ${place.y}L${plot.right + LEADER - 4} ${y}`;
  return { labels, callout: { lines: callout.lines, x: plot.right + LEADER, y: y + 4, anchor: 'start', leader } };
}

interface Inside extends Omit<RightEdge, 'callout'> {
  readonly edges: readonly EdgeValue[];
  /** Lines from top to bottom. */
  readonly upright: readonly number[];
}

/**
 * The words about a point inside the picture, where they hide no data: all of them, or the first line alone, or none;
 * then they must stand under the chart.
 */
export function calloutInside({ callout }: ControlInput, inside: Inside): Callout | null {
  const place = callout ? inside.places[callout.index] : null;
  if (!callout || !place) return null;
  for (const lines of [callout.lines, callout.lines.slice(0, 1)]) {
    const placed = placedLines(lines, place, inside);
    if (placed) return placed;
  }
  return null;
}

function placedLines(
  lines: readonly string[],
  place: Place,
  { frame, places, edges, upright }: Inside,
): Callout | null {
  const width = Math.max(...lines.map((text, index) => textWidth(text, index === 0 ? 'bold' : 'plain')));
  const { plot, scale } = frame;
  const { box, anchor, isClear } = placeCallout(
    place,
    { width, height: lines.length * CHART_LINE },
    { inside: plot, line: places, across: edges.map(({ value }) => scale.y(value)), upright, boxes: [] },
  );
  if (!isClear) return null;
  const x = anchor === 'start' ? box.left : box.right;
  const side = anchor === 'start' ? 1 : -1;
  const leader = `M${place.x + 8 * side} ${place.y}L${x - 4 * side} ${box.top + 8}`;
  return { lines, x, y: box.top + 12, anchor, leader };
}
