import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FIGURES } from '#core/figures/registry.ts';
import { deskEnglish } from '#text/desk-english.ts';
import { deskGerman } from '#text/desk-german.ts';
import { badCount, badFacts } from '#web/features/cockpit/things.ts';
import { atValue, listAddress } from './addresses.ts';
import type { Figure, Row } from './figure-things.ts';

describe('the first button of a figure', () => {
  const row = { n: 10, numerator: 7 } as Row;
  for (const [says, kind, better, count, filter] of [
    ['failures where more is better', 'share', 'higher', 3, { success: 'false' }],
    ['what is counted where less is better', 'share', 'lower', 7, { success: 'true' }],
    ['all where neither is', 'share', 'neutral', 10, {}],
    ['all of what is no share', 'quotient', 'lower', 10, {}],
  ] as const) {
    test(`leads to ${says}, as many as it says`, () => {
      const figure = { kind, better } as Figure;
      assert.deepEqual([badCount(row, figure), badFacts(figure)], [count, filter]);
    });
  }
});

test('a cell is an address: its value replaces the filter of the same dimension, and the split is gone', () => {
  const search = { period: '2026-06', where: ['service=print', 'team=field'], split: 'service' };
  assert.equal(
    listAddress(
      { id: 'reopen_rate_pct' },
      { ...atValue(search, { dimension: 'service', value: 'mail' }), success: 'true' },
    ),
    '/desk/q/reopen_rate_pct?period=2026-06&where=service%3Dmail&where=team%3Dfield&success=true',
  );
});

for (const [language, catalogue] of [
  ['de', deskGerman],
  ['en', deskEnglish],
] as const) {
  test(`every figure that is a fraction has words above and below its line (${language})`, () => {
    const words: Readonly<Record<string, string>> = catalogue;
    for (const { id, kind } of FIGURES) {
      const isFraction = kind !== 'count' && kind !== 'duration';
      const told = [`desk.figure.fraction.${id}`, `desk.figure.fraction.${id}.of`].map(
        (key) => words[key] !== undefined,
      );
      assert.deepEqual(told, [isFraction, isFraction], id);
    }
  });
  test(`every share where one side is better has words for what failed, one and many (${language})`, () => {
    const words: Readonly<Record<string, string>> = catalogue;
    for (const { id, kind, better, of } of FIGURES) {
      if (kind !== 'share' || better === 'neutral') continue;
      const key = `desk.cockpit.failures.${of === 'clock' ? 'clock' : id}`;
      assert.ok(words[`${key}.one`] && words[`${key}.many`], id);
    }
  });
}
