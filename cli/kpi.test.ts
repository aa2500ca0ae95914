import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatInstant, parseInstant } from '#core/time/instant.ts';
import { DEFAULT_WORKING_DAYS } from '#server/features/calendars/index.ts';
import { Failure } from '#server/platform/failure.ts';
import { readKpiCall } from './kpi-call.ts';

const now = parseInstant('2026-05-20T10:00:00Z');
const read = (...args: string[]) =>
  readKpiCall(args, { reportingZone: 'Europe/Berlin', workingDays: DEFAULT_WORKING_DAYS, now });

function edgesOf(...args: string[]): string[] {
  const call = read('tickets_created_count', ...args);
  assert.ok(call.kind === 'figure');
  return call.question.edges.map(formatInstant);
}

describe('kundig kpi reads', () => {
  test('dates as local midnights of the reporting zone, the end exclusive', () => {
    assert.deepEqual(edgesOf('--from', '2026-03-01', '--to', '2026-05-01', '--by', 'month'), [
      '2026-02-28T23:00:00Z',
      '2026-03-31T22:00:00Z',
      '2026-04-30T22:00:00Z',
    ]);
  });

  test('full instants as they are', () => {
    assert.deepEqual(edgesOf('--from', '2026-03-01T06:30:00+01:00', '--to', '2026-03-02T00:00:00Z'), [
      '2026-03-01T05:30:00Z',
      '2026-03-02T00:00:00Z',
    ]);
  });

  test('another zone when told so', () => {
    assert.deepEqual(edgesOf('--from', '2026-03-01', '--to', '2026-03-02', '--time-zone', 'UTC'), [
      '2026-03-01T00:00:00Z',
      '2026-03-02T00:00:00Z',
    ]);
  });

  test('nothing about the period as this month and the eleven before it, up to and with today', () => {
    assert.deepEqual(edgesOf(), ['2025-05-31T22:00:00Z', '2026-05-20T22:00:00Z']);
  });

  test('an instant to come, as of which nobody knows anything, as now', () => {
    const asOf = (text: string) => {
      const call = read('sla_compliance_pct', '--as-of', text);
      assert.ok(call.kind === 'figure');
      return formatInstant(call.question.asOf);
    };
    assert.deepEqual([asOf('2030-01-01'), asOf('2026-05-01')], [formatInstant(now), '2026-04-30T22:00:00Z']);
  });

  test('filters, an empty one as "not set"', () => {
    const call = read('tickets_created_count', '--where', 'team=Network', '--where', 'priority=(none)');
    assert.ok(call.kind === 'figure');
    assert.deepEqual(call.question.where, [
      { dimension: 'team', value: 'Network' },
      { dimension: 'priority', value: null },
    ]);
  });

  test('a figure with a split of its own split by it, unless told not to', () => {
    const splitOf = (...args: string[]) => {
      const call = read('contacts_by_level_count', ...args);
      assert.ok(call.kind === 'figure');
      return call.question.split;
    };
    assert.deepEqual([splitOf(), splitOf('--split', 'team'), splitOf('--split', 'none')], ['level', 'team', null]);
  });

  test('what only some facts are split by, for their figures alone', () => {
    const call = read('sla_violations_count', '--split', 'cause', '--where', 'clock=resolution');
    assert.ok(call.kind === 'figure');
    assert.equal(call.question.split, 'cause');
    assert.deepEqual(call.question.where, [{ dimension: 'clock', value: 'resolution' }]);
  });

  test('tabs by their names, one reason alone, and numbers that stand beside', () => {
    const tabOf = (text: string) => {
      const call = read('sla_compliance_pct', '--tickets', '--tab', text);
      assert.ok(call.kind === 'tickets');
      return [call.tab, call.beside];
    };
    assert.deepEqual(tabOf('undecided'), [{ kind: 'undecided' }, undefined]);
    assert.deepEqual(tabOf('left_out'), [{ kind: 'left_out', reason: null }, undefined]);
    assert.deepEqual(tabOf('left_out=waived'), [{ kind: 'left_out', reason: 'waived' }, undefined]);
    assert.deepEqual(tabOf('waived'), [{ kind: 'counted' }, 'waived']);
  });

  test('a comparison as that of the running month, or of the period around --from', () => {
    const anchorOf = (...args: string[]) => {
      const call = read('tickets_created_count', '--compare', ...args);
      assert.ok(call.kind === 'compare');
      return [call.question.granularity, formatInstant(call.question.anchor)];
    };
    assert.deepEqual(anchorOf('previous'), ['month', '2026-05-20T10:00:00Z']);
    assert.deepEqual(anchorOf('previous', '--by', 'week', '--from', '2026-03-02'), ['week', '2026-03-01T23:00:00Z']);
    assert.deepEqual(anchorOf('ytd'), ['year', '2026-05-20T10:00:00Z']);
  });

  test('a chart as the twenty-six months up to today', () => {
    const call = read('tickets_created_count', '--chart');
    assert.ok(call.kind === 'chart');
    const { granularity, from, to } = call.question;
    assert.deepEqual(
      [granularity, formatInstant(from), formatInstant(to)],
      ['month', '2024-03-31T22:00:00Z', '2026-05-20T22:00:00Z'],
    );
  });

  const refused: [string, string[]][] = [
    ['failure.kpiUnknown', ['no_such_figure']],
    ['failure.kpiUsage', []],
    ['failure.kpiUsage', ['tickets_created_count', 'again']],
    ['failure.kpiUsage', ['tickets_created_count', '--colour', 'red']],
    ['failure.kpiUsage', ['tickets_created_count', '--where', 'team']],
    ['failure.kpiDate', ['tickets_created_count', '--from', '2026-02-30']],
    ['failure.kpiDate', ['tickets_created_count', '--as-of', 'yesterday']],
    ['failure.kpiPeriod', ['tickets_created_count', '--from', '2026-03-02', '--to', '2026-03-02']],
    ['failure.kpiPeriod', ['tickets_created_count', '--chart', '--from', '2026-03-02', '--to', '2026-03-01']],
    ['failure.kpiGranularity', ['tickets_created_count', '--by', 'fortnight']],
    ['failure.kpiDimension', ['tickets_created_count', '--split', 'person']],
    ['failure.kpiDimension', ['tickets_created_count', '--split', 'clock']],
    ['failure.kpiTab', ['tickets_created_count', '--tickets', '--tab', 'waived']],
    ['failure.kpiTab', ['tickets_created_count', '--tickets', '--tab', 'left_out=waived']],
    ['failure.kpiUsage', ['tickets_created_count', '--tickets', '--limit', '0']],
    ['failure.kpiUsage', ['tickets_created_count', '--tab', 'counted']],
    ['failure.kpiUsage', ['tickets_created_count', '--chart', '--limit', '5']],
    ['failure.kpiUsage', ['--list', 'tickets_created_count']],
    ['failure.kpiUsage', ['tickets_created_count', '--chart', '--compare', 'previous']],
    ['failure.kpiComparison', ['tickets_created_count', '--compare', 'next']],
    ['failure.kpiYearToDate', ['tickets_created_count', '--compare', 'ytd', '--by', 'month']],
    ['failure.kpiTimeZone', ['tickets_created_count', '--time-zone', 'Mars/Olympus']],
    [
      'failure.kpiTooManyPeriods',
      ['tickets_created_count', '--from', '1990-01-01', '--to', '2026-01-01', '--by', 'day'],
    ],
  ];
  for (const [key, args] of refused) {
    test(`and refuses "${args.join(' ')}" with ${key}`, () => {
      assert.throws(
        () => read(...args),
        (error) => error instanceof Failure && error.key === key,
      );
    });
  }
});
