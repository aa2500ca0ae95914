/**
 * Reads CSV as RFC 4180 has it, text by text as it comes, and tells every record by the line on which it begins.
 *
 * 1. A field with delimiters, quotation marks or line breaks stands in quotation marks, its own marks doubled.
 * 2. Lines end with LF or CRLF, both in one file if need be; with CR where the first line of the file does.
 * 3. Lines are counted as an editor counts them, those inside of fields and empty ones too. Empty lines are no records.
 * 4. After a record that is no CSV, reading goes on with the next line, so that one bad row hides no other.
 */
export type CsvRecord =
  | { readonly kind: 'fields'; readonly line: number; readonly fields: readonly string[] }
  | {
      readonly kind: 'malformed';
      readonly line: number;
      readonly field: number;
      readonly problem: CsvProblem;
      /** The record as it stands in the file. */
      readonly text: string;
    };

/** `strayQuote`: a mark inside of a field that is not quoted, or text behind one that is. `field` counts from 0. */
export type CsvProblem = 'strayQuote' | 'unclosedQuote';

/** A record is longer than allowed: most likely a quotation mark is never closed. */
export class RecordTooLong extends Error {
  readonly line: number;
  readonly field: number;

  constructor(line: number, field: number) {
    super('record too long');
    this.line = line;
    this.field = field;
  }
}

/** Where a record ends and what it is; null while its end has not been read. */
interface Parsed {
  readonly next: number;
  readonly record: CsvRecord;
}

export class CsvReader {
  readonly #delimiter: string;
  readonly #longestRecord: number;
  #text = '';
  #line = 1;
  #lineEnd: '\n' | '\r' | null = null;

  /** `longestRecord` in characters; memory is bounded by it. */
  constructor(delimiter: string, longestRecord: number) {
    this.#delimiter = delimiter;
    this.#longestRecord = longestRecord;
  }

  /** The line that comes next. */
  get line(): number {
    return this.#line;
  }

  /** The line that comes `lines` line ends after all that was read. */
  lineAfter(lines: number): number {
    return this.#line + this.#linesIn(0, this.#text.length) + lines;
  }

  /** The records that are complete with this text. Throws RecordTooLong. */
  read(text: string): CsvRecord[] {
    this.#text += text;
    return this.#records(false);
  }

  /** The records that end with the file. */
  end(): CsvRecord[] {
    return this.#records(true);
  }

  #records(isLast: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    this.#lineEnd ??= lineEndOf(this.#text, isLast);
    let at = 0;
    let quote = this.#text.indexOf('"');
    while (this.#lineEnd !== null && at < this.#text.length) {
      if (quote >= 0 && quote < at) quote = this.#text.indexOf('"', at);
      const end = this.#lineEndFrom(at, isLast);
      const isPlain = end !== null && (quote < 0 || quote >= end);
      if (isPlain) {
        const line = withoutReturn(this.#text.slice(at, end));
        if (end - at > this.#longestRecord) throw new RecordTooLong(this.#line, 0);
        if (line !== '') records.push({ kind: 'fields', line: this.#line, fields: line.split(this.#delimiter) });
        this.#line += 1;
        at = end + 1;
        continue;
      }
      const parsed = this.#quoted(at, isLast);
      if (parsed === null) break;
      records.push(parsed.record);
      this.#line += this.#linesIn(at, parsed.next);
      at = parsed.next;
    }
    this.#text = this.#text.slice(at);
    if (this.#text.length > this.#longestRecord) throw new RecordTooLong(this.#line, this.#fieldsBegun());
    return records;
  }

  /** A record with quotation marks. */
  #quoted(start: number, isLast: boolean): Parsed | null {
    const text = this.#text;
    const fields: string[] = [];
    let at = start;
    for (;;) {
      const isQuoted = text[at] === '"';
      const field = isQuoted ? this.#quotedField(at, isLast) : this.#plainField(at, isLast);
      if (field === null) return null;
      if (field === 'unclosedQuote') {
        const record = { kind: 'malformed', line: this.#line, field: fields.length, problem: field } as const;
        return { next: text.length, record: { ...record, text: withoutEnd(text.slice(start)) } };
      }
      const after = text.startsWith('\r\n', field.end) ? field.end + 1 : field.end;
      const isCut = isQuoted && text[after] === '\r' && after + 1 === text.length;
      if (isCut && !isLast) return null;
      const next = isCut ? undefined : text[after];
      fields.push(field.value);
      if (next === this.#delimiter) {
        at = after + 1;
      } else if (next === undefined || next === this.#lineEnd) {
        return { next: after + 1, record: { kind: 'fields', line: this.#line, fields } };
      } else {
        // Reading goes on with the next line, so this one must have been read to its end.
        const end = this.#lineEndFrom(field.end, isLast);
        const line = this.#line + this.#linesIn(start, field.end);
        const record = { kind: 'malformed', line, field: fields.length - 1, problem: 'strayQuote' } as const;
        if (end === null) return null;
        return { next: end + 1, record: { ...record, text: withoutEnd(text.slice(start, end)) } };
      }
    }
  }

  /** The value of a quoted field and the place after its last mark. */
  #quotedField(start: number, isLast: boolean): { value: string; end: number } | 'unclosedQuote' | null {
    const text = this.#text;
    let mark = text.indexOf('"', start + 1);
    while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
    if (mark < 0) return isLast ? 'unclosedQuote' : null;
    if (mark + 1 === text.length && !isLast) return null;
    return { value: text.slice(start + 1, mark).replaceAll('""', '"'), end: mark + 1 };
  }

  /** The value of an unquoted field and the place of what ends it: a delimiter, a line end, or a mark that is wrong there. */
  #plainField(start: number, isLast: boolean): { value: string; end: number } | null {
    const text = this.#text;
    for (let at = start; at < text.length; at += 1) {
      const character = text[at];
      if (character === this.#delimiter || character === '"') return { value: text.slice(start, at), end: at };
      if (character === this.#lineEnd) return { value: withoutReturn(text.slice(start, at)), end: at };
    }
    return isLast ? { value: withoutReturn(text.slice(start)), end: text.length } : null;
  }

  #lineEndFrom(at: number, isLast: boolean): number | null {
    const end = this.#text.indexOf(this.#lineEnd ?? '\n', at);
    if (end >= 0) return end;
    return isLast ? this.#text.length : null;
  }

  #linesIn(start: number, end: number): number {
    let count = 0;
    const lineEnd = this.#lineEnd ?? '\n';
    for (let at = this.#text.indexOf(lineEnd, start); at >= 0 && at < end; at = this.#text.indexOf(lineEnd, at + 1)) {
      count += 1;
    }
    return count;
  }

  /** About which field of an endless record it is that does not end. */
  #fieldsBegun(): number {
    const mark = this.#text.indexOf('"');
    const before = mark < 0 ? this.#text : this.#text.slice(0, mark);
    return before.split(this.#delimiter).length - 1;
  }
}

/** The line end of a file by its first line; null when that line has not ended yet. */
function lineEndOf(text: string, isLast: boolean): '\n' | '\r' | null {
  const first = /[\r\n]/.exec(text)?.index;
  if (first === undefined) return isLast ? '\n' : null;
  if (text[first] === '\n') return '\n';
  if (first + 1 === text.length && !isLast) return null;
  return text[first + 1] === '\n' || first + 1 === text.length ? '\n' : '\r';
}

function withoutEnd(record: string): string {
  return record.replace(/[\r\n]+$/, '');
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
