import type { ImportMapping, InstantColumn, ValueColumn } from '#contract/import-mapping.ts';
import { instantReader } from '#core/import/date-pattern.ts';
import type { RepairedRow, SourceRow } from '#core/import/source-row.ts';
import type { Dimensions } from '#core/ticket/dimensions.ts';
import type { TicketState } from '#core/ticket/state.ts';
import { isDoneState } from '#core/ticket/state.ts';
import type { Instant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { Failure } from '#server/platform/failure.ts';
import { type RowProblem, type RowProblemKind, shown } from './import-problem.ts';
import type { LogRecord } from './parse-log.ts';

/** What a record says, or everything that is wrong with it. */
export interface ReadRow {
  readonly row: SourceRow;
  readonly problems: readonly RowProblem[];
  readonly repairs: readonly RepairedRow[];
}

type Read<T> = (fields: readonly string[], report: Report) => T;

interface Report {
  problem(column: string, kind: RowProblemKind, value: string): void;
  repair(repair: RepairedRow['repair']): void;
}

/** Makes a reader of the rows of one file. Fails when the file lacks columns that the mapping names. */
export function rowReader(mapping: ImportMapping, header: readonly string[]): (record: LogRecord) => ReadRow {
  const columns = new Columns(mapping, header);
  const ticketKey = columns.text(mapping.ticket.column);
  const at = mapping.at && columns.instant(mapping.at);
  const createdAt = mapping.createdAt && columns.instant(mapping.createdAt);
  const resolvedAt = mapping.end?.resolvedAt && columns.instant(mapping.end.resolvedAt);
  const closedAt = mapping.end?.closedAt && columns.instant(mapping.end.closedAt);
  const order = mapping.order && columns.wholeNumber(mapping.order.column);
  const state = mapping.state && columns.state(mapping.state);
  const verdict = mapping.verdict && columns.verdict(mapping.verdict);
  const dimensions = columns.dimensions();
  const assignee = columns.value(mapping.assignee);
  columns.refuseMissing();
  return ({ line, fields }) => {
    const problems: RowProblem[] = [];
    const repairs: RepairedRow[] = [];
    const report: Report = {
      problem: (column, problem, value) => problems.push({ line, column, problem, value: shown(value) }),
      repair: (repair) => repairs.push({ repair, line }),
    };
    if (fields.length !== header.length) {
      const kind = fields.length > header.length ? 'tooManyFields' : 'tooFewFields';
      report.problem('', kind, String(fields.length));
    }
    const key = ticketKey(fields, report);
    if (key === null) report.problem(mapping.ticket.column, 'ticketMissing', '');
    const row: SourceRow = {
      line,
      ticketKey: key ?? '',
      at: at?.(fields, report) ?? null,
      order: order?.(fields, report) ?? null,
      createdAt: createdAt?.(fields, report) ?? null,
      state: state?.(fields, report) ?? null,
      resolvedAt: resolvedAt?.(fields, report) ?? null,
      closedAt: closedAt?.(fields, report) ?? null,
      dimensions: dimensions(fields, report),
      assignee: assignee(fields, report),
      verdict: verdict?.(fields, report) ?? null,
    };
    if (problems.length === 0) refuseHalfTold(row, mapping, report);
    return { row, problems, repairs };
  };
}

/** A row must say when it happened, and a resolved ticket when it was resolved. */
function refuseHalfTold(row: SourceRow, mapping: ImportMapping, report: Report): void {
  const needed = mapping.rows === 'event' ? mapping.at : (mapping.createdAt ?? mapping.at);
  const isDated = mapping.rows === 'event' ? row.at !== null : row.createdAt !== null || row.at !== null;
  if (!isDated) report.problem(needed?.column ?? '', 'instantMissing', '');
  if (mapping.rows === 'ticket' && row.state !== null && isDoneState(row.state)) {
    const isEndTold = row.resolvedAt !== null || row.closedAt !== null || row.at !== null;
    if (!isEndTold)
      report.problem(mapping.end?.resolvedAt?.column ?? mapping.end?.closedAt?.column ?? '', 'endMissing', '');
  }
}

class Columns {
  readonly #mapping: ImportMapping;
  readonly #header: readonly string[];
  readonly #missing = new Set<string>();
  readonly #empty: ReadonlySet<string>;

  constructor(mapping: ImportMapping, header: readonly string[]) {
    this.#mapping = mapping;
    this.#header = header;
    this.#empty = new Set(['', ...mapping.missing]);
  }

  refuseMissing(): void {
    if (this.#missing.size === 0) return;
    throw new Failure('failure.importColumns', {
      columns: [...this.#missing].join(', '),
      found: shown(this.#header.join(', ')),
    });
  }

  text(column: string): Read<string | null> {
    const index = this.#header.indexOf(column);
    if (index < 0) this.#missing.add(column);
    return (fields) => {
      const value = fields[index]?.trim() ?? '';
      return this.#empty.has(value) ? null : value;
    };
  }

  instant({ column, format }: InstantColumn): Read<Instant | null> {
    const text = this.text(column);
    const read = instantReader(format, zoneOf(this.#mapping.timeZone));
    return (fields, report) => {
      const value = text(fields, report);
      if (value === null) return null;
      const result = read(value);
      if (result.kind === 'problem') {
        report.problem(column, result.problem, value);
        return null;
      }
      if (result.isRepeatedHour) report.repair('repeated_hour');
      return result.at;
    };
  }

  wholeNumber(column: string): Read<number | null> {
    const text = this.text(column);
    return (fields, report) => {
      const value = text(fields, report);
      if (value === null) return null;
      if (/^-?\d{1,15}$/.test(value)) return Number(value);
      report.problem(column, 'orderUnreadable', value);
      return null;
    };
  }

  state({ column, values, unknown }: NonNullable<ImportMapping['state']>): Read<TicketState | null> {
    const names = typeof column === 'string' ? [column] : column;
    const texts = names.map((name) => this.text(name));
    return (fields, report) => {
      const [first, ...rest] = texts.map((text) => text(fields, report));
      const whole = [first, ...rest].filter((part) => part !== null).join(' / ');
      const known = values[whole] ?? (first == null ? undefined : values[first]);
      if (known !== undefined) return known;
      if (whole === '' && this.#mapping.rows === 'ticket') return null;
      if (unknown === undefined)
        report.problem(names.join(', '), whole === '' ? 'stateMissing' : 'stateUnknown', whole);
      else report.repair('unknown_state');
      return unknown ?? null;
    };
  }

  verdict({ column, met, missed }: NonNullable<ImportMapping['verdict']>): Read<'met' | 'missed' | null> {
    const text = this.text(column);
    return (fields, report) => {
      const value = text(fields, report);
      if (value === null) return null;
      if (met.includes(value)) return 'met';
      if (missed.includes(value)) return 'missed';
      report.problem(column, 'verdictUnknown', value);
      return null;
    };
  }

  value(spec: ValueColumn | undefined): Read<string | null> {
    if (!spec) return () => null;
    const text = this.text(spec.column);
    return (fields, report) => {
      const value = text(fields, report);
      if (value === null) return null;
      const mapped = spec.values && Object.hasOwn(spec.values, value) ? spec.values[value]! : value;
      return spec.take === 'digits' ? (mapped?.match(/\d+/)?.[0] ?? null) : mapped;
    };
  }

  dimensions(): Read<Dimensions> {
    const { team, service, priority, channel, level, type } = this.#mapping;
    const reads = {
      team: this.value(team),
      service: this.value(service),
      priority: this.value(priority),
      channel: this.value(channel),
      level: this.value(level && { take: 'digits', ...level }),
      type: this.value(type),
    };
    return (fields, report) => ({
      team: reads.team(fields, report),
      service: reads.service(fields, report),
      priority: reads.priority(fields, report),
      channel: reads.channel(fields, report),
      level: reads.level(fields, report),
      type: reads.type(fields, report),
      agreement: null,
    });
  }
}
