import { CompiledQuery, type Kysely } from 'kysely';
import { answerFigure, type BesideAnswer, type FigureAnswer } from '#core/figures/answer.ts';
import { besideNamesOf } from '#core/figures/beside.ts';
import type { BesideName } from '#core/figures/definition.ts';
import { withRange } from '#core/figures/distribution.ts';
import type { SecondsRange } from '#core/figures/fact-tab.ts';
import type { FigureQuery } from '#core/figures/query.ts';
import { factCountSql } from '#core/figures/sql/facts-statement.ts';
import type { Database } from '#server/database/schema.ts';
import { type FactScope, narrowed } from './fact-scope.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { readLastEventAt, report } from './report.ts';
import { sourceIn } from './source-in.ts';
import { parameterOf, sqlShape } from './sql-source.ts';

/** How many facts stand in each tab of a scope. */
export interface FactTabs {
  readonly counted: number;
  /** Of a share: the counted with success and those without; null for other figures. */
  readonly judged: { readonly met: number; readonly missed: number } | null;
  readonly leftOut: number;
  readonly leftOutBy: Readonly<Record<string, number>>;
  readonly undecided: number;
  /** Among the counted. */
  readonly immature: number;
  /** Counted ones whose duration lies in the range asked for, as the histogram counts them; null without a range. */
  readonly lasting: number | null;
  /** All of them, counted without asking in which tab they stand: counted, left out and undecided must add up to it. */
  readonly total: number;
  /** The numbers beside the figure, of the last period. */
  readonly beside: Readonly<Partial<Record<BesideName, BesideAnswer>>>;
  /** How many facts stand behind each of them, in all periods. */
  readonly besideFacts: Readonly<Partial<Record<BesideName, number>>>;
}

type AskedTabs = FactScope & { readonly question: FigureQuestion; readonly range?: SecondsRange | null };

/** How many facts stand in each tab: what the figure itself says of the scope. */
export async function factTabs(db: Kysely<Database>, tenantId: string, asked: AskedTabs): Promise<FactTabs> {
  return report(db, tenantId, (transaction) => tabsIn(transaction, tenantId, asked));
}

/** The same within the transaction of a report. */
export async function tabsIn(
  transaction: Kysely<Database>,
  tenantId: string,
  { question, range = null, ...scope }: AskedTabs,
): Promise<FactTabs> {
  const query = narrowed(ranged(queryOf(question), range), scope);
  if (!query) return NO_FACTS;
  const source = await sourceIn(transaction, tenantId, question);
  const answers = await answerFigure({ ...query, split: null }, source);
  const leftOutBy: Record<string, number> = {};
  for (const { excludedBy } of answers) {
    for (const [reason, facts] of Object.entries(excludedBy)) leftOutBy[reason] = (leftOutBy[reason] ?? 0) + facts;
  }
  const sum = (of: (answer: FigureAnswer) => number): number => answers.reduce((all, answer) => all + of(answer), 0);
  const atEnd = answers.at(-1)!;
  const counted = sum((answer) => answer.n);
  const met = sum((answer) => answer.numerator ?? 0);
  return {
    counted,
    judged: query.figure.kind === 'share' ? { met, missed: counted - met } : null,
    leftOut: sum((answer) => answer.excluded),
    leftOutBy,
    undecided: atEnd.undecided,
    immature: sum((answer) => answer.immature),
    lasting: range && sum((answer) => answer.duration?.classes?.[0] ?? 0),
    total: await countAll(transaction, tenantId, query),
    beside: atEnd.beside,
    besideFacts: Object.fromEntries(
      besideNamesOf(query.figure).map((name) => [name, sum((answer) => answer.beside[name]!.n)]),
    ),
  };
}

/** A duration tells how many facts lie in the range along with everything else. */
function ranged(query: FigureQuery, range: SecondsRange | null): FigureQuery {
  const { figure } = query;
  return range === null || figure.kind !== 'duration' ? query : { ...query, figure: withRange(figure, range) };
}

async function countAll(transaction: Kysely<Database>, tenantId: string, query: FigureQuery): Promise<number> {
  const shape = sqlShape({ ...query, split: null }, await readLastEventAt(transaction, tenantId));
  let total = 0;
  for (const statement of factCountSql(shape)) {
    if (!statement) continue;
    const values = statement.parameters.map((name) => parameterOf(name, query, { tenant: tenantId }));
    const found = await transaction.executeQuery<{ facts: number }>(CompiledQuery.raw(statement.text, values));
    total += found.rows[0]!.facts;
  }
  return total;
}

const NO_FACTS: FactTabs = {
  counted: 0,
  judged: null,
  leftOut: 0,
  leftOutBy: {},
  undecided: 0,
  immature: 0,
  lasting: null,
  total: 0,
  beside: {},
  besideFacts: {},
};
