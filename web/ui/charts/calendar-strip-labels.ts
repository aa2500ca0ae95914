import { textWidth } from './text-width.ts';

/** A text above or below the strip, at the place of an instant. */
export interface StripLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly weight: 'plain' | 'bold';
}

export interface PlacedLabel extends StripLabel {
  /** Left edge. */
  readonly left: number;
  readonly width: number;
}

const SPACE = 8;
/**
 * Labels of one line, each as near to its place as the others and the edges let it be: pushed to the right where they
 * would overlap, then back from the right edge. In the order of their places.
 */
export function placeLabels(labels: readonly StripLabel[], width: number): PlacedLabel[] {
  const placed = labels
    .toSorted((a, b) => a.x - b.x)
    .map((label): PlacedLabel => {
      const own = textWidth(label.text, label.weight);
      return { ...label, width: own, left: Math.max(0, label.x - own / 2) };
    });
  let edge = 0;
  const pushed = placed.map((label): PlacedLabel => {
    const left = Math.max(label.left, edge);
    edge = left + label.width + SPACE;
    return { ...label, left };
  });
  edge = width;
  return pushed
    .toReversed()
    .map((label): PlacedLabel => {
      const left = Math.max(0, Math.min(label.left, edge - label.width));
      edge = left - SPACE;
      return { ...label, left };
    })
    .toReversed();
}

/** The same labels with those that a stroke would cross beside it, on the side of their places, where there is room. */
export function besideStroke(labels: readonly PlacedLabel[], stroke: number, width: number): PlacedLabel[] {
  return labels.map((label, index) => {
    const { left, width: own, x } = label;
    if (stroke <= left - 2 || left + own + 2 <= stroke) return label;
    const moved = x <= stroke ? stroke - own - SPACE / 2 : stroke + SPACE / 2;
    const others = labels.filter((_, other) => other !== index);
    const isFree = moved >= 0 && moved + own <= width && isClearOf(others, moved, moved + own);
    return isFree ? { ...label, left: moved } : label;
  });
}

/** Whether a label leaves room for something that reaches from `left` to `right`. */
export function isClearOf(labels: readonly PlacedLabel[], left: number, right: number): boolean {
  return labels.every((label) => right + SPACE / 2 <= label.left || label.left + label.width + SPACE / 2 <= left);
}
