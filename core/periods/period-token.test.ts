import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLocalDate, parseLocalDate } from '../time/local-date.ts';
import { GRANULARITIES } from './granularity.ts';
import { parsePeriodToken, periodTokenOf } from './period-token.ts';

function read(token: string): string | null {
  const period = parsePeriodToken(token);
  return period && `${formatLocalDate(period.from)} ${formatLocalDate(period.to)} ${period.granularity}`;
}

test('a word of an address means a period', () => {
  assert.deepEqual(['2026', '2026-Q2', '2026-06', '2026-W01', '2026-06-05', '2026-06-05..2026-06-12'].map(read), [
    '2026-01-01 2027-01-01 year',
    '2026-04-01 2026-07-01 quarter',
    '2026-06-01 2026-07-01 month',
    '2025-12-29 2026-01-05 week',
    '2026-06-05 2026-06-06 day',
    '2026-06-05 2026-06-13 null',
  ]);
});

test('what is no period means none', () => {
  const words = [
    '',
    'June',
    '2026-13',
    '2026-00',
    '2025-W53',
    '2026-W00',
    '2026-Q5',
    '2026-02-30',
    '2026-06-05..2026-06-04',
  ];
  assert.deepEqual(
    [...words, '2026-06-05..', '2026-06..2026-07', '2026-06-01..2026-06-02..2026-06-03'].map(read),
    Array(12).fill(null),
  );
});

test('the word for a period is read as that period', () => {
  for (const text of ['2024-02-29', '2025-12-31', '2026-01-01', '2026-11-23']) {
    const date = parseLocalDate(text);
    for (const granularity of GRANULARITIES) {
      const period = parsePeriodToken(periodTokenOf(granularity, date));
      assert.ok(period !== null && period.from <= date && date < period.to);
      assert.equal(period.granularity, granularity);
    }
  }
});
