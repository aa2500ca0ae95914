import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileCalendar } from '../calendar/calendar.ts';
import { alwaysOpen, type CalendarDefinition } from '../calendar/definition.ts';
import { isOpen } from '../calendar/open-time.ts';
import { type Instant, NEVER, parseInstant } from '../time/instant.ts';
import { type AvailabilityQuestion, availabilityOf, type ObservedService } from './availability.ts';
import type { Outage } from './outage.ts';
import type { Structure } from './structure.ts';

const MINUTE = 60;
const runs = { seed: 20_261_123, numRuns: 250 };
const alwaysBerlin = compileCalendar(alwaysOpen('Europe/Berlin'));
const officeDefinition: CalendarDefinition = {
  timeZone: 'Europe/Berlin',
  weekly: {
    mon: [['08:00', '17:00']],
    wed: [['22:00', '06:00']],
    fri: [
      ['08:00', '12:00'],
      ['13:00', '24:00'],
    ],
  },
  holidays: [],
  exceptions: [],
};
const office = compileCalendar(officeDefinition);
const monday = parseInstant('2026-03-22T23:00:00Z');

/** Minutes since the Monday before the spring change, over a week. */
const minute = fc.integer({ min: 0, max: 7 * 1440 });
const at = (offset: number) => (monday + offset * MINUTE) as Instant;
const stretch = fc.tuple(minute, fc.integer({ min: 1, max: 2000 })).map(([start, length]) => ({
  start: at(start),
  end: at(start + length),
}));
const randomOutage: fc.Arbitrary<Outage> = fc
  .record({
    stretch,
    isOngoing: fc.nat(9).map((n) => n === 0),
    impact: fc.constantFrom(0.1, 0.5, 1),
    report: fc.option(fc.integer({ min: -300, max: 2500 })),
    acknowledgement: fc.option(fc.integer({ min: -300, max: 2500 })),
    isWithdrawn: fc.nat(9).map((n) => n === 0),
  })
  .map((record) => ({
    id: 'o',
    start: record.stretch.start,
    end: record.isOngoing ? NEVER : record.stretch.end,
    impact: record.impact,
    reportedAt: record.report === null ? null : ((record.stretch.start + record.report * MINUTE) as Instant),
    acknowledgedAt:
      record.acknowledgement === null ? null : ((record.stretch.start + record.acknowledgement * MINUTE) as Instant),
    isWithdrawn: record.isWithdrawn,
  }));
const outages = fc.array(randomOutage, { maxLength: 5 });
const structures: readonly Structure[] = [
  series(part('a'), part('b'), part('c')),
  { kind: 'parallel', parts: [part('a'), part('b')] },
  { kind: 'k_of_n', needed: 2, parts: [part('a'), part('b'), part('c')] },
  series(part('a'), { kind: 'k_of_n', needed: 1, parts: [part('b'), series(part('c'), part('a'))] }),
  part('c'),
];
const service: fc.Arbitrary<ObservedService> = fc.oneof(
  outages.map((list): ObservedService => ({ kind: 'single', outages: list })),
  fc.tuple(outages, outages, outages, fc.constantFrom(...structures)).map(
    ([a, b, c, structure]): ObservedService => ({
      kind: 'structured',
      components: new Map([
        ['a', a],
        ['b', b],
        ['c', c],
      ]),
      structure,
    }),
  ),
);
const question: fc.Arbitrary<AvailabilityQuestion> = fc.record({
  period: fc.tuple(minute, fc.integer({ min: 0, max: 5000 })).map(([start, length]) => ({
    start: at(start),
    end: at(start + length),
  })),
  asOf: fc.option(minute.map(at), { nil: NEVER, freq: 2 }),
  calendar: fc.constantFrom(office, alwaysBerlin),
  maintenance: fc.array(stretch, { maxLength: 2 }),
  maintenancePolicy: fc.constantFrom('exclude', 'include'),
  downThreshold: fc.constantFrom(0.1, 0.5, 1),
  service,
});

test('stepping through the minutes counts the same times and failures', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const measured = availabilityOf(asked);
      const { reliability } = measured;
      const stepped = step(asked);
      assert.equal(measured.agreedSeconds, stepped.agreed * MINUTE);
      assert.equal(measured.downtimeSeconds, stepped.down * MINUTE);
      assert.ok(Math.abs(measured.weightedDowntimeSeconds - stepped.weighted * MINUTE) < 1e-6);
      assert.equal(reliability.started.length, stepped.started);
      assert.equal(reliability.openAtEnd.length, stepped.openAtEnd);
      assert.deepEqual(
        reliability.restorationSeconds.map(minutes),
        stepped.restored.map(({ length }) => length),
      );
      assert.deepEqual(
        reliability.downAgreedSeconds.map(minutes),
        stepped.restored.map(({ lost }) => lost),
      );
      assert.deepEqual(reliability.repairSeconds.map(minutes), present(stepped.restored.map(({ repair }) => repair)));
      assert.deepEqual(
        reliability.repairAgreedSeconds.map(minutes),
        present(stepped.restored.map(({ repairAgreed }) => repairAgreed)),
      );
      assert.deepEqual(
        reliability.acknowledgementSeconds.map(minutes),
        present(stepped.restored.map(({ acknowledgement }) => acknowledgement)),
      );
    }),
    runs,
  );
});

test('up and down make the agreed time, and where the relation is exact it holds', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { agreedSeconds, downtimeSeconds, uptimeSeconds, reliability, ...percent } = availabilityOf(asked);
      assert.equal(uptimeSeconds + downtimeSeconds, agreedSeconds);
      assert.equal(percent.availabilityPct === null, agreedSeconds === 0);
      if (percent.availabilityPct !== null) {
        assert.ok(percent.availabilityPct >= 0 && percent.availabilityPct <= 100);
        assert.ok(percent.weightedPct! >= -1e-9 && percent.weightedPct! <= 100);
      }
      if (reliability.isRelationExact) {
        assert.ok(Math.abs(reliability.availabilityByMtbfPct! - percent.availabilityPct!) < 1e-9);
      }
    }),
    runs,
  );
});

test('a record cut in two, or told twice, changes nothing', () => {
  fc.assert(
    fc.property(outages, minute, (list, cut) => {
      const whole = list.map((record) => ({ ...record, reportedAt: record.reportedAt ?? record.start }));
      const pieces = whole.flatMap((record) =>
        record.start < at(cut) && at(cut) < record.end
          ? [{ ...record, end: at(cut) }, { ...record, start: at(cut) }, record]
          : [record],
      );
      const { outsideAgreedTime: _, ...one } = measureOffice(whole);
      const { outsideAgreedTime: __, ...other } = measureOffice(pieces);
      assert.deepEqual(withoutIds(other), withoutIds(one));
    }),
    runs,
  );
});

/** The rules once more, told minute by minute. */
function step(asked: AvailabilityQuestion) {
  const last = 16_000;
  const end = Math.min(asked.period.end, asked.asOf);
  const known = (list: readonly Outage[]) =>
    list
      .filter((record) => !record.isWithdrawn && record.start < asked.asOf)
      .map((record) => ({
        ...record,
        end: record.end < asked.asOf ? record.end : NEVER,
        report: record.reportedAt !== null && record.reportedAt < asked.asOf ? record.reportedAt : record.start,
        acknowledged:
          record.acknowledgedAt !== null && record.acknowledgedAt < asked.asOf ? record.acknowledgedAt : null,
      }));
  const isCovered = ({ start, end: over }: { start: Instant; end: Instant }, t: number) => start <= t && t < over;
  const largest = (list: readonly Outage[], t: number) =>
    list.reduce((max, record) => (isCovered(record, t) ? Math.max(max, record.impact) : max), 0);
  const single = asked.service.kind === 'single';
  const parts = new Map(
    asked.service.kind === 'single'
      ? [['service', known(asked.service.outages)]]
      : [...asked.service.components].map(([id, list]) => [id, known(list)] as const),
  );
  const structure: Structure = asked.service.kind === 'single' ? part('service') : asked.service.structure;
  const impactAt = (node: Structure, t: number): number => {
    if (node.kind === 'component') return largest(parts.get(node.id)!, t);
    const sorted = node.parts.map((child) => impactAt(child, t)).sort((x, y) => x - y);
    return node.kind === 'series' ? sorted.at(-1)! : node.kind === 'parallel' ? sorted[0]! : sorted[node.needed - 1]!;
  };
  const timeline = Array.from({ length: last }, (_, i) => {
    const t = at(i);
    const planned = asked.maintenance.some((window) => isCovered(window, t));
    const agreed = isOpen(asked.calendar, t) && !(planned && asked.maintenancePolicy === 'exclude');
    const impact = impactAt(structure, t);
    const counted = planned && asked.maintenancePolicy === 'include' ? 1 : impact;
    return { t, agreed, isDown: impact >= asked.downThreshold, counted };
  });
  const inside = timeline.filter(({ t, agreed }) => agreed && t >= asked.period.start && t < end);
  const members = [...new Set(namesIn(structure))].flatMap((id) => parts.get(id)!);
  const failures: { from: number; to: number }[] = [];
  timeline.forEach(({ isDown }, i) => {
    if (isDown && (i === 0 || !timeline[i - 1]!.isDown)) failures.push({ from: i, to: i });
    if (isDown) failures.at(-1)!.to = i + 1;
  });
  const agreedBetween = (from: number, to: number) =>
    timeline.filter(({ t, agreed }) => agreed && t >= from && t < to).length;
  const judged = failures
    .map(({ from, to }) => {
      const firstAgreed = timeline.slice(from, to).find(({ agreed }) => agreed)?.t ?? Number.POSITIVE_INFINITY;
      const over = to === last ? Number.POSITIVE_INFINITY : at(to);
      const involved = members.filter(
        (record) => record.start < over && record.end > at(from) && (!single || record.impact >= asked.downThreshold),
      );
      const reports = involved.map(({ report }) => (single ? report : Math.max(report, at(from))));
      const report = Math.min(...reports);
      const acknowledgements = involved.flatMap(({ acknowledged }) => acknowledged ?? []).filter((t) => t >= report);
      const hasRepair = report < over;
      return {
        effective: firstAgreed,
        over,
        length: to - from,
        lost: agreedBetween(at(from), over),
        repair: hasRepair ? (over - report) / MINUTE : null,
        repairAgreed: hasRepair ? agreedBetween(report, over) + agreedBefore(asked, report) : null,
        acknowledgement:
          hasRepair && acknowledgements.length > 0 ? (Math.min(...acknowledgements) - report) / MINUTE : null,
      };
    })
    .filter(({ effective }) => effective < end || effective < Number.POSITIVE_INFINITY);
  const isIn = (t: number) => t >= asked.period.start && t < end;
  return {
    agreed: inside.length,
    down: inside.filter(({ isDown, counted }) => isDown || counted >= asked.downThreshold).length,
    weighted: inside.reduce((sum, { counted }) => sum + counted, 0),
    started: judged.filter(({ effective }) => isIn(effective)).length,
    openAtEnd: judged.filter(({ effective, over }) => effective < end && over >= end).length,
    restored: judged.filter(({ over }) => isIn(over)),
  };
}

/** Agreed minutes of a report before the first minute of the time line. */
function agreedBefore({ calendar, maintenance, maintenancePolicy }: AvailabilityQuestion, report: number): number {
  let count = 0;
  for (let t = report; t < monday; t += MINUTE) {
    const planned = maintenance.some(({ start, end }) => start <= t && t < end);
    if (isOpen(calendar, t as Instant) && !(planned && maintenancePolicy === 'exclude')) count += 1;
  }
  return count;
}

function part(id: string): Structure {
  return { kind: 'component', id };
}

function series(...parts: Structure[]): Structure {
  return { kind: 'series', parts };
}

function namesIn(structure: Structure): string[] {
  return structure.kind === 'component' ? [structure.id] : structure.parts.flatMap(namesIn);
}

function minutes(seconds: number): number {
  return seconds / MINUTE;
}

function present(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function measureOffice(list: readonly Outage[]) {
  return availabilityOf({
    period: { start: monday, end: at(5000) },
    asOf: NEVER,
    calendar: office,
    maintenance: [],
    maintenancePolicy: 'exclude',
    downThreshold: 1,
    service: { kind: 'single', outages: list },
  });
}

function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === 'outageIds' ? undefined : (part as unknown))));
}
