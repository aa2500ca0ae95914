import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatInstant, type Instant, NEVER, parseInstant } from '../time/instant.ts';
import { formatLocalDate, parseLocalDate } from '../time/local-date.ts';
import { localDateAt, zoneOf } from '../time/zone.ts';
import { type ComparisonQuestion, type ComparisonWindows, comparisonWindows, recordedReference } from './comparison.ts';
import { firstDateOf, GRANULARITIES, type Granularity, shiftPeriods } from './granularity.ts';
import { isoWeekOf, mondayOf } from './iso-week.ts';
import { periodAt } from './period.ts';
import { periodEdges } from './period-edges.ts';

const runs = { seed: 20_261_123, numRuns: 200 };
const zones = [
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Pacific/Apia',
  'America/New_York',
  'America/Havana',
  'UTC',
] as const;
const zone = fc.constantFrom(...zones).map(zoneOf);
const granularity = fc.constantFrom(...GRANULARITIES);
const instant = fc
  .integer({ min: parseInstant('2005-01-01T00:00:00Z'), max: parseInstant('2040-01-01T00:00:00Z') })
  .map((at) => at as Instant);

test('a period contains its instant, and the next begins where it ends', () => {
  fc.assert(
    fc.property(zone, granularity, instant, (place, kind, at) => {
      const period = periodAt(place, kind, at);
      assert.ok(period.start <= at && at < period.end);
      assert.equal(periodAt(place, kind, period.end).start, period.end);
    }),
    runs,
  );
});

test('period edges cover their stretch in order, without a gap, cut only where a period begins', () => {
  fc.assert(
    fc.property(zone, granularity, instant, fc.nat(40_000_000), (place, kind, from, length) => {
      const to = (from + length) as Instant;
      const edges = periodEdges(place, kind, from, to);
      if (length === 0) return assert.deepEqual(edges, []);
      assert.deepEqual([edges[0], edges.at(-1)], [from, to]);
      edges.slice(1, -1).forEach((edge) => {
        assert.equal(periodAt(place, kind, edge).start, edge);
      });
      edges.slice(1).forEach((edge, i) => {
        assert.ok(edges[i]! < edge);
        assert.equal(periodAt(place, kind, (edge - 1) as Instant).start, periodAt(place, kind, edges[i]!).start);
      });
    }),
    runs,
  );
});

test('a month of days in the spring has one slice of 23 hours', () => {
  const edges = edgesOf('Europe/Berlin', 'day', '2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z');
  const hours = edges.slice(1).map((edge, i) => (edge - edges[i]!) / 3600);
  assert.equal(hours.length, 31);
  assert.deepEqual(
    hours.filter((length) => length !== 24),
    [23],
  );
});

test('the date that Samoa skipped is no slice', () => {
  const edges = edgesOf('Pacific/Apia', 'day', '2011-12-29T10:00:00Z', '2012-01-01T10:00:00Z');
  assert.deepEqual(edges.map(formatInstant), [
    '2011-12-29T10:00:00Z',
    '2011-12-30T10:00:00Z',
    '2011-12-31T10:00:00Z',
    '2012-01-01T10:00:00Z',
  ]);
});

test('the first and the last slice are cut to the stretch asked for', () => {
  const edges = edgesOf('Europe/Berlin', 'week', '2026-03-25T12:00:00Z', '2026-04-07T12:00:00Z');
  assert.deepEqual(edges.map(formatInstant), [
    '2026-03-25T12:00:00Z',
    '2026-03-29T22:00:00Z',
    '2026-04-05T22:00:00Z',
    '2026-04-07T12:00:00Z',
  ]);
});

test('weeks are numbered as ISO 8601 does', () => {
  const known: [date: string, year: number, week: number][] = [
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2024-12-30', 2025, 1],
    ['2026-12-31', 2026, 53],
    ['2027-01-04', 2027, 1],
  ];
  for (const [date, year, week] of known) assert.deepEqual(isoWeekOf(parseLocalDate(date)), { year, week });
  assert.equal(mondayOf({ year: 2025, week: 53 }), null);
  assert.equal(formatLocalDate(mondayOf({ year: 2026, week: 53 })!), '2026-12-28');
});

test('weeks agree with the runtime over four hundred years of Mondays', () => {
  for (let day = parseLocalDate('1900-01-01'); day < parseLocalDate('2300-01-01'); day = shiftPeriods('week', day, 1)) {
    const known = Temporal.PlainDate.from(formatLocalDate(day));
    assert.deepEqual(isoWeekOf(day), { year: known.yearOfWeek, week: known.weekOfYear });
    assert.equal(firstDateOf('week', day), day);
  }
});

test('a complete period is compared with a complete one', () => {
  fc.assert(
    fc.property(zone, granularity, instant, (place, kind, anchor) => {
      const current = periodAt(place, kind, anchor);
      const windows = ask({ zone: place, granularity: kind, anchor, asOf: current.end, comparison: 'previous' });
      assert.equal(windows.isPartial, false);
      assert.deepEqual([windows.current.end, windows.reference?.end], [current.end, current.start]);
      assert.equal(windows.currentFullEnd, current.end);
    }),
    runs,
  );
});

test('a running period ends, in the reference, where the local clock first shows the same place', () => {
  fc.assert(
    fc.property(
      zone,
      granularity,
      instant,
      fc.constantFrom('previous' as const, 'same_last_year' as const),
      (place, kind, anchor, comparison) => {
        const windows = ask({ zone: place, granularity: kind, anchor, asOf: anchor, comparison });
        if (windows.reference === null) return;
        assert.ok(windows.isPartial);
        const { start, end } = windows.reference;
        const full = periodAt(place, kind, start);
        assert.ok(start === full.start && start <= end && end <= full.end);
        const place0 = positionOf(place.id, kind, windows.current.start, anchor);
        if (end > start) {
          const lastInside = positionOf(place.id, kind, start, (end - 1) as Instant);
          assert.ok(lastInside < place0 || hasRepeatedTime(place.id, start, end), `${lastInside} < ${place0}`);
        }
        if (end < full.end) assert.ok(positionOf(place.id, kind, start, end) >= place0);
      },
    ),
    { ...runs, numRuns: 400 },
  );
});

test('year to date needs years', () => {
  const question = { zone: zoneOf('UTC'), anchor: parseInstant('2026-05-05T00:00:00Z'), asOf: NEVER } as const;
  for (const kind of GRANULARITIES) {
    const answer = comparisonWindows({ ...question, granularity: kind, comparison: 'ytd' });
    assert.equal(answer.kind, kind === 'year' ? 'windows' : 'refused');
  }
});

test('week 53 and 29 February have no counterpart in a year without them', () => {
  const berlin = zoneOf('Europe/Berlin');
  const sameLastYear = (kind: Granularity, at: string) =>
    ask({ zone: berlin, granularity: kind, anchor: parseInstant(at), asOf: NEVER, comparison: 'same_last_year' })
      .reference;
  assert.equal(sameLastYear('week', '2026-12-30T11:00:00Z'), null);
  assert.equal(sameLastYear('day', '2028-02-29T11:00:00Z'), null);
  assert.equal(formatInstant(sameLastYear('week', '2027-12-30T11:00:00Z')!.start), '2026-12-20T23:00:00Z');
  assert.equal(formatInstant(sameLastYear('day', '2029-02-28T11:00:00Z')!.start), '2028-02-27T23:00:00Z');
  assert.equal(formatInstant(sameLastYear('month', '2028-02-29T11:00:00Z')!.end), '2027-02-28T23:00:00Z');
});

test('a day of a quarter that the other month lacks means the end of that month', () => {
  const windows = askAt('quarter', '2026-08-31T10:00:00Z', 'previous');
  assert.equal(formatInstant(windows.reference!.end), '2026-05-31T10:00:00Z');
  const lacking = askAt('quarter', '2026-05-31T16:00:00Z', 'previous');
  assert.equal(formatInstant(lacking.reference!.end), '2026-02-28T23:00:00Z');
  const leapDay = askAt('year', '2028-02-29T11:00:00Z', 'previous');
  assert.equal(formatInstant(leapDay.reference!.end), '2027-02-28T23:00:00Z');
});

test('as_of before the period leaves both windows empty', () => {
  const anchor = parseInstant('2026-05-05T10:00:00Z');
  const asOf = parseInstant('2026-04-01T10:00:00Z');
  const windows = ask({ zone: zoneOf('Europe/Berlin'), granularity: 'month', anchor, asOf, comparison: 'previous' });
  assert.equal(windows.isPartial, true);
  assert.equal(windows.current.start, windows.current.end);
  assert.equal(windows.reference?.start, windows.reference?.end);
});

test('the local date of every first instant is the first date of the period', () => {
  fc.assert(
    fc.property(zone, granularity, instant, (place, kind, at) => {
      const { start, firstDate } = periodAt(place, kind, at);
      // Samoa never showed 30 December 2011: that day is empty and its start belongs to the next.
      assert.ok(localDateAt(place, start) === firstDate || place.id === 'Pacific/Apia');
    }),
    runs,
  );
});

function askAt(kind: Granularity, at: string, comparison: ComparisonQuestion['comparison']): ComparisonWindows {
  const anchor = parseInstant(at);
  return ask({ zone: zoneOf('Europe/Berlin'), granularity: kind, anchor, asOf: anchor, comparison });
}

function ask(question: ComparisonQuestion): ComparisonWindows {
  const answer = comparisonWindows(question);
  assert.ok(answer.kind === 'windows');
  return answer;
}

function edgesOf(zoneId: string, kind: Granularity, from: string, to: string): Instant[] {
  return periodEdges(zoneOf(zoneId), kind, parseInstant(from), parseInstant(to));
}

/** Where an instant lies in its period by the local clock, as a text that sorts: month, day, time. */
function positionOf(zoneId: string, kind: Granularity, start: Instant, at: Instant): string {
  const first = localOf(zoneId, start);
  const shown = localOf(zoneId, at);
  const months = (shown.year - first.year) * 12 + shown.month - first.month;
  const isByDays = kind === 'day' || kind === 'week';
  const days = isByDays ? shown.toPlainDate().since(first.toPlainDate()).days : shown.day;
  return [isByDays ? 0 : months, days, shown.hour, shown.minute, shown.second]
    .map((n) => String(n).padStart(3, '0'))
    .join(':');
}

/** Whether the clock goes back around `end`, so that a place is passed twice. */
function hasRepeatedTime(zoneId: string, start: Instant, end: Instant): boolean {
  const next = localOf(zoneId, Math.max(start, end - 90_000) as Instant).getTimeZoneTransition('next');
  return next !== null && next.epochMilliseconds / 1000 <= end + 90_000;
}

function localOf(zoneId: string, at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zoneId);
}

test('a reference counts when records begin with it, up to a tenth of it late and three days at most', () => {
  const january = { start: parseInstant('2026-01-01T00:00:00Z'), end: parseInstant('2026-02-01T00:00:00Z') };
  const year = { start: january.start, end: parseInstant('2027-01-01T00:00:00Z') };
  const counts = (reference: typeof january, from: string) => recordedReference(reference, parseInstant(from)) !== null;
  assert.ok(counts(january, '2025-06-01T00:00:00Z'));
  assert.ok(counts(january, '2026-01-03T08:00:00Z'));
  assert.ok(!counts(january, '2026-01-05T08:00:00Z'));
  assert.ok(counts(year, '2026-01-03T08:00:00Z'));
  assert.ok(!counts(year, '2026-01-05T08:00:00Z'));
  assert.ok(!counts(january, '2026-02-01T00:00:00Z'));
});

test('a day or a week counts when records begin within a day of it', () => {
  const week = { start: parseInstant('2026-01-05T00:00:00Z'), end: parseInstant('2026-01-12T00:00:00Z') };
  assert.ok(recordedReference(week, parseInstant('2026-01-05T09:00:00Z')));
  assert.equal(recordedReference(week, parseInstant('2026-01-07T09:00:00Z')), null);
});
