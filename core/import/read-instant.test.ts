import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatInstant, instant } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { instantReader, isInstantFormat } from './read-instant.ts';

const berlin = zoneOf('Europe/Berlin');
const utc = zoneOf('UTC');

function readIn(zone: typeof utc, format: string, text: string): string {
  const result = instantReader(format, zone)(text);
  if (result.kind === 'problem') return result.problem;
  return `${formatInstant(result.at)}${result.isRepeatedHour ? ' twice' : ''}`;
}

const readings: readonly (readonly [format: string, text: string, expected: string])[] = [
  ['d/M/yyyy HH:mm', '3/4/2026 08:05', '2026-04-03T08:05:00Z'],
  ['d/M/yyyy HH:mm', '31/12/2026 23:59', '2026-12-31T23:59:00Z'],
  ['d/M/yyyy HH:mm', '12/31/2026 08:05', 'no_such_date'],
  ['M/d/yyyy HH:mm', '12/31/2026 08:05', '2026-12-31T08:05:00Z'],
  ['d/M/yyyy HH:mm', '30/2/2026 08:05', 'no_such_date'],
  ['d/M/yyyy HH:mm', '29/2/2026 08:05', 'no_such_date'],
  ['d/M/yyyy HH:mm', '29/2/2028 08:05', '2028-02-29T08:05:00Z'],
  ['d/M/yyyy HH:mm', '0/1/2026 08:05', 'no_such_date'],
  ['d/M/yyyy HH:mm', '1/1/2026 24:00', 'unreadable'],
  ['d/M/yyyy HH:mm', '1/1/2026 8:05', 'unreadable'],
  ['d/M/yyyy HH:mm', '1/1/2026', 'unreadable'],
  ['d/M/yyyy HH:mm', ' 1/1/2026 08:05', 'unreadable'],
  ['d/M/yyyy H:mm', '1/1/2026 8:05', '2026-01-01T08:05:00Z'],
  ['dd.MM.yyyy HH:mm:ss', '01.02.2026 03:04:05', '2026-02-01T03:04:05Z'],
  ['dd.MM.yy', '01.02.26', '2026-02-01T00:00:00Z'],
  ['d/MMM/yy h:mm a', '2/Mar/26 1:30 PM', '2026-03-02T13:30:00Z'],
  ['d/MMM/yy h:mm a', '2/Mar/26 12:30 am', '2026-03-02T00:30:00Z'],
  ['d/MMM/yy h:mm a', '2/Mar/26 13:30 PM', 'unreadable'],
  ['d. MMM yyyy', '2. März 2026', '2026-03-02T00:00:00Z'],
  ['d. MMM yyyy', '2. Mrz. 2026', '2026-03-02T00:00:00Z'],
  ['d. MMM yyyy', '2. Dez 2026', '2026-12-02T00:00:00Z'],
  ['d. MMM yyyy', '2. Foo 2026', 'no_such_date'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSx", '2026-03-02T08:00:00.123+0100', '2026-03-02T07:00:00Z'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSx", '2026-03-02T08:00:00.1Z', '2026-03-02T08:00:00Z'],
  ['yyyyMMddHHmmss', '20260302080910', '2026-03-02T08:09:10Z'],
  ['yyyy.MM.dd', '2026-03-02', 'unreadable'],
  ['iso', '2026-03-02T08:00:00+02:00', '2026-03-02T06:00:00Z'],
  ['iso', '2026-03-02T08:00:00-0330', '2026-03-02T11:30:00Z'],
  ['iso', '2026-03-02 08:00 +01', '2026-03-02T07:00:00Z'],
  ['iso', '2026-03-02T08:00:59.999Z', '2026-03-02T08:00:59Z'],
  ['iso', '2026-03-02', '2026-03-02T00:00:00Z'],
  ['iso', '2026-02-30T08:00:00Z', 'no_such_date'],
  ['iso', '2026-03-02T08:00:00+19:00', 'unreadable'],
  ['iso', '0001-01-01T00:00:00Z', 'out_of_range'],
  ['iso', '9999-12-31T23:59:59Z', 'out_of_range'],
  ['epoch-seconds', '1772438400', '2026-03-02T08:00:00Z'],
  ['epoch-milliseconds', '1772438400999', '2026-03-02T08:00:00Z'],
  ['epoch-seconds', '1772438400000', 'out_of_range'],
  ['epoch-seconds', '-1', 'unreadable'],
];

for (const [format, text, expected] of readings) {
  test(`${format} reads "${text}" as ${expected}`, () => assert.equal(readIn(utc, format, text), expected));
}

test('in a zone, the hour skipped in spring does not exist and the one repeated in autumn is told', () => {
  assert.equal(readIn(berlin, 'd/M/yyyy HH:mm', '29/3/2026 02:30'), 'skipped_hour');
  assert.equal(readIn(berlin, 'd/M/yyyy HH:mm', '29/3/2026 03:00'), '2026-03-29T01:00:00Z');
  assert.equal(readIn(berlin, 'd/M/yyyy HH:mm', '25/10/2026 02:30'), '2026-10-25T00:30:00Z twice');
  assert.equal(readIn(berlin, 'd/M/yyyy HH:mm', '25/10/2026 03:00'), '2026-10-25T02:00:00Z');
  assert.equal(readIn(berlin, 'iso', '2026-03-29T02:30:00+01:00'), '2026-03-29T01:30:00Z');
});

const noFormats = [
  '',
  'HH:mm',
  'd/M',
  'd/M/yyyy d',
  'd/M/yyyy hh:mm',
  'd/M/yyyy HH:mm a',
  'd/M/yyyy hh:mm HH a',
  'yyyy-MM-ddTHH:mm',
  'dddd/M/yyyy',
  'ISO',
  `d/M/yyyy${' '.repeat(60)}`,
];

test('formats that say nothing clear are none', () => {
  assert.deepEqual(noFormats.filter(isInstantFormat), []);
});

test('property: any text that is a format makes a reader, and no reader fails on any text', () => {
  const piece = fc.constantFrom(...'dMyHhmsSax/.-: ()[]*+?^$|\\', 'yyyy', 'MMM', 'MM', 'dd', "'T'", "'", 'S', 'SSS');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.string({ maxLength: 30 }), (pieces, text) => {
      const format = pieces.join('');
      if (isInstantFormat(format)) instantReader(format, utc)(text);
    }),
    { numRuns: 2000 },
  );
});

test('property: a written instant is read back in every format that tells it whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      const at = instant(seconds);
      const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(.*)Z$/.exec(formatInstant(at)) ?? [];
      assert.equal(readIn(utc, 'iso', formatInstant(at)), formatInstant(at));
      assert.equal(readIn(utc, 'dd.MM.yyyy HH:mm:ss', `${day}.${month}.${year} ${time}`), formatInstant(at));
      assert.equal(
        readIn(utc, 'd/M/yyyy HH:mm:ss', `${Number(day)}/${Number(month)}/${year} ${time}`),
        formatInstant(at),
      );
    }),
  );
});

test('reading takes no time that grows with a hostile pattern or text', () => {
  const read = instantReader('d.M.yyyy HH:mm:ss.SSSSSSSSS', utc);
  const began = performance.now();
  for (const text of ['1'.repeat(1_000_000), `1.1.2026 00:00:00.${'0'.repeat(1_000_000)}x`, ' '.repeat(1_000_000)]) {
    assert.equal(read(text).kind, 'problem');
    assert.equal(instantReader('iso', utc)(text).kind, 'problem');
  }
  assert.ok(performance.now() - began < 1000);
});
