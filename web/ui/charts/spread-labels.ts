/** A label that wants its middle at `at` and takes `size` pixels. */
export interface WantedLabel {
  readonly at: number;
  readonly size: number;
}

/** Where labels may stand, edge to edge. */
export interface LabelRoom {
  readonly low: number;
  readonly high: number;
}

/**
 * Moves labels apart until none overlaps another, as little as possible (least squares), in their old order. They stay
 * between `low` and `high` while there is room for all; without room they start at `low` and follow each other. Answers
 * with the middles, in the order given.
 */
export function spreadLabels(labels: readonly WantedLabel[], { low, high }: LabelRoom): number[] {
  const order = labels.map((_, index) => index).sort((a, b) => labels[a]!.at - labels[b]!.at || a - b);
  const offsets: number[] = [];
  let above = 0;
  for (const index of order) {
    offsets.push(above + labels[index]!.size / 2);
    above += labels[index]!.size;
  }
  // Without the sizes, "apart" means "not decreasing": pooling neighbours that are out of order is the exact answer.
  const blocks: { mean: number; labels: number }[] = [];
  for (const [position, index] of order.entries()) {
    let block = { mean: labels[index]!.at - offsets[position]!, labels: 1 };
    for (let before = blocks.at(-1); before && before.mean > block.mean; before = blocks.at(-1)) {
      blocks.pop();
      const together = before.labels + block.labels;
      block = { mean: (before.mean * before.labels + block.mean * block.labels) / together, labels: together };
    }
    blocks.push(block);
  }
  const highest = Math.max(low, high - above);
  const placed: number[] = new Array(labels.length);
  let position = 0;
  for (const block of blocks) {
    const base = Math.min(highest, Math.max(low, block.mean));
    for (const end = position + block.labels; position < end; position++) {
      placed[order[position]!] = base + offsets[position]!;
    }
  }
  return placed;
}
