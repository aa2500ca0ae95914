import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureById } from '#core/figures/registry.ts';
import { wordsIn } from '#web/shell/words.oracle.ts';
import { possibleValues } from './chart-figure.ts';
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
