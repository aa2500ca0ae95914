import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besideStroke, isClearOf, placeLabels } from './calendar-strip-labels.ts';

const label = (text: string, x: number) => ({ id: text, text, x, weight: 'plain' }) as const;

test('a label alone stands in the middle of its place', () => {
  const [only] = placeLabels([label('Start 14:40', 400)], 800);
  assert.ok(Math.abs(only!.left + only!.width / 2 - 400) < 0.01);
});

test('labels never overlap and never leave the drawing', () => {
  const labels = placeLabels([label('jetzt 10:05', 790), label('Start 14:40', 2), label('gelöst 10:00', 785)], 800);
  for (const [index, { left, width }] of labels.entries()) {
    assert.ok(left >= 0 && left + width <= 800);
    const next = labels[index + 1];
    if (next) assert.ok(left + width <= next.left);
  }
  assert.deepEqual(
    labels.map(({ id }) => id),
    ['Start 14:40', 'gelöst 10:00', 'jetzt 10:05'],
  );
});

test('what lies beside a label is clear of it, what touches it is not', () => {
  const labels = placeLabels([label('Start 14:40', 400)], 800);
  const { left, width } = labels[0]!;
  assert.deepEqual(
    [isClearOf(labels, left + width + 10, left + width + 30), isClearOf(labels, left - 20, left + 5)],
    [true, false],
  );
});

test('a label that a stroke would cross stands on the side of its own place', () => {
  const stroke = 415;
  const labels = placeLabels([label('jetzt 10:05', 400)], 800);
  const [moved] = besideStroke(labels, stroke, 800);
  assert.ok(labels[0]!.left + labels[0]!.width > stroke);
  assert.ok(moved!.left + moved!.width < stroke);
});

test('a label without room beside the stroke stays where it is', () => {
  const labels = placeLabels([label('jetzt 10:05', 10)], 800);
  assert.deepEqual(besideStroke(labels, 20, 800), labels);
});
