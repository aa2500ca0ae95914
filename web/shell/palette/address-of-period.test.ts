import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOfPeriod } from './address-of-period.ts';

test('a page that shows a period shows another one, and keeps its filters', () => {
  const here = { pathname: '/desk/q/reopen_rate_pct', search: '?period=2026-05&where=team%3DMail' };
  assert.equal(addressOfPeriod(here, '2026-06'), '/desk/q/reopen_rate_pct?period=2026-06&where=team%3DMail');
});

test('a page without a period leads to the cockpit', () => {
  assert.equal(addressOfPeriod({ pathname: '/desk/t/4711', search: '' }, '2026-Q2'), '/desk/cockpit?period=2026-Q2');
});
