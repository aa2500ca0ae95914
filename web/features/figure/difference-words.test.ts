import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DIFFERENCE_CAUSES } from '#core/figures/difference.ts';
import { wordsIn } from '#web/shell/words.oracle.ts';
import { causeText, differenceSentence } from './difference-words.ts';
import type { Differences, Figure, Row } from './figure-things.ts';

type Summary = NonNullable<Differences['summary']>;
type Group = Summary['groups'][number];

const share = { unit: 'percent', digits: 1 } as Figure;
const cell = { split: null, from: '2026-05-31T22:00:00Z', to: '2026-06-30T22:00:00Z' };
const group = (cause: Group['cause'], facts: number): Group => ({
  ...{ ...cell, change: 'left', cause, facts },
  ...{ counted: -facts, successes: 0, amount: 0, base: 0 },
});
const summary = (before: number, after: number, groups: readonly Group[]): Summary => ({
  rows: [{ ...cell, before: { value: before } as Row, after: { value: after } as Row }],
  groups: [...groups],
});
const told = (given: Summary) =>
  differenceSentence(given, share, { date: '05.07.2026', words: wordsIn('de') }).replaceAll('\u202f', ' ');

describe('why a number is another than it was', () => {
  test('is told by causes, the most frequent first', () => {
    assert.equal(
      told(summary(86.1, 84.9, [group('marked_spam', 3), group('reopened', 9)])),
      '86,1 % am 05.07.2026, heute 84,9 %: 9 Vorgänge wurden wieder geöffnet und 3 Vorgänge wurden als Spam markiert.',
    );
  });

  test('puts together what changed for the same cause in several ways', () => {
    const groups = [group('reopened', 1), { ...group('reopened', 1), change: 'lost' as const }];
    assert.match(told(summary(50, 40, groups)), /: 2 Vorgänge wurden wieder geöffnet\.$/);
  });

  test('names three causes of many, and counts the others', () => {
    const causes = ['reopened', 'waived', 'resolved', 'closed', 'opened'] as const;
    const groups = causes.map((cause, place) => group(cause, 9 - place));
    assert.match(told(summary(50, 40, groups)), /, 7 Vorgänge wurden gelöst und 11 andere Änderungen\.$/);
  });

  test('says that the value is the same although something changed', () => {
    assert.match(told(summary(50, 50, [group('waived', 1)])), /^50,0 % am 05\.07\.2026 und heute, obwohl/);
  });

  test('says that nothing changed', () => {
    assert.equal(told(summary(50, 50, [])), 'Seit dem 05.07.2026 hat sich nichts geändert: 50,0 %.');
  });

  for (const language of ['de', 'en'] as const) {
    test(`has words without holes for every cause (${language})`, () => {
      for (const cause of DIFFERENCE_CAUSES) {
        for (const facts of [1, 2]) assert.match(causeText(cause, facts, wordsIn(language)), /^[^{}]*\d[^{}]*$/);
      }
    });
  }
});
