import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from './failure.ts';

test('a failure speaks both languages, with its values filled in', () => {
  const failure = new Failure('failure.databaseTooOld', { found: '14.2', needed: 15 });
  assert.equal(failure.describe('en'), 'The database server is PostgreSQL 14.2. Kundig needs PostgreSQL 15 or newer.');
  assert.equal(
    failure.describe('de'),
    'Der Datenbankserver ist PostgreSQL 14.2. Kundig braucht PostgreSQL 15 oder neuer.',
  );
});

test('details stand below the sentence, their words in the same language', () => {
  const failure = new Failure('failure.settings').withDetails([
    { key: 'problem.valueInvalid', params: { name: 'A', value: 'x' }, words: { rule: 'rule.yesOrNo' } },
  ]);
  assert.equal(
    failure.describe('de'),
    'Mit diesen Einstellungen kann Kundig nicht starten:\n  - A ist „x“, muss aber „yes“ oder „no“ sein.',
  );
});
