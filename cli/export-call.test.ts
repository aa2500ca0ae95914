import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatInstant, parseInstant } from '#core/time/instant.ts';
import { DEFAULT_WORKING_DAYS } from '#server/features/calendars/index.ts';
import { Failure } from '#server/platform/failure.ts';
import { readExportCall } from './export-call.ts';

const surroundings = {
  reportingZone: 'Europe/Berlin',
  workingDays: DEFAULT_WORKING_DAYS,
  now: parseInstant('2026-05-20T10:00:00Z'),
  workingFolder: '/home/desk',
};
const read = (...args: string[]) => readExportCall(args, surroundings);

describe('kundig export reads', () => {
  test('what kind of file it is from its ending', () => {
    const { asked, path, format } = read(
      ...['tickets_created_count', '--file', 'out/May.xlsx', '--from', '2026-05-01', '--to', '2026-05-11'],
    );
    assert.ok(asked.kind === 'figure');
    assert.deepEqual(asked.question.edges.map(formatInstant), ['2026-04-30T22:00:00Z', '2026-05-10T22:00:00Z']);
    assert.equal(path, '/home/desk/out/May.xlsx');
    assert.deepEqual(format, { kind: 'xlsx' });
  });

  test('all else as "kundig kpi" does', () => {
    const { asked } = read(
      ...['tickets_created_count', '--tickets', '--split', 'team', '--where', 'priority=P1', '--file=/tmp/a.csv'],
    );
    assert.equal(asked.kind, 'tickets');
    assert.equal(asked.question.split, 'team');
    assert.deepEqual(asked.question.where, [{ dimension: 'priority', value: 'P1' }]);
  });

  test('how a CSV file is written', () => {
    const call = read('tickets_created_count', '--file', 'a.CSV', '--bom', '--delimiter', ';', '--decimal-comma');
    assert.deepEqual(call.format, { kind: 'csv', options: { bom: 'with', delimiter: ';', decimalMark: ',' } });
    assert.deepEqual(read('tickets_created_count', '--file', 'a.csv').format, { kind: 'csv', options: {} });
    assert.deepEqual(read('tickets_created_count', '--file', 'a.csv', '--delimiter=,').format, {
      kind: 'csv',
      options: { delimiter: ',' },
    });
  });

  const refused: [string, string[]][] = [
    ['failure.exportUsage', []],
    ['failure.exportUsage', ['tickets_created_count']],
    ['failure.exportUsage', ['--file', 'a.csv']],
    ['failure.exportUsage', ['tickets_created_count', '--file', 'a.csv', '--file', 'b.csv']],
    ['failure.exportUsage', ['tickets_created_count', '--file', 'a.csv', '--colour', 'red']],
    ['failure.exportUsage', ['tickets_created_count', '--file', 'a.csv', '--json']],
    ['failure.exportUsage', ['tickets_created_count', '--file', 'a.csv', '--tickets', '--limit', '5']],
    ['failure.exportUsage', ['tickets_created_count', '--file', 'a.csv', '--tickets', '--tab=counted']],
    ['failure.exportUsage', ['tickets_created_count', '--file', 'a.csv', '--chart']],
    ['failure.exportUsage', ['--list', '--file', 'a.csv']],
    ['failure.exportCsvOnly', ['tickets_created_count', '--file', 'a.xlsx', '--bom']],
    ['failure.exportCsvOnly', ['tickets_created_count', '--file', 'a.xlsx', '--delimiter', ';']],
    ['failure.exportDelimiter', ['tickets_created_count', '--file', 'a.csv', '--delimiter', '|']],
    ['failure.exportDelimiter', ['tickets_created_count', '--file', 'a.csv', '--delimiter']],
    ['failure.kpiUnknown', ['no_such_figure', '--file', 'a.csv']],
    ['failure.exportUsage', ['tickets_created_count', '--file']],
    ['failure.exportUsage', ['tickets_created_count', '--to', '2026-05-01']],
    ['failure.exportFormat', ['tickets_created_count', '--file', 'a.ods']],
    ['failure.kpiDate', ['tickets_created_count', '--to', 'a.csv', '--file', 'a.csv']],
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
