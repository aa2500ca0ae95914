import type { ImportMapping } from '#contract/import-mapping.ts';
import { ColumnSurvey, type CountedValue, JointSurvey, type SurveyedColumn } from '#core/import/column-survey.ts';
import { guessDelimiter } from '#core/import/guess-delimiter.ts';
import { guessFormat } from '#core/import/guess-format.ts';
import { guessMapping, type MappingGuess } from '#core/import/guess-mapping.ts';
import { zoneOf } from '#core/time/zone.ts';
import { Failure } from '#server/platform/failure.ts';
import { shown } from './import-problem.ts';
import type { ImportProgress } from './import-request.ts';
import type { LogBytes } from './log-bytes.ts';
import { openLog, unpacked, utf16Of } from './open-log.ts';
import { presetOfColumns } from './presets.ts';

type Encoding = ImportMapping['encoding'];

/** What stands in a log. */
export interface Inspection {
  readonly delimiter: string;
  readonly encoding: Encoding;
  readonly rows: number;
  /** Rows that are no CSV, or have more or fewer fields than the first line. */
  readonly oddRows: number;
  readonly header: readonly string[];
  /** Columns whose names stood in the file before them and were given a number. */
  readonly numberedColumns: readonly string[];
  readonly preview: readonly (readonly string[])[];
  readonly columns: readonly InspectedColumn[];
  readonly stateValues: { readonly columns: readonly string[]; readonly values: readonly CountedValue[] } | null;
  readonly preset: string | null;
  readonly guess: MappingGuess;
}

export interface InspectedColumn extends Pick<SurveyedColumn, 'name' | 'filled' | 'examples' | 'values'> {
  /** How the instants in it are written; null when it holds none. */
  readonly format: string | null;
}

export interface InspectOptions {
  readonly source: string;
  readonly timeZone: string;
  /** What is not given is found out. */
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
  /** Columns whose values are counted together. */
  readonly stateColumns?: readonly string[] | undefined;
  readonly onProgress: (progress: ImportProgress) => void;
}

const PREVIEW_ROWS = 20;
const PREVIEW_COLUMNS = 200;
const LONGEST_CELL = 120;
const BEGINNING_BYTES = 1 << 16;

/**
 * Reads a whole log once and says what stands in it. UTF-8 is what nearly all systems write; a file that is none is read
 * as Windows-1252, which can read any bytes.
 */
export async function inspectLog(bytes: LogBytes, options: InspectOptions): Promise<Inspection> {
  const beginning = await beginningOf(bytes);
  const encoding = options.encoding ?? utf16Of(beginning.subarray(0, 4)) ?? 'utf-8';
  const inspect = (as: Encoding): Promise<Inspection> => {
    const delimiter = options.delimiter ?? guessDelimiter(new TextDecoder(as).decode(beginning));
    return inspectAs(bytes, options, { delimiter, encoding: as });
  };
  try {
    return await inspect(encoding);
  } catch (error) {
    const isOther = error instanceof Failure && error.key === 'failure.importEncoding' && encoding === 'utf-8';
    if (!isOther || options.encoding !== undefined) throw error;
    return await inspect('windows-1252');
  }
}

async function inspectAs(
  bytes: LogBytes,
  { source, timeZone, stateColumns, onProgress }: InspectOptions,
  format: { readonly delimiter: string; readonly encoding: Encoding },
): Promise<Inspection> {
  const log = await openLog(bytes, format);
  try {
    const { header } = log;
    const survey = new ColumnSurvey(header);
    const joint = stateColumns ? new JointSurvey(header, stateColumns) : null;
    const preview: string[][] = [];
    let oddRows = 0;
    for await (const records of log.records) {
      for (const record of records) {
        if (record.kind === 'malformed' || record.fields.length !== header.length) {
          oddRows += 1;
          continue;
        }
        survey.add(record.fields);
        joint?.add(record.fields);
        if (preview.length < PREVIEW_ROWS) preview.push(cells(record.fields));
      }
      onProgress({ phase: 'reading', done: log.bytesRead(), total: log.byteCount, written: 0 });
    }
    if (survey.rows + oddRows === 0) throw new Failure('failure.importEmpty', { file: shown(bytes.name) });
    const columns = survey.columns();
    const zone = zoneOf(timeZone);
    return {
      ...format,
      rows: survey.rows + oddRows,
      oddRows,
      header: cells(header),
      numberedColumns: cells(log.numberedColumns),
      preview,
      columns: columns.map(({ name, filled, examples, values, sample }) => ({
        name,
        filled,
        examples: examples.map((example) => shown(example)),
        values,
        format: guessFormat(sample, zone),
      })),
      stateValues: joint && stateColumns ? { columns: stateColumns, values: joint.values() } : null,
      preset: presetOfColumns(header),
      guess: guessMapping({ columns, rows: survey.rows, ...format }, { source, timeZone }),
    };
  } finally {
    await log.close();
  }
}

function cells(fields: readonly string[]): string[] {
  return fields.slice(0, PREVIEW_COLUMNS).map((field) => shown(field.trim(), LONGEST_CELL));
}

/** The first bytes without their compression; what is damaged behind them is found when all is read. */
async function beginningOf(bytes: LogBytes): Promise<Buffer> {
  const open = await bytes.open();
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of unpacked(open, bytes.name)) {
      parts.push(part as Buffer);
      size += (part as Buffer).length;
      if (size >= BEGINNING_BYTES) break;
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
  } finally {
    await open.close();
  }
  return Buffer.concat(parts);
}
