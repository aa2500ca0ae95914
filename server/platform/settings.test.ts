import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { Failure } from './failure.ts';
import { readSettings } from './settings.ts';

test('without any setting the defaults hold', (t) => {
  const folder = temporaryFolder(t);
  assert.deepEqual(readSettings({}, folder), {
    KUNDIG_DATA: join(folder, 'data'),
    DATABASE_URL: null,
    KUNDIG_HOST: '127.0.0.1',
    KUNDIG_PORT: 4600,
    KUNDIG_LANGUAGE: '',
    KUNDIG_TIME_ZONE: 'Europe/Berlin',
    KUNDIG_WORKING_DAYS: ['mon', 'tue', 'wed', 'thu', 'fri'],
    KUNDIG_HOLIDAY_REGION: null,
    KUNDIG_LOG_LEVEL: 'warn',
    KUNDIG_OPEN_ON_LOOPBACK: false,
    KUNDIG_REQUESTS_PER_MINUTE: 1200,
    KUNDIG_UPLOAD_MEGABYTES: 512,
    KUNDIG_ACCEPT_DATA_LOSS: false,
  });
});

test('the environment wins over the file, the file over the default, and an empty value counts as none', (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'kundig.env'), 'KUNDIG_PORT=5000\nKUNDIG_HOST=::1\nKUNDIG_LANGUAGE=de\n');
  const settings = readSettings({ KUNDIG_PORT: '6000', KUNDIG_HOST: '' }, folder);
  assert.deepEqual([settings.KUNDIG_PORT, settings.KUNDIG_HOST, settings.KUNDIG_LANGUAGE], [6000, '::1', 'de']);
});

test('KUNDIG_ENV_FILE names another file, which must be there', (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'other.env'), 'KUNDIG_PORT=5000\n');
  assert.equal(readSettings({ KUNDIG_ENV_FILE: 'other.env' }, folder).KUNDIG_PORT, 5000);
  assert.deepEqual(
    problemsOf(() => readSettings({ KUNDIG_ENV_FILE: 'absent.env' }, folder)),
    [`The file ${join(folder, 'absent.env')} cannot be read.`],
  );
});

test('all problems are reported at once, with the place of those in the file', (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'kundig.env');
  writeFileSync(file, '# comment\nKUNDIG_PORTT=1\nnonsense\n');
  const environment = { KUNDIG_PORT: '65536', KUNDIG_LOG_LEVEL: 'loud', KUNDIG_TIME_ZONE: '+01:00' };
  assert.deepEqual(
    problemsOf(() => readSettings(environment, folder)),
    [
      `${file}, line 3: not of the form NAME=value.`,
      `${file}, line 2: there is no setting KUNDIG_PORTT.`,
      'KUNDIG_PORT is "65536", but must be a whole number from 0 to 65535.',
      'KUNDIG_TIME_ZONE is "+01:00", but must be the name of a time zone such as Europe/Berlin.',
      'KUNDIG_LOG_LEVEL is "loud", but must be one of trace, debug, info, warn, error, fatal, silent.',
    ],
  );
});

test('a secret that is wrong is not repeated', (t) => {
  const problems = problemsOf(() => readSettings({ DATABASE_URL: 'postgers://me:secret@x/y' }, temporaryFolder(t)));
  assert.equal(problems.length, 1);
  assert.doesNotMatch(problems.join(), /secret/);
});

for (const [name, value] of [
  ['KUNDIG_PORT', '-1'],
  ['KUNDIG_PORT', '4600.5'],
  ['KUNDIG_PORT', ' '],
  ['KUNDIG_PORT', '0x10'],
  ['KUNDIG_TIME_ZONE', 'Mars/Base'],
  ['KUNDIG_LANGUAGE', 'fr'],
  ['KUNDIG_WORKING_DAYS', 'mon,monday'],
  ['KUNDIG_WORKING_DAYS', 'mon,mon'],
  ['KUNDIG_HOLIDAY_REGION', 'Bavaria'],
  ['KUNDIG_HOST', 'a b'],
  ['DATABASE_URL', 'localhost'],
  ['KUNDIG_ACCEPT_DATA_LOSS', 'maybe'],
] as const) {
  test(`${name}=${JSON.stringify(value)} is refused`, (t) => {
    assert.equal(problemsOf(() => readSettings({ [name]: value }, temporaryFolder(t))).length, 1);
  });
}

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof Failure);
    return error
      .describe('en')
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^ {2}- /, ''));
  }
  return [];
}
