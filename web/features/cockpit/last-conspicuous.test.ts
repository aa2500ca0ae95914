import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cockpit } from './cockpit-lines.ts';
import { lastConspicuous } from './last-conspicuous.ts';

type Given = readonly (readonly [from: string, side: 'above' | 'below'])[];

/** A cockpit of figures that should be high, with these signals, asked for October. */
function cockpit(given: readonly Given[], better: 'higher' | 'neutral' = 'higher'): Cockpit {
  const ids = given.map((_, index) => `figure_${index}`);
  const tiles = given.map((signals) => ({ chart: { signals: signals.map(([from, side]) => ({ from, side })) } }));
  return {
    head: { period: { from: '2026-10' }, groups: [{ figures: ids.map((id) => ({ id, better })) }] },
    tiles: Object.fromEntries(ids.map((id, index) => [id, tiles[index]])),
  } as unknown as Cockpit;
}

const june: Given = [['2026-06', 'below']];

test('the last period with three figures for the worse is told, each figure once', () => {
  const twice: Given = [...june, ...june, ['2026-07', 'below']];
  assert.deepEqual(lastConspicuous(cockpit([june, june, twice, [['2026-02', 'below']]])), {
    from: '2026-06',
    figures: 3,
  });
});

test('two figures, signals for the better, and figures without a direction are nothing conspicuous', () => {
  const good: Given = [['2026-06', 'above']];
  assert.equal(lastConspicuous(cockpit([june, june, good])), null);
  assert.equal(lastConspicuous(cockpit([june, june, june], 'neutral')), null);
});

test('a period that is conspicuous itself points to no other', () => {
  const both: Given = [...june, ['2026-10', 'below']];
  assert.equal(lastConspicuous(cockpit([both, both, both])), null);
});
