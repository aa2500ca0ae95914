/** A cause and how often it was one. */
export interface ParetoItem {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Nobody wrote down what it was: stands last, however many there are. */
  readonly isNotRecorded?: boolean;
  readonly href?: string | null;
}

export interface ParetoRow extends ParetoItem {
  /** In percent of all. */
  readonly share: number;
  /** The shares down to this row, added up. */
  readonly cumulative: number;
  /** Among the few that together make up to 80 percent. */
  readonly isLeading: boolean;
}

const LEADING_PERCENT = 80;
const MOST_ROWS = 12;

/**
 * The causes, the most frequent first; those not recorded last, because they say nothing. Leading are the first one and
 * all that stay within 80 percent of the whole. What would be more than twelve rows is put together in one, so that the
 * rows always add up to all. (`more` names that row.)
 */
export function paretoRows(items: readonly ParetoItem[], more: (count: number) => string): ParetoRow[] {
  const known = items.filter(({ isNotRecorded, count }) => !isNotRecorded && count > 0);
  const sorted = known.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const [shown, rest] =
    sorted.length > MOST_ROWS ? [sorted.slice(0, MOST_ROWS - 1), sorted.slice(MOST_ROWS - 1)] : [sorted, []];
  const together = rest.length === 0 ? [] : [{ key: '+', label: more(rest.length), count: sum(rest) }];
  const ordered = [...shown, ...together, ...items.filter(({ isNotRecorded }) => isNotRecorded)];
  const total = sum(ordered);
  let before = 0;
  return ordered.map((item, index) => {
    before += item.count;
    const cumulative = total === 0 ? 0 : (100 * before) / total;
    const isCause = !('isNotRecorded' in item && item.isNotRecorded) && item.key !== '+';
    return {
      ...item,
      share: total === 0 ? 0 : (100 * item.count) / total,
      cumulative,
      isLeading: isCause && (index === 0 || cumulative <= LEADING_PERCENT),
    };
  });
}

function sum(items: readonly { readonly count: number }[]): number {
  return items.reduce((total, { count }) => total + count, 0);
}
