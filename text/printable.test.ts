import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from './catalogue.ts';
import { printable, printableLine } from './printable.ts';

test('what a terminal would carry out is replaced, letters of every script stay', () => {
  assert.equal(printable('\u001b[31mrot\u001b]0;x\u0007\u009b1m'), '\ufffd[31mrot\ufffd]0;x\ufffd\ufffd1m');
  assert.equal(printable('a\u202eb'), 'a\ufffdb');
  const letters = 'Größe, 印刷, طباعة, 👩‍🔧\n\t';
  assert.equal(printable(letters), letters);
});

test('a line stays one line', () => {
  assert.equal(printableLine('a\nb\tc\r'), 'a\ufffdb\ufffdc\ufffd');
});

test('a value in a sentence cannot break out of it', () => {
  assert.equal(say('en', 'ticket.dimension.service', { value: 'x\u001b[2J' }), 'service x\ufffd[2J');
});
