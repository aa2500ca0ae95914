import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldFacts } from '#core/facts/fold-facts.ts';
import { FACT_KINDS, factColumns } from '#core/facts/kinds.ts';
import { parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { catalogueOf } from '#text/catalogue.ts';
import { dice } from '#worlds/dice.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { compileCalendar } from '../calendar/calendar.ts';
import { alwaysOpen } from '../calendar/definition.ts';
import { answerFigure } from './answer.ts';
import { arraySource, type TicketFact } from './array-source.ts';
import type { Figure } from './definition.ts';
import { dimensionsOf } from './figure-dimension.ts';
import * as handling from './handling.ts';
import type { FigureQuery } from './query.ts';
import { FIGURES, figureById } from './registry.ts';
import * as serviceLevels from './service-levels.ts';
import { DEFAULT_FIGURE_SETTINGS } from './settings.ts';
import * as times from './times.ts';
import * as volume from './volume.ts';

const desk = randomDesk(31, 250);
const facts = desk.histories.flatMap((events, index): TicketFact[] =>
  foldFacts(events, desk.versions).versions.map((version) => ({ ...version, ticketId: String(index) })),
);

const question: Omit<FigureQuery, 'figure'> = {
  edges: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((date) => parseInstant(`${date}T00:00:00Z`)),
  asOf: parseInstant('2026-05-01T00:00:00Z'),
  split: null,
  where: [],
  settings: DEFAULT_FIGURE_SETTINGS,
  zone: zoneOf('UTC'),
  calendar: compileCalendar(alwaysOpen('UTC')),
};

const ask = (figure: Figure, changes: Partial<FigureQuery> = {}, from: readonly TicketFact[] = facts) =>
  answerFigure({ ...question, figure, ...changes }, arraySource(from));

test('every figure that is defined is in the register', () => {
  const defined = [serviceLevels, times, volume, handling].flatMap((section) => Object.values(section) as Figure[]);
  assert.deepEqual(new Set(FIGURES), new Set(defined));
});

test('every figure has an id of its own', () => {
  assert.equal(new Set(FIGURES.map((figure) => figure.id)).size, FIGURES.length);
  for (const figure of FIGURES) assert.equal(figureById(figure.id), figure);
});

for (const figure of FIGURES) {
  describe(figure.id, () => {
    test('has a name in both languages', () => {
      for (const language of ['de', 'en'] as const) {
        assert.ok((catalogueOf(language) as Record<string, string>)[`figure.${figure.id}`]);
      }
    });

    test('counts facts of a known kind and shows columns that they have', () => {
      assert.ok(FACT_KINDS.includes(figure.of));
      for (const column of [...figure.show, figure.datedBy]) assert.ok(column in factColumns[figure.of], column);
    });

    test('has beside it only frozen figures over facts of the same kind, with a name in both languages', () => {
      for (const one of figure.beside) {
        const { name } = one;
        if (one.kind !== 'oldest') {
          assert.equal(one.figure.of, figure.of);
          assert.ok(Object.isFrozen(one.figure));
        }
        for (const language of ['de', 'en'] as const) {
          assert.ok((catalogueOf(language) as Record<string, string>)[`beside.${name}`]);
        }
      }
    });

    test('says what its value is while facts are immature, and only then', () => {
      assert.equal(figure.bound !== null, figure.immature !== null);
    });

    test('knows open verdicts only of facts that are dated: a stock is what stands', () => {
      assert.ok(figure.basis === 'flow' || (figure.undecided === null && figure.immature === null));
    });

    test('is frozen', () => {
      assert.ok(Object.isFrozen(figure));
    });

    test('says "no data" of an empty world, and zero only where a count is asked for', async () => {
      for (const answer of await ask(figure, {}, [])) {
        const expected = figure.kind === 'count' || figure.kind === 'rate' ? 0 : null;
        const isUndefinedRate = figure.kind === 'rate' && figure.per === 'technician_day';
        assert.equal(answer.value, isUndefinedRate ? null : expected);
        assert.equal(answer.reason, answer.value === null ? 'no_cases' : null);
        assert.equal(answer.n, 0);
      }
    });

    test('does not care in which order facts come', async () => {
      const roll = dice(7);
      const shuffled = [...facts].sort(() => (roll.chance(0.5) ? 1 : -1));
      assert.deepEqual(await ask(figure, {}, shuffled), await ask(figure));
    });

    for (const split of dimensionsOf(figure.of)) {
      test(`split by ${split}, its parts make the whole`, async () => {
        const whole = await ask(figure);
        const parts = await ask(figure, { split });
        for (const total of whole) {
          const own = parts.filter((part) => part.from === total.from);
          const sum = (of: (answer: (typeof own)[number]) => number | null) =>
            own.reduce((all, answer) => all + (of(answer) ?? 0), 0);
          assert.equal(
            sum((a) => a.n),
            total.n,
          );
          assert.equal(
            sum((a) => a.excluded),
            total.excluded,
          );
          assert.equal(
            sum((a) => a.undecided),
            total.undecided,
          );
          assert.equal(
            sum((a) => a.immature),
            total.immature,
          );
          for (const { name, kind } of figure.beside) {
            if (kind !== 'oldest')
              assert.equal(
                sum((a) => a.beside[name]!.n),
                total.beside[name]!.n,
              );
          }
          if (figure.kind === 'share')
            assert.equal(
              sum((a) => a.numerator),
              total.numerator,
            );
        }
      });
    }

    test('filtered by a value, says what its split says of that value', async () => {
      const split = await ask(figure, { split: 'priority' });
      const filtered = await ask(figure, { where: [{ dimension: 'priority', value: '1' }] });
      const ofSplit = split.filter((answer) => answer.split === '1').map((answer) => ({ ...answer, split: null }));
      if (ofSplit.length > 0) assert.deepEqual(filtered, ofSplit);
    });
  });
}
