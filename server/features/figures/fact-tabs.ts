import type { Kysely } from 'kysely';
import { answerFigure, type BesideAnswer, type FigureAnswer } from '#core/figures/answer.ts';
import { besideNamesOf } from '#core/figures/beside.ts';
import type { BesideName } from '#core/figures/definition.ts';
import type { Database } from '#server/database/schema.ts';
import { type FactScope, narrowed } from './fact-scope.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { report } from './report.ts';
import { sourceIn } from './source-in.ts';

/** How many facts stand in each tab of a scope. */
export interface FactTabs {
  readonly counted: number;
  readonly leftOut: number;
  readonly leftOutBy: Readonly<Record<string, number>>;
  readonly undecided: number;
  /** Among the counted. */
  readonly immature: number;
  /** The numbers beside the figure, of the last period. */
  readonly beside: Readonly<Partial<Record<BesideName, BesideAnswer>>>;
  /** How many facts stand behind each of them, in all periods. */
  readonly besideFacts: Readonly<Partial<Record<BesideName, number>>>;
}

/** How many facts stand in each tab: what the figure itself says of the scope. */
export async function factTabs(
  db: Kysely<Database>,
  tenantId: string,
  asked: FactScope & { readonly question: FigureQuestion },
): Promise<FactTabs> {
  return report(db, tenantId, (transaction) => tabsIn(transaction, tenantId, asked));
}

/** The same within the transaction of a report. */
export async function tabsIn(
  transaction: Kysely<Database>,
  tenantId: string,
  { question, ...scope }: FactScope & { readonly question: FigureQuestion },
): Promise<FactTabs> {
  const query = narrowed(queryOf(question), scope);
  if (!query) return NO_FACTS;
  const source = await sourceIn(transaction, tenantId, question);
  const answers = await answerFigure({ ...query, split: null }, source);
  const leftOutBy: Record<string, number> = {};
  for (const { excludedBy } of answers) {
    for (const [reason, facts] of Object.entries(excludedBy)) leftOutBy[reason] = (leftOutBy[reason] ?? 0) + facts;
  }
  const sum = (of: (answer: FigureAnswer) => number): number => answers.reduce((all, answer) => all + of(answer), 0);
  const atEnd = answers.at(-1)!;
  return {
    counted: sum((answer) => answer.n),
    leftOut: sum((answer) => answer.excluded),
    leftOutBy,
    undecided: atEnd.undecided,
    immature: sum((answer) => answer.immature),
    beside: atEnd.beside,
    besideFacts: Object.fromEntries(
      besideNamesOf(query.figure).map((name) => [name, sum((answer) => answer.beside[name]!.n)]),
    ),
  };
}

const NO_FACTS: FactTabs = {
  counted: 0,
  leftOut: 0,
  leftOutBy: {},
  undecided: 0,
  immature: 0,
  beside: {},
  besideFacts: {},
};
