import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Box, crosses, overlap, placeCallout } from './place-callout.ts';

const box: Box = { left: 10, top: 10, right: 20, bottom: 20 };
const inside: Box = { left: 0, top: 0, right: 400, bottom: 200 };
const size = { width: 100, height: 48 };
const empty = { inside, line: [], across: [], upright: [], boxes: [] };

test('without anything in the way the words stand right of the point', () => {
  const { anchor, box: placed } = placeCallout({ x: 100, y: 80 }, size, empty);
  assert.deepEqual([anchor, placed.left, placed.top], ['start', 114, 72]);
});

test('at the right edge they stand left of the point', () => {
  assert.equal(placeCallout({ x: 390, y: 80 }, size, empty).anchor, 'end');
});

test('words stay clear of the data line', () => {
  const line = [
    { x: 0, y: 60 },
    { x: 100, y: 160 },
    { x: 200, y: 60 },
    { x: 400, y: 60 },
  ];
  const { box: placed } = placeCallout({ x: 100, y: 160 }, size, { ...empty, line });
  for (const [i, end] of line.entries()) assert.ok(i === 0 || !crosses(placed, line[i - 1]!, end));
});

test('words stay clear of other words', () => {
  const other = { left: 110, top: 60, right: 300, bottom: 130 };
  const { box: placed } = placeCallout({ x: 100, y: 80 }, size, { ...empty, boxes: [other] });
  assert.ok(!overlap(placed, other));
});

test('words stay clear of the dotted line of a note', () => {
  assert.equal(placeCallout({ x: 200, y: 80 }, size, { ...empty, upright: [250] }).anchor, 'end');
});

test('words stay inside at the top and at the bottom', () => {
  for (const y of [2, 198]) {
    const { box: placed } = placeCallout({ x: 100, y }, size, empty);
    assert.ok(placed.top >= 0 && placed.bottom <= 200);
  }
});

const stretches = [
  ['through the middle', [0, 15, 30, 15], true],
  ['corner to corner', [0, 0, 30, 30], true],
  ['inside', [12, 12, 18, 18], true],
  ['beside', [0, 25, 30, 25], false],
  ['that ends before', [0, 15, 9, 15], false],
  ['past a corner', [0, 21, 9, 30], false],
] as const;

for (const [name, [x1, y1, x2, y2], expected] of stretches) {
  test(`a stretch ${name} ${expected ? 'touches' : 'misses'} the box`, () => {
    assert.equal(crosses(box, { x: x1, y: y1 }, { x: x2, y: y2 }), expected);
  });
}
