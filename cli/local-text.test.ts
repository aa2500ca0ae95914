import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { momentText } from './local-text.ts';

for (const [zone, at, text] of [
  ['Europe/Berlin', '2026-10-24T23:59:59Z', 'Sun 2026-10-25 01:59:59'],
  ['Europe/Berlin', '2026-10-25T00:00:00Z', 'Sun 2026-10-25 02:00+02:00'],
  ['Europe/Berlin', '2026-10-25T00:30:00Z', 'Sun 2026-10-25 02:30+02:00'],
  ['Europe/Berlin', '2026-10-25T01:30:00Z', 'Sun 2026-10-25 02:30+01:00'],
  ['Europe/Berlin', '2026-10-25T02:00:00Z', 'Sun 2026-10-25 03:00'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', 'Sun 2026-03-29 03:00'],
  ['America/New_York', '2026-11-01T06:10:00Z', 'Sun 2026-11-01 01:10-05:00'],
  ['Australia/Lord_Howe', '2026-04-04T14:45:00Z', 'Sun 2026-04-05 01:45+11:00'],
] as const) {
  test(`${at} in ${zone} is told as ${text}`, () => {
    assert.equal(momentText(parseInstant(at), zoneOf(zone), 'en'), text);
  });
}
