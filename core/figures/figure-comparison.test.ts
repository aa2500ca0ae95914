import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldFacts } from '#core/facts/fold-facts.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { COMPARISONS } from '../periods/comparison.ts';
import { differenceOfProportions } from '../statistics/difference.ts';
import { welchOfLogs } from '../statistics/welch.ts';
import { formatInstant, type Instant, NEVER, parseInstant } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { answerFigure } from './answer.ts';
import { arraySource, type TicketFact } from './array-source.ts';
import type { Figure } from './definition.ts';
import { type ComparisonQuery, compareFigure } from './figure-comparison.ts';
import { FIGURES, figureById } from './registry.ts';
import { DEFAULT_FIGURE_SETTINGS } from './settings.ts';
import type { FigureSource } from './tally.ts';

const desk = randomDesk(77, 500);
const facts = desk.histories.flatMap((events, index): TicketFact[] =>
  foldFacts(events, desk.versions).versions.map((version) => ({ ...version, ticketId: String(index) })),
);
const source = arraySource(facts);
const at = (text: string): Instant => parseInstant(`${text}T00:00:00Z`);

const asked: Omit<ComparisonQuery, 'figure'> = {
  granularity: 'month',
  anchor: at('2026-03-10'),
  comparison: 'previous',
  asOf: at('2026-06-01'),
  split: null,
  where: [],
  settings: DEFAULT_FIGURE_SETTINGS,
  zone: zoneOf('UTC'),
  calendar: desk.versions.calendars.get('office')!,
};

async function compared(figure: Figure, changes: Partial<ComparisonQuery> = {}, of: FigureSource = source) {
  const comparison = await compareFigure({ ...asked, figure, ...changes }, of);
  assert.ok(comparison.kind === 'compared');
  return comparison;
}

const figureOf = (id: string): Figure => figureById(id)!;

/** Resolutions in a month, each so many seconds after the creation of its ticket. */
function solvedIn(month: string, times: readonly number[]): TicketFact[] {
  return times.map((leadSeconds, i): TicketFact => {
    const resolvedAt = (at(month) + 86_400 + i) as Instant;
    const model = facts.find(({ kind }) => kind === 'resolution')!;
    const own = { at: resolvedAt, leadSeconds, excludedAs: null };
    const row = { ...model.row, ...own } as TicketFact['row'];
    return { ...model, row, knownFrom: resolvedAt, knownTo: NEVER, ticketId: `${month}/${i}` };
  });
}

describe('a comparison', () => {
  for (const figure of FIGURES.filter(({ isAgeing }) => !isAgeing)) {
    test(`${figure.id}: both sides are what the figure says of the two months`, async () => {
      const { rows } = await compared(figure, { split: 'team' });
      const edges = [at('2026-02-01'), at('2026-03-01'), at('2026-04-01')];
      const answers = await answerFigure({ ...asked, figure, edges, split: 'team' }, source);
      assert.deepEqual(
        rows.flatMap(({ reference, current }) => [reference, current]),
        answers,
      );
    });
  }

  test('of a share is in points, with the interval of Newcombe', async () => {
    const { rows } = await compared(figureOf('reopen_rate_pct'));
    const { current, reference, change, interval } = rows[0]!;
    const side = ({ numerator, n }: typeof current) => ({ numerator: numerator!, denominator: n });
    const { differencePp, lowPp, highPp, excludesZero } = differenceOfProportions(side(current), side(reference!));
    assert.equal(change!.differenceUnit, 'pp');
    assert.equal(change!.relativePct, null);
    assert.deepEqual(
      [interval!.estimate, interval!.low, interval!.high, interval!.isBeyondChance],
      [differencePp, lowPp, highPp, excludesZero],
    );
  });

  test('of a time has the interval of Welch on logarithms', async () => {
    const february = [4000, 5200, 9000, 700, 3100, 8800];
    const march = [2000, 1200, 3000, 500, 2100];
    const query = { ...asked, figure: figureOf('lead_time_hours') };
    const comparison = await compareFigure(
      query,
      arraySource([...solvedIn('2026-02-01', february), ...solvedIn('2026-03-01', march)]),
    );
    assert.ok(comparison.kind === 'compared');
    const { interval } = comparison.rows[0]!;
    const { ratio, low, high } = welchOfLogs(march, february);
    const expected = [ratio!, low!, high!].map((value) => 100 * (value - 1));
    [interval!.estimate, interval!.low, interval!.high].forEach((value, i) => {
      assert.ok(Math.abs(value! - expected[i]!) < 1e-9);
    });
  });

  test('with last year asks no times of the months between', async () => {
    const asked: Instant[] = [];
    const own = arraySource(
      ['2025-03-01', '2025-08-01', '2026-02-01', '2026-03-01'].flatMap((month) => solvedIn(month, [7200])),
    );
    const watched: FigureSource = {
      ...own,
      ranked: (query, wanted) => {
        asked.push(...wanted.map(({ period }) => query.edges[period]!));
        return own.ranked(query, wanted);
      },
      logSums: (query) => {
        asked.push(...query.edges.slice(0, -1));
        return own.logSums(query);
      },
    };
    const { rows } = await compared(figureOf('lead_time_hours'), { comparison: 'same_last_year' }, watched);
    assert.deepEqual([rows[0]!.reference!.n, rows[0]!.current.n], [1, 1]);
    assert.deepEqual(new Set(asked.map(formatInstant)), new Set(['2025-03-01T00:00:00Z', '2026-03-01T00:00:00Z']));
  });

  test('of complete months of unequal length says a count per working day too', async () => {
    const { rows } = await compared(figureOf('tickets_created_count'));
    const { perWorkingDay, current, reference } = rows[0]!;
    assert.equal(perWorkingDay!.currentDays, 22);
    assert.equal(perWorkingDay!.referenceDays, 20);
    assert.equal(perWorkingDay!.change.current, current.value! / 22);
    assert.equal(perWorkingDay!.change.reference, reference!.value! / 20);
  });

  test('of a month that still runs, of a stock or of a share says nothing per working day', async () => {
    const running = await compared(figureOf('tickets_created_count'), { asOf: at('2026-03-20') });
    assert.equal(running.windows.isPartial, true);
    for (const { rows } of [
      running,
      await compared(figureOf('backlog_open_count')),
      await compared(figureOf('reopen_rate_pct')),
    ]) {
      assert.equal(rows[0]!.perWorkingDay, null);
    }
  });

  test('of what falls with age looks at the reference from the same distance', async () => {
    const unresolved = figureOf('unresolved_rate_pct');
    const asOf = at('2026-04-15');
    const { rows } = await compared(unresolved, { asOf });
    const [then] = await answerFigure(
      { ...asked, figure: unresolved, edges: [at('2026-02-01'), at('2026-03-01')], asOf: at('2026-03-15') },
      source,
    );
    assert.deepEqual(rows[0]!.reference, then);
  });

  test('judges only what chance does not explain, and says which way is better', async () => {
    for (const figure of FIGURES) {
      for (const comparison of COMPARISONS.filter((one) => one !== 'ytd')) {
        const { rows } = await compared(figure, { comparison, split: 'team' });
        for (const { verdict, interval, change } of rows) {
          if (change === null || change.difference === null) assert.equal(verdict, null);
          else if (interval === null && figure.kind !== 'duration') assert.equal(verdict, 'untested');
          else if (interval === null) assert.ok(verdict !== null);
          else if (!interval.isBeyondChance) assert.equal(verdict, 'unclear');
          else if (figure.better === 'neutral') assert.equal(verdict, 'changed');
          else assert.equal(verdict === 'better', interval.isRise === (figure.better === 'higher'));
        }
      }
    }
  });

  test('of times with one of no length compares the intervals of the medians', async () => {
    const verdictOf = async (february: readonly number[], march: readonly number[]) => {
      const query = { ...asked, figure: figureOf('lead_time_hours') };
      const comparison = await compareFigure(
        query,
        arraySource([...solvedIn('2026-02-01', february), ...solvedIn('2026-03-01', march)]),
      );
      assert.ok(comparison.kind === 'compared');
      const { interval, verdict } = comparison.rows[0]!;
      assert.equal(interval, null);
      return verdict;
    };
    const long = [0, 7000, 7100, 7200, 7300, 7400, 7500, 7600];
    const short = [0, 60, 70, 80, 90, 100, 110, 120];
    assert.equal(await verdictOf(long, short), 'unclear');
    const [longer, shorter] = [long, short].map((times) => times.concat(times.slice(1), times.slice(1)));
    assert.equal(await verdictOf(longer!, shorter!), 'better');
    assert.equal(await verdictOf(shorter!, longer!), 'worse');
    assert.equal(await verdictOf([0, 60], [0, 7000]), 'untested');
  });

  test('of a period that has no counterpart has no reference', async () => {
    const leapDay = { granularity: 'day', anchor: at('2028-02-29'), asOf: at('2028-06-01') } as const;
    const { rows, windows } = await compared(figureOf('tickets_created_count'), {
      ...leapDay,
      comparison: 'same_last_year',
    });
    assert.equal(windows.reference, null);
    assert.deepEqual([rows[0]!.reference, rows[0]!.change, rows[0]!.verdict], [null, null, null]);
  });

  test('year to date of anything but years, and of a period that has not begun, is refused', async () => {
    const figure = figureOf('tickets_created_count');
    const refusal = async (changes: Partial<ComparisonQuery>) => {
      const answer = await compareFigure({ ...asked, figure, ...changes }, source);
      return answer.kind === 'refused' ? answer.code : null;
    };
    assert.equal(await refusal({ comparison: 'ytd' }), 'year_to_date_needs_years');
    assert.equal(await refusal({ anchor: at('2026-07-01') }), 'period_not_begun');
    assert.equal(await refusal({ comparison: 'ytd', granularity: 'year' }), null);
  });
});
