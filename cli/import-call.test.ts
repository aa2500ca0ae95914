import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '#server/testing/test-database.ts';
import { refusal as refusalOf, settingsFor, writeMap } from '#tests/import-command.ts';
import { ownLog } from '#tests/import-log.ts';
import { runKundig } from '#tests/kundig-process.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const database = await testDatabase();
const environment = settingsFor(database);
const traps = ownLog('incident-traps.csv');
const refusal = (args: readonly string[], language: 'de' | 'en' = 'en') => refusalOf(args, { environment, language });

test('a call that makes no sense gets the usage', async () => {
  const calls = [
    [],
    ['uci-498'],
    ['uci-498', ''],
    ['uci-498', traps, 'more'],
    ['csv', traps],
    ['uci-498', traps, '--map', traps],
    ['toString', traps],
    ['nothing', traps],
    ['uci-498', traps, '--fast'],
    ['uci-498', traps, '--time-zone'],
  ];
  for (const call of calls) assert.match(await refusal(call), /^Usage: kundig import uci-498 FILE .*docs\/import\.md/);
});

test('the process ends with code 1 and one sentence', async (t) => {
  for (const args of [['import'], ['import', 'uci-498', '/nowhere/log.csv']]) {
    const { code, out, err } = await runKundig(t, args, { environment });
    assert.deepEqual([code, out, err.split('\n').length], [1, '', 2]);
  }
});

test('a wrong zone, a wrong state, a state without a column: each its own sentence, nothing echoed at length', async (t) => {
  const zone = await refusal(['uci-498', traps, '--time-zone', `Mars/${'x'.repeat(10_000)}`]);
  assert.match(zone, /^"Mars\/x+…" is not a time zone\./);
  const state = await refusal(['uci-498', traps, '--unknown-status', 'x'.repeat(10_000)]);
  assert.match(state, /^--unknown-status does not know "x+…"\. It takes active or one of: new, /);
  for (const sentence of [zone, state]) assert.ok(sentence.length < 400);
  const map = writeMap(t, { source: 'a', rows: 'event', ticket: { column: 'id' }, at: { column: 'at' } });
  assert.match(await refusal(['csv', traps, '--map', map, '--unknown-status', 'active']), /^--unknown-status needs/);
});

test('a mapping that is not there, is a folder, is no JSON, or far too long', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'map.json'));
  assert.match(await refusal(['csv', traps, '--map', join(folder, 'none.json')]), /^There is no file .*none\.json\.$/);
  assert.match(await refusal(['csv', traps, '--map', join(folder, 'map.json')]), /is a folder, not a file\.$/);
  const broken = writeMap(t, '{\n  "source": "desk",\n  "rows" "event"\n}');
  assert.match(await refusal(['csv', traps, '--map', broken]), /is not valid JSON \(line 3, column 10\)\.$/);
  assert.match(await refusal(['csv', traps, '--map', writeMap(t, '')]), /is not valid JSON\.$/);
  assert.match(await refusal(['csv', traps, '--map', writeMap(t, ' '.repeat(1_000_001))]), /that is no mapping\.$/);
});

test('all that is wrong with a mapping is said at once, with its path, in the language of the person', async (t) => {
  const map = writeMap(t, {
    source: 'Our desk',
    rows: 'event',
    ticket: { column: 'id' },
    state: { column: 'status', values: { 'On hold': 'waiting' } },
    witnesses: ['states', 'replies'],
    calendar: { timeZone: 'UTC', weekly: { mon: [['17:00']] } },
    ['x'.repeat(5000)]: 1,
  });
  const german = (await refusal(['csv', traps, '--map', map], 'de')).split('\n');
  assert.match(german[0] ?? '', /^Die Zuordnung .*map\.json ist nicht gültig:$/);
  assert.deepEqual(
    german.slice(1).sort(),
    [
      '  - at fehlt: Eine Zeile je Ereignis muss sagen, wann es geschah.',
      '  - calendar.weekly.mon[1] muss eine Liste aus zwei Uhrzeiten sein, etwa ["08:00", "17:00"].',
      '  - source muss ein Name aus Kleinbuchstaben (a bis z), Ziffern und Bindestrichen sein, höchstens 63.',
      '  - state.values["On hold"] muss eines davon sein: new, in_progress, pending_customer, pending_vendor, resolved, closed, cancelled, spam, test, merged.',
      '  - witnesses[2]: Keine Spalte der Zuordnung kann das sagen. Nennen Sie die Spalte oder lassen Sie dies weg.',
      `  - ${'x'.repeat(60)}… ist kein Schlüssel, den eine Zuordnung dort hat.`,
    ].sort(),
  );
  const english = (await refusal(['csv', traps, '--map', map], 'en')).split('\n');
  assert.equal(english.length, german.length);
  assert.match(
    await refusal(['csv', traps, '--map', writeMap(t, '[]')]),
    /The mapping must be an object, in braces\.$/,
  );
});
