import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dimensionValueName, valueName } from './dimension-words.ts';
import { wordsIn } from './words.oracle.ts';

const words = wordsIn('de');

test('a level has its name, and without one its number says that it is a level', () => {
  assert.equal(valueName({ dimension: 'level', value: '1', name: 'Erste Ebene' }, words), 'Erste Ebene');
  assert.equal(valueName({ dimension: 'level', value: '3' }, words), 'Level 3');
  assert.equal(dimensionValueName({ dimension: 'level', value: '3' }, words), 'Level 3');
});

test('what is not set is named with what is not set', () => {
  assert.equal(dimensionValueName({ dimension: 'level', value: '(none)' }, words), 'Level nicht gesetzt');
});
