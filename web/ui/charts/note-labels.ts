import { textWidth } from './text-width.ts';

/** A note on a date: where it stands along the axis, and what it says. */
export interface PlacedNote {
  readonly x: number;
  readonly text: string;
}

export interface NoteLabel {
  readonly x: number;
  /** What stands at the top: the note itself, or its number where there is no room. */
  readonly text: string;
  readonly textX: number;
  readonly anchor: 'start' | 'end' | 'middle';
  /** 0 is the lowest row. */
  readonly row: number;
}

export interface NoteLabels {
  readonly labels: readonly NoteLabel[];
  readonly rows: number;
  /** The notes are numbered, and must be listed beside the chart. */
  readonly areNumbered: boolean;
}

const MOST_ROWS = 2;
const WIDEST = 280;
const AIR = 5;
const NUMBER_WIDTH = 16;

/**
 * Texts at the top of dotted lines: beside their line, in at most two rows, never over each other. Where they have no
 * room they become numbers, all of them, in the order of time.
 */
export function noteLabels(
  notes: readonly PlacedNote[],
  room: { readonly left: number; readonly right: number },
): NoteLabels {
  if (notes.length === 0) return { labels: [], rows: 0, areNumbered: false };
  const inOrder = notes.toSorted((a, b) => a.x - b.x);
  const written = writtenOut(inOrder, room);
  if (written) return { labels: written, rows: 1 + Math.max(...written.map(({ row }) => row)), areNumbered: false };
  let free = room.left;
  const labels = inOrder.map(({ x }, index): NoteLabel => {
    const textX = Math.max(free + NUMBER_WIDTH / 2, x);
    free = textX + NUMBER_WIDTH / 2;
    return { x, text: String(index + 1), textX, anchor: 'middle', row: 0 };
  });
  return { labels, rows: 1, areNumbered: true };
}

function writtenOut(
  notes: readonly PlacedNote[],
  { left, right }: { readonly left: number; readonly right: number },
): NoteLabel[] | null {
  const taken: { readonly from: number; readonly to: number; readonly row: number }[] = [];
  const labels: NoteLabel[] = [];
  for (const { x, text } of notes) {
    const width = textWidth(text);
    if (width > WIDEST) return null;
    const sides = x - left > width + AIR ? (['end', 'start'] as const) : (['start', 'end'] as const);
    const places = Array.from({ length: MOST_ROWS }, (_, row) => sides.map((anchor) => ({ anchor, row }))).flat();
    const place = places.find(({ anchor, row }) => {
      const from = anchor === 'end' ? x - AIR - width : x + AIR;
      const crossesLine = notes.some((other) => other.x !== x && other.x > from - 2 && other.x < from + width + 2);
      const isFree = taken.every(
        (other) => other.row !== row || from > other.to + AIR || from + width < other.from - AIR,
      );
      return from >= left && from + width <= right && isFree && (row === 0 ? !crossesLine : true);
    });
    if (!place) return null;
    const from = place.anchor === 'end' ? x - AIR - width : x + AIR;
    taken.push({ from, to: from + width, row: place.row });
    labels.push({ x, text, textX: place.anchor === 'end' ? x - AIR : x + AIR, ...place });
  }
  return labels;
}
