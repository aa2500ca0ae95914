import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar } from '../calendar/calendar.ts';
import { alwaysOpen } from '../calendar/definition.ts';
import { NEVER, parseInstant } from '../time/instant.ts';
import { type AvailabilityQuestion, availabilityOf } from './availability.ts';
import type { Outage } from './outage.ts';

const office = compileCalendar({
  timeZone: 'Europe/Berlin',
  weekly: { mon: [['08:00', '17:00']], fri: [['08:00', '12:00']] },
  holidays: [],
  exceptions: [],
});
const february: AvailabilityQuestion = {
  period: { start: parseInstant('2026-01-31T23:00:00Z'), end: parseInstant('2026-02-28T23:00:00Z') },
  asOf: NEVER,
  calendar: compileCalendar(alwaysOpen('Europe/Berlin')),
  maintenance: [],
  maintenancePolicy: 'exclude',
  downThreshold: 1,
  service: { kind: 'single', outages: [] },
};

function outage(start: string, end: string | null, rest: Partial<Outage> = {}): Outage {
  return {
    id: start,
    start: parseInstant(start),
    end: end === null ? NEVER : parseInstant(end),
    impact: 1,
    reportedAt: null,
    acknowledgedAt: null,
    isWithdrawn: false,
    ...rest,
  };
}

function measure(outages: readonly Outage[], changes: Partial<AvailabilityQuestion> = {}) {
  return availabilityOf({ ...february, service: { kind: 'single', outages }, ...changes });
}

test('a failure that ends with the period is still open in it and restored in the next', () => {
  const lastNight = outage('2026-02-28T21:00:00Z', '2026-02-28T23:00:00Z');
  const { reliability } = measure([lastNight]);
  assert.deepEqual([reliability.started.length, reliability.restored.length, reliability.openAtEnd.length], [1, 0, 1]);
  const march = { start: february.period.end, end: parseInstant('2026-03-31T22:00:00Z') };
  const next = measure([lastNight], { period: march });
  assert.deepEqual(
    [next.downtimeSeconds, next.reliability.started.length, next.reliability.restored.length],
    [0, 0, 1],
  );
});

test('what happens at or after as_of is not known yet', () => {
  const record = outage('2026-02-10T09:00:00Z', '2026-02-10T12:00:00Z', {
    reportedAt: parseInstant('2026-02-10T09:20:00Z'),
    acknowledgedAt: parseInstant('2026-02-10T12:30:00Z'),
  });
  const asOf = (text: string) => measure([record], { asOf: parseInstant(text) });
  assert.equal(asOf('2026-02-10T09:00:00Z').reliability.started.length, 0);
  assert.equal(asOf('2026-02-10T12:00:00Z').reliability.openAtEnd.length, 1);
  assert.equal(asOf('2026-02-10T12:00:00Z').downtimeSeconds, 3 * 3600);
  const unacknowledged = asOf('2026-02-10T12:30:00Z').reliability;
  assert.deepEqual([unacknowledged.repairSeconds, unacknowledged.acknowledgementSeconds], [[9600], []]);
  assert.deepEqual(asOf('2026-02-10T12:30:01Z').reliability.acknowledgementSeconds, [11_400]);
});

test('as_of before the period leaves nothing to measure', () => {
  const { agreedSeconds, availabilityPct, reliability } = measure([outage('2026-01-20T09:00:00Z', null)], {
    asOf: parseInstant('2026-01-25T00:00:00Z'),
  });
  assert.deepEqual([agreedSeconds, availabilityPct, reliability.started.length], [0, null, 0]);
});

test('a report after the end means no repair, but still a failure', () => {
  const { reliability } = measure([
    outage('2026-02-10T09:00:00Z', '2026-02-10T10:00:00Z', { reportedAt: parseInstant('2026-02-10T10:00:00Z') }),
  ]);
  assert.deepEqual([reliability.restored.length, reliability.repairSeconds], [1, []]);
});

test('the first acknowledgement that is not before the report counts', () => {
  const { reliability } = measure([
    outage('2026-02-10T09:00:00Z', '2026-02-10T11:00:00Z', {
      reportedAt: parseInstant('2026-02-10T09:10:00Z'),
      acknowledgedAt: parseInstant('2026-02-10T09:05:00Z'),
    }),
    outage('2026-02-10T10:00:00Z', '2026-02-10T12:00:00Z', { acknowledgedAt: parseInstant('2026-02-10T10:10:00Z') }),
  ]);
  assert.deepEqual(reliability.acknowledgementSeconds, [3600]);
});

test('an acknowledgement at the instant of the report took no time', () => {
  const nine = parseInstant('2026-02-10T09:00:00Z');
  const { reliability } = measure([outage('2026-02-10T09:00:00Z', '2026-02-10T10:00:00Z', { acknowledgedAt: nine })]);
  assert.deepEqual(reliability.acknowledgementSeconds, [0]);
});

test('a failure that really began before the period makes the relation inexact', () => {
  const beforeOpening = outage('2026-02-07T11:00:00Z', '2026-02-09T09:00:00Z');
  const period = { start: parseInstant('2026-02-08T23:00:00Z'), end: parseInstant('2026-02-15T23:00:00Z') };
  const exactIn = (asked: Partial<AvailabilityQuestion>) => measure([beforeOpening], asked).reliability.isRelationExact;
  assert.equal(exactIn({ calendar: office, period }), false);
  assert.equal(exactIn({ calendar: office }), true);
  assert.equal(exactIn({ calendar: office, maintenancePolicy: 'include' }), false);
});

test('an outage outside agreed time is listed and not counted', () => {
  const { reliability, outsideAgreedTime } = measure([outage('2026-02-10T19:00:00Z', '2026-02-10T20:00:00Z')], {
    calendar: office,
  });
  assert.deepEqual([reliability.started.length, outsideAgreedTime.length], [0, 1]);
});

test('time that nobody watched makes the availability a range', () => {
  const hidden = { start: parseInstant('2026-02-10T10:00:00Z'), end: parseInstant('2026-02-10T14:00:00Z') };
  const measured = measure([outage('2026-02-10T09:00:00Z', '2026-02-10T12:00:00Z')], { unobserved: [hidden] });
  assert.deepEqual([measured.downtimeSeconds, measured.unobservedSeconds], [3 * 3600, 2 * 3600]);
  assert.deepEqual([measured.availabilityPct, measured.highPct], [null, 100 * (1 - 3 / 672)]);
  assert.ok(Math.abs(measured.lowPct! - 100 * (1 - 5 / 672)) < 1e-9);
});

test('without failures there is a lower bound for MTBF, with one an interval and a flag', () => {
  const perfect = measure([]).reliability.mtbf;
  assert.ok(Math.abs(perfect.lowerBoundHours! - 672 / 2.995732273553991) < 1e-9);
  const single = measure([outage('2026-02-10T09:00:00Z', '2026-02-10T11:00:00Z')]).reliability.mtbf;
  assert.deepEqual([single.hours, single.isSingleFailure, single.lowerBoundHours], [670, true, null]);
  assert.ok(single.lowHours! < 670 && 670 < single.highHours!);
});
