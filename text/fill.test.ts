import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillIn } from './fill.ts';

test('a filling that ends with a full stop brings that of its sentence', () => {
  assert.equal(
    fillIn('kept, after {used}. {left} left.', { used: '9 Min.', left: '0:51' }),
    'kept, after 9 Min. 0:51 left.',
  );
  assert.equal(fillIn('kept, after {used}.', { used: '9 Min.' }), 'kept, after 9 Min.');
});

test('a stop that ends no sentence stays', () => {
  assert.equal(fillIn('{name}.csv', { name: 'a.' }), 'a..csv');
});

test('a placeholder without a filling stays as it is', () => {
  assert.equal(fillIn('{used} of {all}.', { used: 3 }), '3 of {all}.');
});
