import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { factColumns } from '#core/facts/kinds.ts';
import type { FigureAnswer } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { askFigure, compareFigure, type FigureQuestion } from '#server/features/figures/index.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { catalogueOf } from '#text/catalogue.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { allFacts } from './all-facts.ts';
import { comparisonTable } from './comparison-table.ts';
import { factsTable } from './facts-table.ts';
import { figureTable } from './figure-table.ts';
import type { Cell, Table } from './table.ts';

const database = await testDatabase();

const question: Omit<FigureQuestion, 'figure'> = {
  edges: ['2026-01-01', '2026-02-01', '2026-03-01'].map((date) => parseInstant(`${date}T00:00:00Z`)),
  asOf: parseInstant('2026-04-01T00:00:00Z'),
  split: 'team',
  where: [],
  zone: zoneOf('Europe/Berlin'),
};

/** Rows as objects by the keys of their columns. */
async function recordsOf({ columns, rows }: Table): Promise<Record<string, Cell>[]> {
  const records: Record<string, Cell>[] = [];
  for await (const row of rows) {
    records.push(Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null])));
  }
  return records;
}

const figureRecords = (answers: readonly FigureAnswer[], figure: Figure): Promise<Record<string, Cell>[]> =>
  recordsOf(figureTable(answers, { ...question, figure }, { language: 'en' }));

function factRecords(asked: FigureQuestion): Promise<Record<string, Cell>[]> {
  return recordsOf(factsTable(allFacts(database.app, defaultTenantId, asked), asked, { language: 'en' }));
}

describe('an exported figure', () => {
  before(() => storeDesk(database, defaultTenantId, randomDesk(99, 400)));

  for (const figure of FIGURES) {
    test(`${figure.id} has every number of every answer, and what it is`, async () => {
      const answers = await askFigure(database.app, defaultTenantId, { ...question, figure });
      const records = await figureRecords(answers, figure);
      assert.equal(records.length, answers.length);
      answers.forEach((answer, index) => {
        const record = records[index]!;
        const { split, from, to, value, n, numerator, denominator, low, high, wide } = answer;
        const { undecided, excluded, immature } = answer;
        assert.partialDeepStrictEqual(record, {
          ...{ from, to, split, value, n, numerator, denominator, low, high, wide, undecided, excluded, immature },
          figure: figure.id,
          as_of: question.asOf,
          definition_version: figure.version,
          time_zone: 'Europe/Berlin',
        });
        assert.equal(record.reason === null, answer.reason === null);
        if (answer.duration) {
          const { mean, p90, longest } = answer.duration;
          assert.partialDeepStrictEqual(record, { mean, p90, longest });
        }
        for (const [reason, count] of Object.entries(answer.excludedBy)) {
          assert.equal(record[`excluded_${reason}`], count);
        }
        for (const [name, beside] of Object.entries(answer.beside)) assert.equal(record[name], beside.value);
      });
    });

    test(`${figure.id} has behind it as many rows as it says`, async () => {
      const asked = { ...question, figure };
      const answers = await askFigure(database.app, defaultTenantId, asked);
      const records = await factRecords(asked);
      const lastTo = question.edges.at(-1);
      const all = (of: (answer: FigureAnswer) => number): number =>
        answers.reduce((sum, answer) => sum + of(answer), 0);
      const undecided = all((answer) => (answer.to === lastTo ? answer.undecided : 0));
      const fates = Map.groupBy(records, ({ fate }): string =>
        fate === 'Undecided'
          ? 'undecided'
          : ['counted', 'success', 'no success'].includes(String(fate))
            ? 'counted'
            : 'leftOut',
      );
      assert.deepEqual(
        ['counted', 'leftOut', 'undecided'].map((fate) => fates.get(fate)?.length ?? 0),
        [all((answer) => answer.n), all((answer) => answer.excluded), undecided],
      );
    });

    test(`${figure.id} has words for all that it shows and may be split by`, () => {
      const words: Readonly<Record<string, string>> = catalogueOf('en');
      const shown = [...figure.show, ...dimensionsOf(figure.of)];
      assert.deepEqual(
        shown.filter((name) => words[`export.column.${name}`] === undefined),
        [],
      );
    });
  }

  test('has the same facts behind it, however many are read at once', async () => {
    const asked = { ...question, figure: FIGURES.find(({ id }) => id === 'resolution_sla_pct')! };
    const all = await Array.fromAsync(allFacts(database.app, defaultTenantId, asked));
    const few = await Array.fromAsync(allFacts(database.app, defaultTenantId, asked, { batch: 7 }));
    assert.ok(all.length > 50);
    assert.deepEqual(few, all);
  });

  test('types the columns of its facts as the facts are', () => {
    const figure = FIGURES.find(({ id }) => id === 'resolution_time_minutes')!;
    const { columns } = factsTable(
      allFacts(database.app, defaultTenantId, { ...question, figure }),
      { ...question, figure },
      { language: 'de' },
    );
    const shown = new Map(columns.map(({ key, type }) => [key, type]));
    assert.equal(factColumns[figure.of].at.type, 'instant');
    assert.deepEqual(
      ['ticket', 'source_key', 'from', 'at', 'working_seconds', 'seconds', 'team'].map((key) => shown.get(key)),
      ['number', 'text', 'instant', 'instant', 'duration', 'duration', 'text'],
    );
  });

  for (const figure of FIGURES) {
    test(`${figure.id} compared with the month before has both values, the change and its verdict`, async () => {
      const { edges, ...rest } = question;
      const compared = await compareFigure(database.app, defaultTenantId, {
        ...rest,
        figure,
        granularity: 'month',
        anchor: edges[1]!,
        comparison: 'previous',
      });
      assert.ok(compared.kind === 'compared');
      const records = await recordsOf(comparisonTable(compared.rows, { ...question, figure }, { language: 'en' }));
      assert.equal(records.length, compared.rows.length);
      compared.rows.forEach((row, index) => {
        const record = records[index]!;
        assert.deepEqual(
          [record.from, record.value, record.reference_from, record.reference_value, record.reference_n],
          [row.current.from, row.current.value, row.reference?.from, row.reference?.value, row.reference?.n],
        );
        assert.deepEqual(
          [record.difference, record.change_pct, record.change_low, record.change_high],
          [row.change?.difference, row.change?.relativePct, row.interval?.low ?? null, row.interval?.high ?? null],
        );
        assert.equal(record.verdict === null, row.verdict === null);
      });
    });
  }

  test('names filters in every row and among its notes', async () => {
    const figure = FIGURES.find(({ id }) => id === 'tickets_created_count')!;
    const asked: FigureQuestion = {
      ...question,
      figure,
      split: null,
      where: [
        { dimension: 'team', value: 'Network' },
        { dimension: 'priority', value: null },
      ],
    };
    const answers = await askFigure(database.app, defaultTenantId, asked);
    const table = figureTable(answers, asked, { language: 'de' });
    const filter = 'team=Network, priority=(keine Angabe)';
    assert.equal(table.notes.find(({ label }) => label === 'Filter')?.value, filter);
    assert.deepEqual(
      (await recordsOf(table)).map((record) => record.filter),
      [filter, filter],
    );
  });

  test('of another client has no rows behind it', async () => {
    const other = '00000000-0000-7000-8000-0000000000ff';
    const asked = { ...question, figure: FIGURES.find(({ id }) => id === 'tickets_created_count')! };
    assert.deepEqual(await recordsOf(factsTable(allFacts(database.app, other, asked), asked, { language: 'en' })), []);
  });
});
