import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePeriodToken } from '#core/periods/period-token.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { resized, rulerTicks, stepped } from './ruler-ticks.ts';

const today = parseLocalDate('2026-11-23');
const period = (token: string) => parsePeriodToken(token)!;

function ticks(token: string, given: { firstDate?: string; reference?: string } = {}) {
  const chosen = period(token);
  return rulerTicks({
    granularity: chosen.granularity ?? 'month',
    today,
    chosen,
    references: given.reference === undefined ? [] : [period(given.reference)],
    firstDate: given.firstDate === undefined ? null : parseLocalDate(given.firstDate),
  });
}

describe('the ruler of months', () => {
  test('shows two years and the running month', () => {
    const tokens = ticks('2026-10').map(({ token }) => token);
    assert.deepEqual([tokens.length, tokens[0], tokens.at(-1)], [25, '2024-11', '2026-11']);
  });

  test('marks the chosen month, what it is compared with, and the one that runs', () => {
    const marked = ticks('2026-10', { reference: '2026-09' }).flatMap(({ token, isChosen, isReference, isRunning }) =>
      isChosen || isReference || isRunning ? [[token, isChosen, isReference, isRunning]] : [],
    );
    assert.deepEqual(marked, [
      ['2026-09', false, true, false],
      ['2026-10', true, false, false],
      ['2026-11', false, false, true],
    ]);
  });

  test('has long ticks at its beginning and in each January', () => {
    const long = ticks('2026-10').flatMap(({ token, isLong }) => (isLong ? [token] : []));
    assert.deepEqual(long, ['2024-11', '2025-01', '2026-01']);
  });

  test('knows where there is nothing to see', () => {
    const blank = ticks('2026-10', { firstDate: '2025-10-01' }).filter(({ isBlank }) => isBlank);
    assert.deepEqual([blank.length, blank.at(-1)?.token], [11, '2025-09']);
  });

  test('moves back to a month that is older than all of it', () => {
    const tokens = ticks('2022-03');
    assert.deepEqual(
      tokens.flatMap(({ token, isChosen }, index) => (isChosen ? [[token, index]] : [])),
      [['2022-03', 12]],
    );
  });

  test('marks every month of a longer stretch', () => {
    const chosen = ticks('2026-03-01..2026-05-31').filter(({ isChosen }) => isChosen);
    assert.deepEqual(
      chosen.map(({ token }) => token),
      ['2026-03', '2026-04', '2026-05'],
    );
  });
});

const sizes = [
  ['quarter', '2026-06', '2026-Q2'],
  ['year', '2026-06', '2026'],
  ['month', '2026-Q2', '2026-06'],
  ['month', '2026', '2026-10'],
  ['month', '2025', '2025-12'],
  ['week', '2026-06', '2026-W27'],
  ['month', '2026-11', '2026-11'],
] as const;

for (const [granularity, from, expected] of sizes) {
  test(`${from} as a ${granularity} is ${expected}`, () => {
    assert.equal(resized(granularity, period(from), today), expected);
  });
}

test('a step leads to the neighbour, and not beyond the period that runs', () => {
  const from = (token: string, count: number) => stepped('month', period(token), { count, today });
  assert.deepEqual([from('2026-10', -1), from('2026-10', 1), from('2026-11', 1)], ['2026-09', '2026-11', null]);
});
