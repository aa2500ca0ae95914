import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberedSheetName, sheetName } from './sheet-name.ts';

const cases = [
  ['Reopened tickets', 'Reopened tickets'],
  ['Lösungszeit (aktiv)', 'Lösungszeit (aktiv)'],
  ['a:b\\c/d?e*f[g]', 'a b c d e f g'],
  ["'quoted'", 'quoted'],
  ['', 'Table'],
  ['///', 'Table'],
  ['History', 'Table'],
  ['First-contact resolution, gross and net', 'First-contact resolution, gross'],
  [`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
] as const;
for (const [text, name] of cases) {
  test(`the sheet of "${text}" is called "${name}"`, () => assert.equal(sheetName(text), name));
}

test('a number is never cut off', () => {
  assert.equal(numberedSheetName('x'.repeat(40), 12, []), `${'x'.repeat(26)} (12)`);
});

test('no two sheets have one name, whatever the case of its letters', () => {
  assert.equal(numberedSheetName('About', 1, ['about']), 'About (2)');
  assert.equal(numberedSheetName('About', 2, ['about', 'About (2)']), 'About (3)');
});

test('a name always keeps the rules of Excel', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.integer({ min: 1, max: 999 }), (text, number) => {
      const name = numberedSheetName(text, number, []);
      assert.ok(name.length >= 1 && name.length <= 31);
      assert.doesNotMatch(name, /[:\\/?*[\]\p{Cc}]|^'|'$/u);
      assert.ok(name.isWellFormed());
    }),
    { seed: 20_261_123, numRuns: 1000 },
  );
});
