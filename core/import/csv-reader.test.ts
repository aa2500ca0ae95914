import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CsvReader, type CsvRecord, RecordTooLong } from './csv-reader.ts';

const LONGEST = 1000;

function read(
  text: string,
  { delimiter = ',', cuts = [] }: { delimiter?: string; cuts?: readonly number[] } = {},
): CsvRecord[] {
  const reader = new CsvReader(delimiter, LONGEST);
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));
  return [...pieces.flatMap((piece) => reader.read(piece)), ...reader.end()];
}

/** Records in short: `[line, ...fields]`, or `[line, field, problem]` of a malformed one. */
function short(records: readonly CsvRecord[]): (string | number)[][] {
  return records.map((record) =>
    record.kind === 'fields' ? [record.line, ...record.fields] : [record.line, record.field, record.problem],
  );
}

const cases: Readonly<Record<string, readonly [text: string, expected: (string | number)[][]]>> = {
  'lines end with LF': [
    'a,b\n1,2\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  'lines end with CRLF': [
    'a,b\r\n1,2\r\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  'lines end with CR': [
    'a,b\r1,2\r3,4',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  ],
  'both line ends in one file': [
    'a,b\r\n1,2\n3,4\r\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  ],
  'the last line needs no end': [
    'a,b\n1,2',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  nothing: ['', []],
  'line ends alone': ['\n\r\n\n', []],
  'empty fields': [
    ',\n,,\n""\n',
    [
      [1, '', ''],
      [2, '', '', ''],
      [3, ''],
    ],
  ],
  'empty lines are counted and left out': [
    'a\n\n\nb\n\nc',
    [
      [1, 'a'],
      [4, 'b'],
      [6, 'c'],
    ],
  ],
  'line breaks inside of a field are counted': [
    'a\n"x\ny\n",1\nb',
    [
      [1, 'a'],
      [2, 'x\ny\n', '1'],
      [5, 'b'],
    ],
  ],
  'so are CRLF inside of a field, once': [
    'a\r\n"x\r\ny"\r\nb\r\n',
    [
      [1, 'a'],
      [2, 'x\r\ny'],
      [4, 'b'],
    ],
  ],
  'doubled marks': ['"a ""b"" c",""""\n', [[1, 'a "b" c', '"']]],
  'a delimiter inside of a quoted field': ['"a,b",c\n', [[1, 'a,b', 'c']]],
  'a quoted field at the end of the file with a CR': [
    'a\n"b"\r',
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  'a mark inside of an unquoted field': [
    'a,b\n1,19" screen\n3,4\n',
    [
      [1, 'a', 'b'],
      [2, 1, 'strayQuote'],
      [3, '3', '4'],
    ],
  ],
  'text behind a closing mark': [
    'a,b\n"x"y,2\n3,4\n',
    [
      [1, 'a', 'b'],
      [2, 0, 'strayQuote'],
      [3, '3', '4'],
    ],
  ],
  'a space before the opening mark': [
    'a, "b"\nc,d',
    [
      [1, 1, 'strayQuote'],
      [2, 'c', 'd'],
    ],
  ],
  'a wrong mark on the second line of a record': [
    'a\n"x\ny"z\nb\n',
    [
      [1, 'a'],
      [3, 0, 'strayQuote'],
      [4, 'b'],
    ],
  ],
  'a mark that is never closed': [
    'a,b\n1,"x\n3,4\n',
    [
      [1, 'a', 'b'],
      [2, 1, 'unclosedQuote'],
    ],
  ],
};

for (const [name, [text, expected]] of Object.entries(cases)) {
  test(`CSV: ${name}`, () => assert.deepEqual(short(read(text)), expected));
  test(`CSV, a character at a time: ${name}`, () => {
    assert.deepEqual(short(read(text, { cuts: [...text].map((_, index) => index) })), expected);
  });
}

test('a record beyond the limit ends the reading, with its line and the field that does not end', () => {
  const long = 'x'.repeat(LONGEST + 1);
  for (const text of [`a,b\n1,${long}\n`, `a,b\n1,${long}`, `a,b\n1,"${long}`]) {
    assert.throws(
      () => read(text),
      (error) => error instanceof RecordTooLong && error.line === 2,
      text.slice(0, 10),
    );
  }
  assert.throws(
    () => read(`a,b\n1,"${long}`),
    (error) => error instanceof RecordTooLong && error.field === 1,
  );
});

test('property: what is written as CSV is read back, by its lines, however the text is cut', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r\n', '\t'), maxLength: 6 });
  const record = fc.record({
    fields: fc.array(fc.record({ value: field, isQuoted: fc.boolean() }), { minLength: 1, maxLength: 4 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    emptyLines: fc.nat({ max: 2 }),
  });
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 6 }),
      fc.constantFrom(',', ';', '\t'),
      fc.array(fc.nat(), { maxLength: 5 }),
      (records, delimiter, cuts) => {
        let text = '';
        const expected = records.map(({ fields, lineEnd, emptyLines }) => {
          text += lineEnd.repeat(emptyLines);
          const line = text.split('\n').length;
          const written = fields.map(({ value, isQuoted }) => {
            const mustQuote = isQuoted || value === '' || /["\r\n]/.test(value) || value.includes(delimiter);
            return mustQuote ? `"${value.replaceAll('"', '""')}"` : value;
          });
          text += written.join(delimiter) + lineEnd;
          return [line, ...fields.map(({ value }) => value)];
        });
        assert.deepEqual(short(read(text, { delimiter, cuts })), expected);
      },
    ),
    { numRuns: 300 },
  );
});

test('a record that is no CSV is told as it stands in the text, and nothing of the next', () => {
  const texts = read('a,b\r\n1,x"y\r\n2,"z').flatMap((record) => (record.kind === 'malformed' ? [record.text] : []));
  assert.deepEqual(texts, ['1,x"y', '2,"z']);
});
