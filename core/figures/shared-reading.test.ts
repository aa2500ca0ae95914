import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomDesk } from '#worlds/random-desk.ts';
import { compileCalendar } from '../calendar/calendar.ts';
import { alwaysOpen } from '../calendar/definition.ts';
import { foldFacts } from '../facts/fold-facts.ts';
import { type Instant, parseInstant, SECONDS_PER_DAY } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { answerFigure } from './answer.ts';
import { arraySource, type TicketFact } from './array-source.ts';
import { chartFigure } from './figure-chart.ts';
import type { FigureQuery } from './query.ts';
import { FIGURES } from './registry.ts';
import { DEFAULT_FIGURE_SETTINGS } from './settings.ts';
import { sharedReading } from './shared-reading.ts';
import type { FigureSource } from './tally.ts';

const desk = randomDesk(17, 150);
const facts = desk.histories.flatMap((events, index): TicketFact[] =>
  foldFacts(events, desk.versions).versions.map((version) => ({ ...version, ticketId: String(index) })),
);
const arrays = arraySource(facts);

const START = parseInstant('2026-01-01T00:00:00Z');
const day = (count: number): Instant => (START + count * SECONDS_PER_DAY) as Instant;
/** Weeks, one of them cut in two, and an edge by which a running period is cut. */
const FINE = [0, 7, 14, 21, 25, 28, 35, 42, 45, 49].map(day);
/** The row of weeks, one of them, two with others between, and two that end in the middle of a week. */
const QUESTIONS: readonly (readonly number[])[] = [
  [0, 7, 14, 21, 28, 35, 42, 49],
  [42, 49],
  [7, 14, 35, 42],
  [21, 25, 42, 45],
];
const AS_OFS = [day(30), day(45), day(400)];

const queryOf = (figure: FigureQuery['figure'], edges: readonly number[], asOf: Instant): FigureQuery => ({
  figure,
  edges: edges.map(day),
  asOf,
  split: null,
  where: [],
  settings: DEFAULT_FIGURE_SETTINGS,
  zone: zoneOf('UTC'),
  calendar: compileCalendar(alwaysOpen('UTC')),
});

/** A source that counts how often it is asked for a tally. */
function counting(source: FigureSource) {
  const asked = { tallies: 0, ranks: 0 };
  const counted: FigureSource = {
    ...source,
    tally: (query) => {
      asked.tallies += 1;
      return source.tally(query);
    },
    ranked: (query, wanted) => {
      asked.ranks += 1;
      return source.ranked(query, wanted);
    },
  };
  return { asked, counted };
}

describe('a shared reading answers what its source would', () => {
  for (const figure of FIGURES) {
    test(figure.id, async () => {
      for (const asOf of AS_OFS) {
        const shared = sharedReading(arrays, FINE);
        for (const edges of QUESTIONS) {
          const query = queryOf(figure, edges, asOf);
          assert.deepEqual(await answerFigure(query, shared), await answerFigure(query, arrays));
          assert.deepEqual(await chartFigure(query, shared), await chartFigure(query, arrays));
        }
      }
    });
  }
});

test('one reading is enough for all questions whose edges are known', async () => {
  const { asked, counted } = counting(arrays);
  const shared = sharedReading(counted, FINE);
  const figure = FIGURES.find(({ id }) => id === 'reopen_rate_pct')!;
  const single = { ...figure, beside: [] };
  for (const edges of QUESTIONS) await answerFigure(queryOf(single, edges, day(400)), shared);
  assert.equal(asked.tallies, 1);
});

test('order statistics of a period are read once', async () => {
  const { asked, counted } = counting(arrays);
  const shared = sharedReading(counted, FINE);
  const figure = FIGURES.find(({ id }) => id === 'resolution_time_minutes')!;
  await answerFigure(queryOf(figure, [0, 7, 14, 21], day(400)), shared);
  await answerFigure(queryOf(figure, [7, 14], day(400)), shared);
  assert.equal(asked.ranks, 1);
});

test('a question with an edge that is not known is asked as it is', async () => {
  const { asked, counted } = counting(arrays);
  const figure = FIGURES.find(({ id }) => id === 'tickets_created_count')!;
  const query = queryOf(figure, [1, 8], day(400));
  const shared = sharedReading(counted, FINE);
  assert.deepEqual(await answerFigure(query, shared), await answerFigure(query, arrays));
  await answerFigure(query, shared);
  assert.equal(asked.tallies, 2);
});
