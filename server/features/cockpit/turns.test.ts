import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnsFor } from './turns.ts';

/** Pieces of work that end when they are told to, and say when they began. */
function pieces(count: number) {
  const began: number[] = [];
  const ends = Array.from({ length: count }, () => Promise.withResolvers<void>());
  const work = (index: number) => async () => {
    began.push(index);
    await ends[index]!.promise;
    return index;
  };
  return { began, ends, work };
}

const breath = () => new Promise<void>((done) => setImmediate(done));

test('no more pieces of work run at once than there are turns, and the rest keeps its order', async () => {
  const turns = turnsFor(2);
  const { began, ends, work } = pieces(4);
  const done = [0, 1, 2, 3].map((index) => turns(work(index)));
  await breath();
  assert.deepEqual(began, [0, 1]);
  ends[1]!.resolve();
  await breath();
  assert.deepEqual(began, [0, 1, 2]);
  for (const { resolve } of ends) resolve();
  assert.deepEqual(await Promise.all(done), [0, 1, 2, 3]);
});

test('work that fails gives its turn on', async () => {
  const turns = turnsFor(1);
  const failing = turns(async () => {
    throw new Error('failed');
  });
  const next = turns(async () => 'done');
  await assert.rejects(failing);
  assert.equal(await next, 'done');
});
