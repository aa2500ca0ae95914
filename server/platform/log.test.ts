import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { DatabaseError } from 'pg';
import { Failure } from './failure.ts';
import { createLog, describeError } from './log.ts';

test('a line is JSON in UTC, and a line break in a value cannot forge another line', () => {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  createLog('info', destination).info({ value: 'a\r\n{"level":"fatal"}\u2028' }, 'one\ntwo');
  assert.equal(lines.length, 1);
  assert.equal(lines[0]?.trimEnd().split('\n').length, 1);
  const line = JSON.parse(lines[0] ?? '');
  assert.equal(line.level, 'info');
  assert.match(line.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('a database error is logged by code, table and constraint, without the values it names', () => {
  const error = new DatabaseError('duplicate key (mail)=(canary)', 1, 'error');
  Object.assign(error, { code: '23505', table: 'person', constraint: 'person_pkey', detail: 'canary' });
  const logged = describeError(error);
  assert.doesNotMatch(JSON.stringify(logged), /canary/);
  assert.deepEqual([logged.code, logged.table, logged.constraint], ['23505', 'person', 'person_pkey']);
});

test('a message of many lines does not reach the log through the stack', () => {
  assert.doesNotMatch(JSON.stringify(describeError(new Error('one\ncanary two\ncanary three'))), /canary/);
});

test('a foreseen failure is logged by its key', () => {
  assert.equal(describeError(new Failure('failure.databaseLost')).failure, 'failure.databaseLost');
});
