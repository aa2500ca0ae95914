import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileCalendar } from '../calendar/calendar.ts';
import { alwaysOpen } from '../calendar/definition.ts';
import { berlin, HOUR, VERSIONS } from '../ticket/story.oracle.ts';
import { type Instant, SECONDS_PER_DAY } from '../time/instant.ts';
import { layOutTime, MOST_WINDOWS } from './open-days.ts';

describe('time is laid out', () => {
  const office = VERSIONS.calendars.get('office')!;

  test('with Easter told by its holidays, not by the weekend between alone', () => {
    const [closed] = layOutTime(office, berlin('2026-04-02 17:00'), berlin('2026-04-07 09:00'));
    assert.deepEqual(closed, {
      kind: 'closed',
      from: berlin('2026-04-02 17:00'),
      until: berlin('2026-04-07 09:00'),
      reasons: [
        { reason: 'holiday', dates: ['2026-04-03', '2026-04-06'] },
        { reason: 'weekend', dates: ['2026-04-04', '2026-04-05'] },
      ],
    });
  });

  test('with a night told as outside the hours, and a date with its own hours as such', () => {
    const half = compileCalendar({
      ...office.definition,
      exceptions: [{ date: '2026-03-05', windows: [['09:00', '12:00']] }],
    });
    const parts = layOutTime(half, berlin('2026-03-04 16:00'), berlin('2026-03-06 10:00'));
    assert.deepEqual(
      parts.map((part) => (part.kind === 'closed' ? part.reasons.map(({ reason }) => reason) : part.kind)),
      ['open', ['exception'], 'open', ['exception'], 'open'],
    );
    const [night] = layOutTime(office, berlin('2026-03-04 17:00'), berlin('2026-03-05 09:00'));
    assert.deepEqual(night?.kind === 'closed' && night.reasons.map(({ reason }) => reason), ['outside_hours']);
  });

  test('with a day of 23 hours when the clocks go forward', () => {
    const always = compileCalendar(alwaysOpen('Europe/Berlin'));
    const parts = layOutTime(always, berlin('2026-03-28 00:00'), berlin('2026-03-31 00:00'));
    assert.deepEqual(
      parts.map((part) => part.kind === 'open' && [part.date, part.usedSeconds / HOUR]),
      [
        ['2026-03-28', 24],
        ['2026-03-29', 23],
        ['2026-03-30', 24],
      ],
    );
  });

  test('without going back a date where the clocks go back over midnight', () => {
    const zone = 'America/St_Johns';
    // At 00:01 of 7 November it was 23:01 of the 6th once more: this is the second 23:30.
    const second = Temporal.Instant.from('2010-11-07T03:00:00Z');
    assert.equal(second.toZonedDateTimeISO(zone).toPlainTime().toString(), '23:30:00');
    const start = (second.epochMilliseconds / 1000) as Instant;
    const always = compileCalendar(alwaysOpen(zone));
    const dates = (from: number) =>
      layOutTime(always, from as Instant, (start + SECONDS_PER_DAY) as Instant).map(
        (part) => part.kind === 'open' && part.date,
      );
    assert.deepEqual(dates(start), ['2010-11-07']);
    assert.deepEqual(dates(start - SECONDS_PER_DAY), ['2010-11-06', '2010-11-07']);
  });

  test('with the middle left out and counted when a stretch has too many windows', () => {
    const years = layOutTime(office, berlin('2020-01-01 00:00'), berlin('2026-01-01 00:00'));
    const windows = years.flatMap((part) => (part.kind === 'open' ? part.windows : []));
    assert.equal(windows.length, MOST_WINDOWS);
    assert.equal(years.filter(({ kind }) => kind === 'left_out').length, 1);
    const used = years.reduce((sum, part) => sum + (part.kind === 'closed' ? 0 : part.usedSeconds), 0);
    // 1566 days from Monday to Friday; the holidays of that calendar lie in 2026.
    assert.equal(used / (8 * HOUR), 1566);
  });

  test('and a year that is never open is one closed time', () => {
    const never = VERSIONS.calendars.get('never')!;
    assert.equal(layOutTime(never, berlin('2026-01-01 00:00'), berlin('2027-01-01 00:00')).length, 1);
  });
});
