import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursorText, type FactCursor, readCursor } from './fact-cursor.ts';

const cursor: FactCursor = {
  period: 2,
  at: '2026-01-02T06:31:18.000Z',
  ticketId: '0199a000-0000-7000-8000-000000000001',
  factKey: 'opening',
};

test('a cursor is read as it was written', () => {
  assert.deepEqual(readCursor(cursorText(cursor)), cursor);
});

for (const [name, forged] of Object.entries({
  'the year 0': { at: '0000-01-01T00:00:00Z' },
  'a text that cannot be stored': { factKey: 'a\0b' },
  'half a character': { factKey: '\ud800' },
})) {
  test(`a forged cursor with ${name} is none`, () => {
    assert.equal(readCursor(cursorText({ ...cursor, ...forged })), null);
  });
}
