import type { ImportMapping } from '#contract/import-mapping.ts';
import type { CsvRecord } from '#core/import/csv-reader.ts';
import type { RepairedRow, SourceRow } from '#core/import/source-row.ts';
import { isDoneState } from '#core/ticket/state.ts';
import { ColumnReaders, type RowReport } from './column-readers.ts';
import { type RowProblem, shown } from './import-problem.ts';

/** What a record says; null when it is unreadable, with everything that is wrong with it. */
export interface ReadRow {
  readonly row: SourceRow | null;
  /** The ticket it belongs to, also when the rest is unreadable; null when not even that can be told. */
  readonly ticketKey: string | null;
  readonly problems: readonly RowProblem[];
  readonly repairs: readonly RepairedRow[];
}

/** Makes a reader of the rows of one file. Fails when the file lacks columns that the mapping names. */
export function rowReader(mapping: ImportMapping, header: readonly string[]): (record: CsvRecord) => ReadRow {
  const readFields = fieldsReader(mapping, header);
  return (record) => {
    const problems: RowProblem[] = [];
    const repairs: RepairedRow[] = [];
    const { line } = record;
    const report: RowReport = {
      problem: (column, problem, value) => problems.push({ line, column, problem, value: shown(value) }),
      repair: (repair) => repairs.push({ repair, line }),
    };
    if (record.kind === 'malformed') {
      report.problem(header[record.field] ?? String(record.field + 1), record.problem, '');
      return { row: null, ticketKey: null, problems, repairs };
    }
    const { fields } = record;
    if (fields.length !== header.length) {
      // Which field belongs to which column is not known, so nothing else can be said of the row.
      const isMore = fields.length > header.length;
      const counts = `${fields.length} ${isMore ? '>' : '<'} ${header.length}`;
      report.problem('', isMore ? 'tooManyFields' : 'tooFewFields', counts);
      return { row: null, ticketKey: null, problems, repairs };
    }
    const row = readFields(line, fields, report);
    if (problems.length === 0) refuseHalfTold(row, mapping, report);
    const ticketKey = row.ticketKey === '' ? null : row.ticketKey;
    return { row: problems.length === 0 ? row : null, ticketKey, problems, repairs };
  };
}

function fieldsReader(
  mapping: ImportMapping,
  header: readonly string[],
): (line: number, fields: readonly string[], report: RowReport) => SourceRow {
  const columns = new ColumnReaders(mapping, header);
  const ticketKey = columns.name(mapping.ticket.column);
  const subject = columns.title(mapping.subject);
  const at = columns.instant(mapping.at);
  const createdAt = columns.instant(mapping.createdAt);
  const firstResponseAt = columns.instant(mapping.firstResponseAt);
  const resolvedAt = columns.instant(mapping.end?.resolvedAt);
  const closedAt = columns.instant(mapping.end?.closedAt);
  const order = columns.wholeNumber(mapping.order);
  const state = columns.state(mapping.state);
  const activity = columns.activity(mapping.activity);
  const verdict = columns.verdict(mapping.verdict);
  const dimensions = columns.dimensions();
  const assignee = columns.value(mapping.assignee);
  columns.refuseMissing();
  return (line, fields, report) => ({
    line,
    ticketKey: ticketKey(fields, report) ?? '',
    subject: subject(fields, report),
    at: at(fields, report),
    order: order(fields, report),
    createdAt: createdAt(fields, report),
    state: state(fields, report),
    firstResponseAt: firstResponseAt(fields, report),
    resolvedAt: resolvedAt(fields, report),
    closedAt: closedAt(fields, report),
    dimensions: dimensions(fields, report),
    assignee: assignee(fields, report),
    activity: activity(fields, report),
    verdict: verdict(fields, report),
  });
}

/** A row must name its ticket and say when it happened, and a resolved ticket when it was resolved. */
function refuseHalfTold(row: SourceRow, mapping: ImportMapping, report: RowReport): void {
  if (row.ticketKey === '') report.problem(mapping.ticket.column, 'ticketMissing', '');
  const { at, createdAt, end } = mapping;
  if (mapping.rows === 'event') {
    if (row.at === null) report.problem(at?.column ?? '', 'instantMissing', '');
    return;
  }
  if (row.createdAt === null && row.at === null) report.problem((createdAt ?? at)?.column ?? '', 'instantMissing', '');
  if (row.state === null || !isDoneState(row.state)) return;
  const isEndTold = row.resolvedAt !== null || row.closedAt !== null || row.at !== null;
  if (!isEndTold) report.problem((end?.resolvedAt ?? end?.closedAt)?.column ?? '', 'endMissing', '');
}
