import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatIn } from '#web/shell/format.ts';
import { type AnsweredVersion, promisesAt } from './promises.ts';

const format = formatIn('de', 'Europe/Berlin');

function version(change: Partial<AnsweredVersion>): AnsweredVersion {
  const set = { figure: 'resolution_sla_pct', setAt: '2025-01-01T00:00:00Z', owner: 'Leitung' } as const;
  return {
    ...set,
    version: 1,
    value: 85,
    direction: 'at_least',
    validFrom: '2025-01-01',
    ...change,
  } as AnsweredVersion;
}

/** Months of 2026 in Berlin, by the instants at which they end. */
const may = { to: '2026-05-31T22:00:00Z' };
const july = { to: '2026-07-31T22:00:00Z' };
const august = { to: '2026-08-31T22:00:00Z' };

test('each period has the promise of its own last day', () => {
  const versions = [version({}), version({ version: 2, value: 88, validFrom: '2026-08-01' })];
  assert.deepEqual(promisesAt(versions, [may, july, august], format), [85, 85, 88]);
});

test('before the first promise and after the end of one there is none', () => {
  const versions = [
    version({ validFrom: '2026-07-31' }),
    version({ version: 2, value: null, validFrom: '2026-08-15' }),
  ];
  assert.deepEqual(promisesAt(versions, [may, july, august], format), [null, 85, null]);
});
