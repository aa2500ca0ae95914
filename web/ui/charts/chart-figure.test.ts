import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureById } from '#core/figures/registry.ts';
import { wordsIn } from '#web/shell/words.oracle.ts';
import { possibleValues, scaledWith } from './chart-figure.ts';
import { pointWords } from './control-words.ts';

const told = (id: string) => {
  const { unit, of, digits } = figureById(id)!;
  return { unit, counts: of, digits };
};

test('a balance can be below zero before it ever was, other counts cannot', () => {
  assert.deepEqual(possibleValues(told('net_flow_count')), { low: null, high: null });
  assert.deepEqual(possibleValues(told('backlog_open_count')), { low: 0, high: null });
});

test('what is usual for a balance reaches below zero in words too', () => {
  const point = { value: 4, bound: null, lower: -12, upper: 20 };
  const at = { from: '2026-06-01T00:00:00Z', to: '2026-07-01T00:00:00Z' };
  const usual = (id: string) => {
    const measured = told(id);
    const options = { by: 'month', measured, possible: possibleValues(measured), words: wordsIn('de') } as const;
    return pointWords({ ...point, ...at }, { signal: '', isRunning: false, notes: [], options }).rest;
  };
  assert.deepEqual(usual('net_flow_count'), ['üblich −12 bis 20']);
  assert.deepEqual(usual('backlog_open_count'), ['üblich höchstens 20']);
});

test('values of one scale have one unit, which the longest of them tells', () => {
  const minutes = { unit: 'minutes', digits: 1 };
  const short = scaledWith([30, 90.5], minutes, wordsIn('de').format);
  assert.deepEqual([short.unit, short.isClock, short.tight(30), short.text(90.5)], ['Min.', false, '30', '90,5']);
  const long = scaledWith([30, 295], minutes, wordsIn('de').format);
  assert.deepEqual([long.unit, long.isClock, long.tight(30), long.text(295)], ['Std.', true, '0:30', '4:55']);
  const share = scaledWith([77, 91.8], { unit: 'percent', digits: 1 }, wordsIn('de').format);
  assert.deepEqual([share.unit, share.isClock, share.tight(77), share.text(77)], ['%', false, '77', '77,0']);
  assert.equal(scaledWith([], minutes, wordsIn('de').format).unit, 'Min.');
});
