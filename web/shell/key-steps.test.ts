import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PressedKey, readPress, StepReader } from './key-steps.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

for (const [name, event, written] of [
  ['a letter', { ...plain, key: 'j' }, 'j'],
  ['a sign that needs Shift', { ...plain, key: '?', shiftKey: true }, '?'],
  ['a capital letter', { ...plain, key: 'J', shiftKey: true }, 'shift+j'],
  ['a letter with Caps Lock', { ...plain, key: 'J' }, 'j'],
  ['control and a letter', { ...plain, key: 'k', ctrlKey: true }, 'mod+k'],
  ['command and a letter', { ...plain, key: 'k', metaKey: true }, 'mod+k'],
  ['Shift and an arrow', { ...plain, key: 'ArrowDown', shiftKey: true }, 'shift+arrowdown'],
  ['Shift alone', { ...plain, key: 'Shift', shiftKey: true }, null],
  ['Alt and a letter, which types a character', { ...plain, key: '@', altKey: true }, null],
] as const satisfies readonly (readonly [string, PressedKey, string | null])[]) {
  test(`${name} is written ${written}`, () => assert.equal(readPress(event), written));
}

function typed(presses: readonly (readonly [string, number])[], known: readonly string[]): (string | null)[] {
  const reader = new StepReader();
  return presses.map(([press, at]) => reader.read(press, at, known));
}

test('one key is a shortcut at once', () => {
  assert.deepEqual(typed([['j', 0]], ['j', 'g c']), ['j']);
});

test('two keys one after the other are a shortcut', () => {
  assert.deepEqual(
    typed(
      [
        ['g', 0],
        ['c', 400],
      ],
      ['c', 'g c'],
    ),
    [null, 'g c'],
  );
});

test('the second key alone is another one when it comes too late', () => {
  assert.deepEqual(
    typed(
      [
        ['g', 0],
        ['c', 1_600],
      ],
      ['c', 'g c'],
    ),
    [null, 'c'],
  );
});

test('a key that continues nothing counts by itself', () => {
  assert.deepEqual(
    typed(
      [
        ['g', 0],
        ['j', 100],
      ],
      ['j', 'g c'],
    ),
    [null, 'j'],
  );
});

test('a first key pressed twice still waits for the second', () => {
  assert.deepEqual(
    typed(
      [
        ['g', 0],
        ['g', 100],
        ['c', 200],
      ],
      ['g c'],
    ),
    [null, null, 'g c'],
  );
});

test('keys that nobody has registered do nothing', () => {
  assert.deepEqual(
    typed(
      [
        ['x', 0],
        ['y', 1],
      ],
      ['j'],
    ),
    [null, null],
  );
});
