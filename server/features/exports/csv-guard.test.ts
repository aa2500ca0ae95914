import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { HOSTILE_TEXTS } from '#tests/hostile-texts.ts';
import { guarded, unguarded } from './csv-guard.ts';

const runs = { seed: 20_261_123, numRuns: 3000 };
/** Texts in which marks, separators and white space are far more frequent than in life. */
const trickyText = fc.string({
  unit: fc.constantFrom(...'=+-@＝＋＠;,|"\'\t\r\n \u00a0\u200b\u0000aä1(😀', '\ud83d'),
  maxLength: 12,
});

describe('a guarded text', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(trickyText, (text) => assert.equal(unguarded(guarded(text)), text)),
      runs,
    );
  });

  test('begins no formula, wherever a reader may let a cell begin', () => {
    const isFormula = (cell: string): boolean => /^[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠]/u.test(cell);
    fc.assert(
      fc.property(trickyText, (text) => {
        const safe = guarded(text);
        for (const cell of [safe, ...safe.split(/[,;\t\r\n]/)]) assert.ok(!isFormula(cell), JSON.stringify(cell));
      }),
      runs,
    );
  });

  test('differs from every other guarded text', () => {
    fc.assert(
      fc.property(trickyText, trickyText, (one, other) => {
        fc.pre(one !== other);
        assert.notEqual(guarded(one), guarded(other));
      }),
      runs,
    );
  });

  for (const text of HOSTILE_TEXTS) {
    test(`is not ${JSON.stringify(text)}`, () => {
      assert.notEqual(guarded(text), text);
      assert.equal(unguarded(guarded(text)), text);
    });
  }

  for (const text of ['', 'Drucker', "'n Abend", 'a = b', '5 - 3', 'Größe: 3 × 4', '😀', 'mail@example.org', 'C-3PO']) {
    test(`is the same where nothing can happen: ${JSON.stringify(text)}`, () => {
      assert.equal(guarded(text), text);
    });
  }

  test('is made in one pass, however many places there are to look at', () => {
    const text = `${'\n'.repeat(500_000)}-1`;
    assert.equal(guarded(text).length, 2 * 500_000 + 3);
    assert.equal(unguarded(guarded(text)), text);
  });

  test('has one apostrophe where the text already had some', () => {
    assert.deepEqual(["'=1", "''=1"].map(guarded), ["''=1", "'''=1"]);
  });
});
