import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { publicAddress, withSessionOptions } from './database-url.ts';

const optionCases = [
  ['postgres://u:p@h/d', '-c role=app'],
  ['postgres://u:p@h/d?sslmode=disable', '-c role=app'],
  ['postgres://u@/d?host=/tmp/x', '-c role=app'],
  ['postgres://u:p@h/d?options=-c%20geqo%3Doff', '-c geqo=off -c role=app'],
  ['postgres://u:p@h/d?options=-c+geqo%3Doff&sslmode=disable', '-c geqo=off -c role=app'],
] as const;

for (const [url, options] of optionCases) {
  test(`session options of ${url}`, () => {
    const client = new pg.Client({ connectionString: withSessionOptions(url, { role: 'app' }) });
    assert.equal(
      (client as unknown as { connectionParameters: { options: string } }).connectionParameters.options,
      options,
    );
  });
}

const addressCases = [
  ['postgres://u:secret@h:6000/d', { address: 'h:6000', user: 'u', database: 'd' }],
  ['postgresql://u%20v:secret@h/d%2Fe', { address: 'h:5432', user: 'u v', database: 'd/e' }],
  ['postgres://u:secret@h', { address: 'h:5432', user: 'u', database: 'u' }],
  ['postgres://u:secret@/d?host=%2Ftmp%2Fx', { address: '/tmp/x', user: 'u', database: 'd' }],
  ['postgres://u:secret@[::1]:5433/d', { address: '[::1]:5433', user: 'u', database: 'd' }],
  ['postgres://u:se cret@@:x', { address: '?', user: '?', database: '?' }],
] as const;

for (const [url, expected] of addressCases) {
  test(`what may be shown of ${url}`, () => {
    assert.deepEqual(publicAddress(url), expected);
  });
}
