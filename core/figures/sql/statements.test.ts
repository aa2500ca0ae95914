import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { factColumns } from '#core/facts/kinds.ts';
import { columnName, factTable } from '#core/facts/sql-name.ts';
import type { Figure } from '../definition.ts';
import { FACT_TABS } from '../fact-tab.ts';
import { dimensionsOf, type FigureDimension } from '../figure-dimension.ts';
import type { Predicate } from '../predicate.ts';
import { FIGURES } from '../registry.ts';
import { DEFAULT_FIGURE_SETTINGS } from '../settings.ts';
import { factCountSql, factsSql } from './facts-statement.ts';
import { lengthClassesSql } from './length-class.ts';
import { columnSql, literal } from './predicate.ts';
import type { SqlShape, Statement } from './statement.ts';
import { logSumsSql, rankedSql, tallySql, technicianDaysSql, undecidedSql } from './statements.ts';

function shapesOf(figure: Figure): SqlShape[] {
  const dimensions = dimensionsOf(figure.of);
  const splits: (FigureDimension | null)[] = [null, ...dimensions];
  return splits.flatMap((split) =>
    [[], [...dimensions]].flatMap((filters) =>
      [true, false].map((isNow) => ({
        figure,
        split,
        filters,
        isNow,
        periods: isNow ? 12 : 365,
        settings: DEFAULT_FIGURE_SETTINGS,
      })),
    ),
  );
}

function statementsOf(shape: SqlShape): Statement[] {
  const { of } = shape.figure;
  return [
    tallySql(shape),
    ...FACT_TABS.flatMap((kind) => [
      factsSql(shape, { tab: kind === 'left_out' ? { kind, reason: null } : { kind }, isContinued: false }),
      factsSql(shape, { tab: kind === 'left_out' ? { kind, reason: 'spam' } : { kind }, isContinued: true }),
    ]),
    ...[true, false].map((success) => factsSql(shape, { tab: { kind: 'judged', success }, isContinued: success })),
    ...factCountSql(shape),
    undecidedSql(shape),
    shape.figure.kind === 'duration' ? rankedSql(shape) : null,
    shape.figure.kind === 'duration' ? logSumsSql(shape) : null,
    of === 'contact' ? technicianDaysSql(shape) : null,
  ].filter((statement) => statement !== null);
}

/** The texts of a statement. */
function quoted(text: string): string[] {
  return [...text.matchAll(/'((?:[^']|'')*)'/g)].map(([, written]) => written!);
}

/** The texts that a definition itself compares with. */
function textsOf(predicate: Predicate): string[] {
  switch (predicate.op) {
    case 'equals':
      return [predicate.value];
    case 'not':
      return textsOf(predicate.of);
    case 'all':
    case 'any':
      return predicate.of.flatMap(textsOf);
    default:
      return [];
  }
}

function writtenTexts(figure: Figure): Set<string> {
  const predicates = [
    figure.where,
    figure.whereRecorded,
    ...figure.leftOut.map(({ when }) => when),
    ...figure.beside.flatMap((one) => (one.kind === 'part' ? [one.where] : [])),
    ...(figure.undecided ? [figure.undecided] : []),
    ...(figure.immature ? [figure.immature] : []),
    ...(figure.kind === 'share' ? [figure.success] : []),
  ];
  const classes = figure.kind === 'duration' ? (figure.classes ?? []) : [];
  const windows = [...Object.values(DEFAULT_FIGURE_SETTINGS), ...classes].map((seconds) => `${seconds} seconds`);
  return new Set([
    ...predicates.flatMap(textsOf),
    ...figure.leftOut.map(({ reason }) => reason),
    ...windows,
    ...(figure.basis === 'stock' ? quoted(lengthClassesSql('point.at')) : []),
    'not_recorded',
    'infinity',
    // The part of a ticket's texts that a list shows.
    'subject',
    '',
    '{}',
  ]);
}

for (const figure of FIGURES) {
  describe(`statements of ${figure.id}`, () => {
    test('contain no text but that of the definition', () => {
      const known = writtenTexts(figure);
      for (const shape of shapesOf(figure)) {
        for (const { text } of statementsOf(shape)) {
          for (const written of quoted(text)) assert.ok(known.has(written), text);
        }
      }
    });

    test('take every value that a person chose as a parameter', () => {
      for (const shape of shapesOf(figure)) {
        for (const { text, parameters } of statementsOf(shape)) {
          for (const dimension of shape.filters) {
            const position = parameters.indexOf(`filter:${dimension}`);
            assert.ok(position >= 0);
            assert.match(text, new RegExp(`f\\.${dimension} is not distinct from \\$${position + 1}\\b`));
          }
        }
      }
    });

    test('name each parameter they are given, and no other', () => {
      for (const shape of shapesOf(figure)) {
        for (const { text, parameters } of statementsOf(shape)) {
          const named = new Set([...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
          assert.deepEqual(
            [...named].sort(byNumber),
            parameters.map((_, i) => i + 1),
          );
        }
      }
    });

    test('ask for the tenant of every table they read', () => {
      for (const shape of shapesOf(figure)) {
        for (const { text, parameters } of statementsOf(shape)) {
          const tenant = `$${parameters.indexOf('tenant') + 1}::uuid`;
          assert.ok(text.includes(`f.tenant_id = ${tenant}`));
          for (const [, alias] of text.matchAll(/join \w+ as (\w+)\n/g)) {
            const isAsked = [`f.tenant_id`, tenant].some((asked) => text.includes(`${alias}.tenant_id = ${asked}`));
            assert.ok(isAsked, text);
          }
        }
      }
    });

    test('read no column but those of the facts', () => {
      const columns = new Set(Object.keys(factColumns[figure.of]).map(columnName));
      const keys = ['tenant_id', 'ticket_id', 'known_from', 'known_to', 'length_class'];
      for (const shape of shapesOf(figure)) {
        for (const { text } of statementsOf(shape)) {
          assert.ok(text.includes(`${factTable(figure.of)} as f`));
          for (const [, name] of text.matchAll(/\bf\.(\w+)/g))
            assert.ok(columns.has(name!) || keys.includes(name!), text);
        }
      }
    });
  });
}

function byNumber(a: number, b: number): number {
  return a - b;
}

test('a text with quotes in it stays one text', () => {
  assert.equal(literal("'; drop table ticket; --"), "'''; drop table ticket; --'");
});

test('a column is written as the database names it', () => {
  assert.equal(columnSql('secondsAfterContact'), 'f.seconds_after_contact');
});
