import { toneOf } from '#web/ui/charts/point-marks.ts';
import { type Cockpit, figuresOf } from './cockpit-lines.ts';

/** So many figures with a signal for the worse make a period conspicuous; fewer happen by chance. */
const CONSPICUOUS = 3;

/**
 * The last period before the asked one in which at least three figures had a signal for the worse, by the charts of the
 * tiles; null when there is none, and when the asked one is such a period itself.
 */
export function lastConspicuous({ head, tiles }: Pick<Cockpit, 'head' | 'tiles'>): {
  readonly from: string;
  readonly figures: number;
} | null {
  const figures = figuresOf(head).flatMap(({ id, better }) => {
    const signals = tiles[id]?.chart?.signals ?? [];
    const worse = signals.filter(({ side }) => side !== null && toneOf(side, better) === 'worse');
    return [...new Set(worse.map(({ from }) => from))];
  });
  const counts = [...Map.groupBy(figures, (from) => from)].map(([from, all]) => ({ from, figures: all.length }));
  const last = counts
    .filter(({ from, figures: count }) => count >= CONSPICUOUS && from <= head.period.from)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  return last === undefined || last.from === head.period.from ? null : last;
}
