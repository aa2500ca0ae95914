import type { Figure } from '#core/figures/definition.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { DEFAULT_FIGURE_SETTINGS } from '#core/figures/settings.ts';
import { factsSql } from '#core/figures/sql/facts-statement.ts';
import type { SqlShape, Statement } from '#core/figures/sql/statement.ts';
import * as statements from '#core/figures/sql/statements.ts';
import type { Generator } from './generator.ts';

/** The SQL of every figure as it reads split by priority, for one team, as of a past instant. */
export const figureSql: readonly Generator[] = FIGURES.map((figure) => ({
  name: `SQL of ${figure.id}`,
  file: `server/database/figures/${figure.id}.sql`,
  produce: () => sqlOf(figure),
}));

function sqlOf(figure: Figure): string {
  const shape: SqlShape = {
    figure,
    split: 'priority',
    filters: ['team'],
    settings: DEFAULT_FIGURE_SETTINGS,
    isNow: false,
    periods: 12,
  };
  const parts: [name: string, statement: Statement | null][] = [
    ['figure', statements.tallySql(shape)],
    ['order statistics', figure.kind === 'duration' ? statements.rankedSql(shape) : null],
    [
      'technician days',
      figure.kind === 'rate' && figure.per === 'technician_day' ? statements.technicianDaysSql(shape) : null,
    ],
    ...figure.beside.flatMap((beside): [string, Statement][] =>
      beside.kind === 'figure'
        ? [[`beside it: ${beside.name}`, statements.tallySql({ ...shape, figure: beside.figure })]]
        : [],
    ),
    ['facts that count', factsSql(shape, { tab: { kind: 'counted' }, isContinued: true })],
  ];
  const header = `-- ${figure.id}: written by "npm run generate" from core/figures, never by hand.\n`;
  return parts.reduce(
    (text, [name, statement]) => (statement ? `${text}\n${sectionOf(name, statement)}` : text),
    header,
  );
}

function sectionOf(name: string, { text, parameters }: Statement): string {
  const numbered = parameters.map((parameter, index) => `$${index + 1} ${parameter}`).join(', ');
  return `-- ${name}: ${numbered}\n${text};\n`;
}
