import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breathing } from './breath.ts';

/** How often the event loop had its turn while twelve items took so many milliseconds each. */
async function turnsDuring(millisecondsPerItem: number): Promise<number> {
  let now = 0;
  let turns = 0;
  let isDone = false;
  const turn = (): void => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  for await (const _ of breathing(Array.from({ length: 12 }), { clock: () => now })) now += millisecondsPerItem;
  isDone = true;
  return turns;
}

test('long work lets others have their turn every few milliseconds', async () => {
  assert.ok((await turnsDuring(3)) >= 5);
});

test('short work is done in one go', async () => {
  assert.equal(await turnsDuring(0.1), 0);
});

test('items come as they are, in order', async () => {
  assert.deepEqual(await Array.fromAsync(breathing([1, 2, 3])), [1, 2, 3]);
});
