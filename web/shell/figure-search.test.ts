import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLocalDate, localDate } from '#core/time/local-date.ts';
import { periodOf, readFigureSearch, unknownPeriodOf } from './figure-search.ts';

const today = localDate(2026, 11, 23);

for (const word of ['2026-13', 'abc', '2026-06-12..2026-06-05']) {
  test(`${word} is no period: the last whole month is asked, and the word is kept to be told`, () => {
    const search = readFigureSearch({ period: word });
    assert.equal(unknownPeriodOf(search), word);
    assert.equal(formatLocalDate(periodOf(search, today).from), '2026-10-01');
  });
}

test('a period, or none, is nothing unknown', () => {
  for (const raw of [{ period: '2026-06' }, { period: '2026-06-05..2026-06-12' }, {}]) {
    assert.equal(unknownPeriodOf(readFigureSearch(raw)), null);
  }
});
