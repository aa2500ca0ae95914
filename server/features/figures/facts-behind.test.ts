import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { FigureAnswer } from '#core/figures/answer.ts';
import { besideNamesOf } from '#core/figures/beside.ts';
import type { Figure, LeftOutReason } from '#core/figures/definition.ts';
import { withClasses } from '#core/figures/distribution.ts';
import type { FactTab } from '#core/figures/fact-tab.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import { FIGURES, figureById } from '#core/figures/registry.ts';
import { parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { askFigure, type FactBehind, type FactScope, type FigureQuestion, factsBehind, factTabs } from './index.ts';

const database = await testDatabase();

const question: Omit<FigureQuestion, 'figure'> = {
  edges: ['2026-01-01', '2026-02-01', '2026-03-01'].map((date) => parseInstant(`${date}T00:00:00Z`)),
  asOf: parseInstant('2026-03-05T00:00:00Z'),
  split: null,
  where: [],
  zone: zoneOf('Europe/Berlin'),
};

async function allRows(
  asked: FigureQuestion,
  tab: FactTab,
  { limit = 1000, ...scope }: FactScope & { limit?: number },
) {
  const rows: FactBehind[] = [];
  for (let after: string | null = null, pages = 0; pages === 0 || after !== null; pages += 1) {
    const page = await factsBehind(database.app, defaultTenantId, { question: asked, tab, limit, after, ...scope });
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}

/** The numbers of an answer that rows must add up to, each with its tab. */
function tabsOf(answer: FigureAnswer, figure: Figure): [tab: FactTab, facts: number][] {
  return [
    [{ kind: 'all' }, answer.n + answer.excluded],
    [{ kind: 'counted' }, answer.n],
    ...judgedTabsOf(answer, figure),
    [{ kind: 'left_out', reason: null }, answer.excluded],
    [{ kind: 'immature' }, answer.immature],
    [{ kind: 'undecided' }, answer.undecided],
    ...Object.entries(answer.excludedBy).map(([reason, facts]): [FactTab, number] => [
      { kind: 'left_out', reason: reason as LeftOutReason },
      facts,
    ]),
  ];
}

function judgedTabsOf({ n, numerator }: FigureAnswer, figure: Figure): [tab: FactTab, facts: number][] {
  const met = figure.kind === 'share' ? numerator! : 0;
  const missed = figure.kind === 'share' ? n - met : 0;
  return [
    [{ kind: 'judged', success: true }, met],
    [{ kind: 'judged', success: false }, missed],
  ];
}

describe('the facts behind a figure', () => {
  before(() => storeDesk(database, defaultTenantId, randomDesk(99, 300)));

  for (const figure of FIGURES) {
    for (const split of [null, ...dimensionsOf(figure.of)]) {
      test(`${figure.id} by ${split ?? 'nothing'}: rows of each tab are the number in it`, async () => {
        const asked = { ...question, figure, split };
        for (const answer of await askFigure(database.app, defaultTenantId, asked)) {
          const period = question.edges.indexOf(answer.from);
          const scope = { period, ...(split ? { splitValue: answer.split === '(none)' ? null : answer.split } : {}) };
          for (const [tab, facts] of tabsOf(answer, figure)) {
            const rows = await allRows(asked, tab, scope);
            assert.equal(rows.length, facts, JSON.stringify(tab));
            assert.ok(rows.every((row) => row.period === period));
            if (tab.kind === 'counted' && figure.kind === 'share') {
              assert.equal(rows.filter(({ success }) => success).length, answer.numerator);
            }
          }
        }
      });
    }

    test(`${figure.id}: the counts of the tabs are those of the answer`, async () => {
      const asked = { ...question, figure };
      const [first] = await askFigure(database.app, defaultTenantId, asked);
      const tabs = await factTabs(database.app, defaultTenantId, { question: asked, period: 0 });
      const { n, excluded, excludedBy, undecided, immature, beside } = first!;
      const besideFacts = Object.fromEntries(besideNamesOf(figure).map((name) => [name, beside[name]!.n]));
      const expected = {
        counted: n,
        leftOut: excluded,
        leftOutBy: excludedBy,
        undecided,
        immature,
        lasting: null,
        judged: figure.kind === 'share' ? { met: first!.numerator!, missed: n - first!.numerator! } : null,
        total: n + excluded + undecided,
        beside,
        besideFacts,
      };
      assert.deepEqual(tabs, expected);
      assert.ok(tabs.immature <= tabs.counted);
    });

    if (figure.kind === 'duration') {
      test(`${figure.id}: the rows of each range of durations are the class of the histogram`, async () => {
        const classed = withClasses(figure);
        const [first] = await askFigure(database.app, defaultTenantId, { ...question, figure: classed });
        const counts = first!.duration!.classes!;
        for (const [place, atLeast] of classed.classes!.entries()) {
          const range = { atLeast, below: classed.classes![place + 1] ?? null };
          const asked = { ...question, figure };
          const rows = await allRows(asked, { kind: 'lasting', range }, { period: 0 });
          const tabs = await factTabs(database.app, defaultTenantId, { question: asked, period: 0, range });
          assert.deepEqual([rows.length, tabs.lasting], [counts[place], counts[place]], JSON.stringify(range));
        }
        assert.ok(counts.filter((count) => count > 0).length > 1);
      });

      test(`${figure.id}: a range of durations begins with its lower bound and ends before its upper`, async () => {
        const asked = { ...question, figure };
        const counted = await allRows(asked, { kind: 'counted' }, { period: 0 });
        const bound = counted.map(({ seconds }) => seconds!).sort((a, b) => a - b)[Math.floor(counted.length / 2)]!;
        const expected = (isIn: (seconds: number) => boolean) => counted.filter(({ seconds }) => isIn(seconds!)).length;
        const listed = async (atLeast: number, below: number | null) =>
          (await allRows(asked, { kind: 'lasting', range: { atLeast, below } }, { period: 0 })).length;
        assert.deepEqual(
          [await listed(bound, null), await listed(0, bound)],
          [expected((seconds) => seconds >= bound), expected((seconds) => seconds < bound)],
        );
        assert.ok(expected((seconds) => seconds === bound) > 0);
      });
    }

    for (const { name } of figure.beside.filter(({ kind }) => kind !== 'oldest')) {
      test(`${figure.id}: the rows beside it as "${name}" are its number`, async () => {
        const asked = { ...question, figure };
        const [first] = await askFigure(database.app, defaultTenantId, asked);
        const rows = await allRows(asked, { kind: 'counted' }, { period: 0, beside: name });
        assert.equal(rows.length, first!.beside[name]!.n);
      });
    }

    test(`${figure.id}: pages join up to all rows, each once and in order`, async () => {
      const asked = { ...question, figure };
      const whole = await allRows(asked, { kind: 'all' }, {});
      assert.deepEqual(await allRows(asked, { kind: 'all' }, { limit: 7 }), whole);
      const keys = whole.map(({ period, ticket_id, fact_key }) => `${period}/${ticket_id}/${fact_key}`);
      assert.equal(new Set(keys).size, whole.length);
    });
  }

  const created = figureById('tickets_created_count')!;

  test('a value that the filter excludes has no rows', async () => {
    const asked = {
      ...question,
      figure: created,
      split: 'team',
      where: [{ dimension: 'team', value: 'network' }],
    } as const;
    assert.deepEqual(await allRows(asked, { kind: 'all' }, { splitValue: 'desktop' }), []);
    const rows = await allRows(asked, { kind: 'all' }, { splitValue: 'network' });
    assert.ok(rows.length > 0 && rows.every(({ split }) => split === 'network'));
  });

  test('a cursor that is none is refused', async () => {
    const page = { question: { ...question, figure: created }, tab: { kind: 'all' }, limit: 1, after: 'x' } as const;
    await assert.rejects(factsBehind(database.app, defaultTenantId, page), RangeError);
  });

  test('a period that was not asked for is refused', async () => {
    const page = { question: { ...question, figure: created }, tab: { kind: 'all' }, limit: 1, period: 2 } as const;
    await assert.rejects(factsBehind(database.app, defaultTenantId, page), RangeError);
  });
});
