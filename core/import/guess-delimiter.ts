import { CsvReader, type CsvRecord, RecordTooLong } from './csv-reader.ts';

/** The characters that logs are split at; the first is the usual one. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

const LOOKED_AT = 50;
const LONGEST_RECORD = 100_000;

/**
 * The character at which the beginning of a CSV file is most evenly split: nearly all of its rows have as many fields
 * as the first, and more of them than with any other. A comma when nothing splits it.
 */
export function guessDelimiter(beginning: string): string {
  let best = { delimiter: DELIMITERS[0] as string, score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = evenness(recordsOf(beginning, delimiter));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Fields of the first row, for rows that all have as many; an uneven split counts far less. */
function evenness(records: readonly CsvRecord[]): number {
  const counts = records.map((record) => (record.kind === 'fields' ? record.fields.length : 0));
  const [columns = 0] = counts;
  if (columns < 2) return 0;
  const even = counts.filter((count) => count === columns).length / counts.length;
  return even ** 4 * columns;
}

/** The first whole records; the last line of a beginning is most likely cut off and counts only when it stands alone. */
function recordsOf(beginning: string, delimiter: string): readonly CsvRecord[] {
  const reader = new CsvReader(delimiter, LONGEST_RECORD);
  try {
    const whole = reader.read(beginning);
    return (whole.length > 0 ? whole : reader.end()).slice(0, LOOKED_AT);
  } catch (error) {
    if (error instanceof RecordTooLong) return [];
    throw error;
  }
}
