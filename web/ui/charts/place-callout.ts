/** A point of the drawing. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a callout must keep clear of. */
export interface Surroundings {
  readonly inside: Box;
  /** The data line; null where it has a gap. */
  readonly line: readonly (Place | null)[];
  /** Heights of lines that run across the drawing. */
  readonly across: readonly number[];
  /** Places of lines from top to bottom. */
  readonly upright: readonly number[];
  readonly boxes: readonly Box[];
}

export interface PlacedCallout {
  readonly box: Box;
  readonly anchor: 'start' | 'end';
  /** It hides no data and stays inside. */
  readonly isClear: boolean;
}

/** How far beside the point its text may stand, and how far up and down. */
const SIDES = [14, 36, 62] as const;
const MOVES = [0, -14, 14, -28, 28, -36, 36, -48, 48, -64, 64, -90, 90, -120, 120, -150, 150] as const;

const COST = { line: 40, box: 200, across: 6, upright: 12, perPixel: 0.5, outside: 10_000 } as const;

/**
 * Where the words about a point stand: left or right of it, level with it or moved up or down, where they hide least of
 * the data. They never leave the drawing while there is a place inside.
 */
export function placeCallout(
  at: Place,
  size: { readonly width: number; readonly height: number },
  surroundings: Surroundings,
): PlacedCallout {
  const candidates = (['start', 'end'] as const).flatMap((anchor) =>
    SIDES.flatMap((side) => MOVES.map((move) => ({ side, move }))).map(({ side, move }) => {
      const left = anchor === 'start' ? at.x + side : at.x - side - size.width;
      const top = at.y + move - 8;
      return { anchor, box: { left, top, right: left + size.width, bottom: top + size.height } } as const;
    }),
  );
  const costs = candidates.map((candidate) => costOf(candidate.box, at, surroundings));
  const best = candidates[costs.indexOf(Math.min(...costs))]!;
  return { ...best, isClear: isClear(best.box, surroundings) };
}

function isClear(box: Box, { inside, line }: Surroundings): boolean {
  const isInside =
    box.left >= inside.left && box.right <= inside.right && box.top >= inside.top && box.bottom <= inside.bottom;
  return isInside && !line.some((end, index) => touches(box, line[index - 1] ?? end, end));
}

function touches(box: Box, start: Place | null | undefined, end: Place | null): boolean {
  return !!start && !!end && crosses(box, start, end);
}

function costOf(box: Box, at: Place, { inside, line, across, upright, boxes }: Surroundings): number {
  const outside =
    Math.max(0, inside.left - box.left) +
    Math.max(0, box.right - inside.right) +
    Math.max(0, inside.top - box.top) +
    Math.max(0, box.bottom - inside.bottom);
  const aside = Math.max(box.left - at.x, at.x - box.right) - SIDES[0];
  let cost = (Math.abs(box.top + 8 - at.y) + aside) * COST.perPixel + (outside > 0 ? COST.outside + outside : 0);
  for (const [index, end] of line.entries()) {
    if (touches(box, line[index - 1] ?? end, end)) cost += COST.line;
  }
  for (const y of across) if (y > box.top - 2 && y < box.bottom + 2) cost += COST.across;
  for (const x of upright) if (x > box.left - 2 && x < box.right + 2) cost += COST.upright;
  for (const other of boxes) if (overlap(box, other)) cost += COST.box;
  return cost;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether the stretch from `a` to `b` touches the box (Liang and Barsky). */
export function crosses({ left, top, right, bottom }: Box, a: Place, b: Place): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, a.x - left],
    [dx, right - a.x],
    [-dy, a.y - top],
    [dy, bottom - a.y],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return enter <= leave;
}
