import type { ImportMapping, InstantColumn, ValueColumn } from '#contract/import-mapping.ts';
import { instantReader } from '#core/import/read-instant.ts';
import type { Activity, Repair } from '#core/import/source-row.ts';
import type { Dimensions } from '#core/ticket/dimensions.ts';
import type { TicketState } from '#core/ticket/state.ts';
import type { Instant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { Failure } from '#server/platform/failure.ts';
import { type RowProblemKind, shown } from './import-problem.ts';

/** Reads one thing from the fields of a row, and reports what is wrong with it. */
export type Read<T> = (fields: readonly string[], report: RowReport) => T;

export interface RowReport {
  problem(column: string, kind: RowProblemKind, value: string): void;
  repair(repair: Repair): void;
}

/** Ids, teams, names … are keys of tables; an index takes no longer ones, and nobody reads them. */
const LONGEST_NAME = 200;
const LINE_BREAKS = /[\t\r\n]+/g;
/** All characters that command a terminal or end a text. */
const CONTROL = /\p{Cc}/u;
const CONTROLS = /\p{Cc}+/gu;
/** As long as the API takes one. */
const LONGEST_TITLE = 500;

/** Makes readers of the columns that a mapping names, and collects the names that the file lacks. */
export class ColumnReaders {
  readonly #mapping: ImportMapping;
  readonly #header: readonly string[];
  readonly #named = new Set<string>();
  readonly #empty: ReadonlySet<string>;

  constructor(mapping: ImportMapping, header: readonly string[]) {
    this.#mapping = mapping;
    this.#header = header;
    this.#empty = new Set(['', ...mapping.missing]);
  }

  /** Fails when a column that was asked for is missing. */
  refuseMissing(): void {
    const named = [...this.#named];
    const missing = named.filter((name) => !this.#header.includes(name));
    if (missing.length > 0) {
      const found = shown(this.#header.join(', '), 1000);
      throw new Failure('failure.importColumns', { columns: shown(missing.join(', '), 1000), found });
    }
  }

  text(column: string): Read<string | null> {
    this.#named.add(column);
    const index = this.#header.indexOf(column);
    return (fields) => {
      const value = fields[index]?.trim() ?? '';
      return this.#empty.has(value) ? null : value;
    };
  }

  /** A text that becomes a key or a name: of one line, without commands, not too long. */
  name(column: string): Read<string | null> {
    const text = this.text(column);
    return (fields, report) => {
      const value = text(fields, report);
      if (value === null) return null;
      const line = CONTROL.test(value) ? value.replaceAll(LINE_BREAKS, ' ') : value;
      if (line.length > LONGEST_NAME) report.problem(column, 'tooLong', value);
      else if (CONTROL.test(line)) report.problem(column, 'controlCharacter', value);
      else return line;
      return null;
    };
  }

  /** A text that people read and nothing hangs on: what is too long is cut, and what commands a terminal falls away. */
  title(spec: ImportMapping['subject']): Read<string | null> {
    if (!spec) return () => null;
    const text = this.text(spec.column);
    return (fields, report) => {
      const value = text(fields, report)?.replaceAll(CONTROLS, ' ').trim() ?? '';
      if (value === '') return null;
      return value.length > LONGEST_TITLE ? `${value.slice(0, LONGEST_TITLE - 1).toWellFormed()}…` : value;
    };
  }

  instant(instantColumn: InstantColumn | undefined): Read<Instant | null> {
    if (!instantColumn) return () => null;
    const { column, format } = instantColumn;
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

  wholeNumber(spec: ImportMapping['order']): Read<number | null> {
    if (!spec) return () => null;
    const text = this.text(spec.column);
    return (fields, report) => {
      const value = text(fields, report);
      if (value === null) return null;
      if (/^-?\d{1,15}$/.test(value)) return Number(value);
      report.problem(spec.column, 'orderUnreadable', value);
      return null;
    };
  }

  state(spec: ImportMapping['state']): Read<TicketState | null> {
    if (!spec) return () => null;
    const { column, unknown } = spec;
    const names = typeof column === 'string' ? [column] : column;
    const texts = names.map((name) => this.text(name));
    const states = new Map(Object.entries(spec.values));
    const mayBeMissing = this.#mapping.rows === 'ticket' || this.#mapping.empty === 'unchanged';
    return (fields, report) => {
      const [first, ...rest] = texts.map((text) => text(fields, report));
      const whole = [first, ...rest].filter((part) => part !== null).join(' / ');
      const known = states.get(whole) ?? states.get(first ?? '');
      if (known !== undefined) return known;
      if (whole === '' && mayBeMissing) return null;
      if (unknown === undefined)
        report.problem(names.join(', '), whole === '' ? 'stateMissing' : 'stateUnknown', whole);
      else report.repair('unknown_state');
      return unknown ?? null;
    };
  }

  activity(spec: ImportMapping['activity']): Read<Activity | null> {
    if (!spec) return () => null;
    const text = this.text(spec.column);
    const activities = new Map(Object.entries(spec.values));
    return (fields, report) => activities.get(text(fields, report) ?? '') ?? null;
  }

  verdict(spec: ImportMapping['verdict']): Read<'met' | 'missed' | null> {
    if (!spec) return () => null;
    const text = this.text(spec.column);
    return (fields, report) => {
      const value = text(fields, report);
      if (value === null) return null;
      if (spec.met.includes(value)) return 'met';
      if (spec.missed.includes(value)) return 'missed';
      report.problem(spec.column, 'verdictUnknown', value);
      return null;
    };
  }

  value(spec: ValueColumn | undefined): Read<string | null> {
    if (!spec) return () => null;
    const name = this.name(spec.column);
    const values = new Map(Object.entries(spec.values ?? {}));
    return (fields, report) => {
      const value = name(fields, report);
      if (value === null) return null;
      const mapped = values.has(value) ? values.get(value)! : value;
      return spec.take === 'digits' ? (mapped?.match(/\d+/)?.[0] ?? null) : mapped;
    };
  }

  /** Levels are numbers, for only so one is above another. */
  level(spec: ValueColumn | undefined): Read<string | null> {
    if (!spec) return () => null;
    const read = this.value({ ...spec, take: undefined });
    return (fields, report) => {
      const value = read(fields, report);
      const digits = value === null ? null : (value.match(/\d{1,9}/)?.[0] ?? null);
      if (value !== null && digits === null) report.problem(spec.column, 'levelUnreadable', value);
      return digits;
    };
  }

  dimensions(): Read<Dimensions> {
    const { team, service, priority, channel, level, type } = this.#mapping;
    const reads = {
      team: this.value(team),
      service: this.value(service),
      priority: this.value(priority),
      channel: this.value(channel),
      level: this.level(level),
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
