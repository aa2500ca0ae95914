import { CompiledQuery, type Kysely } from 'kysely';
import type { ColumnValue } from '#core/facts/column.ts';
import { answerFigure, type BesideAnswer, type FigureAnswer } from '#core/figures/answer.ts';
import { figureBeside } from '#core/figures/beside.ts';
import type { BesideName } from '#core/figures/definition.ts';
import type { FactTab } from '#core/figures/fact-tab.ts';
import type { FigureQuery } from '#core/figures/query.ts';
import { factsSql } from '#core/figures/sql/facts-statement.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { cursorText, type FactCursor, readCursor } from './fact-cursor.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { readLastEventAt, report } from './report.ts';
import { parameterOf, sqlShape, sqlSource } from './sql-source.ts';

/** Which facts of a question are meant. */
export interface FactScope {
  /** Place of the period among those asked for; left out: all of them. Undecided ones are those at its end. */
  readonly period?: number;
  /** One value of the split, null for "not set"; left out: all of them. */
  readonly splitValue?: string | null;
  /** Facts of the number beside the figure instead of its own. */
  readonly beside?: BesideName;
}

export interface FactPageRequest extends FactScope {
  readonly tab: FactTab;
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string | null;
}

/** A fact behind a figure: its ticket, its fate and the columns that the figure shows. */
export interface FactBehind {
  readonly number: number;
  readonly source_key: string | null;
  readonly ticket_id: string;
  readonly fact_key: string;
  /** Place among the periods asked for. */
  readonly period: number;
  readonly split: string | null;
  /** Why it is left out; null when it counts or is undecided. */
  readonly reason: string | null;
  readonly success: boolean | null;
  readonly seconds: number | null;
  readonly [column: string]: ColumnValue;
}

export interface FactPage {
  readonly rows: readonly FactBehind[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

/** How many facts stand in each tab of a scope. */
export interface FactTabs {
  readonly counted: number;
  readonly leftOut: number;
  readonly leftOutBy: Readonly<Record<string, number>>;
  readonly undecided: number;
  /** Among the counted. */
  readonly immature: number;
  readonly beside: Readonly<Partial<Record<BesideName, BesideAnswer>>>;
}

/**
 * A page of the facts behind a figure in the order of their instants, by a cursor: the thousandth page costs what the
 * first costs. The same FROM and WHERE as the figure, so the rows of a tab are the number in it.
 * @throws RangeError for a cursor that is none.
 */
export async function factsBehind(
  db: Kysely<Database>,
  tenantId: string,
  { question, ...page }: FactPageRequest & { readonly question: FigureQuestion },
): Promise<FactPage> {
  const cursor = page.after ? readCursor(page.after) : null;
  if (page.after && !cursor) throw new RangeError('not a cursor of facts');
  const query = narrowed(queryOf(question), page);
  if (!query) return { rows: [], next: null };
  return report(db, tenantId, async (transaction) => {
    const shape = sqlShape(query, await readLastEventAt(transaction, tenantId));
    const statement = factsSql(shape, { tab: page.tab, isContinued: cursor !== null });
    if (!statement) return { rows: [], next: null };
    const extra = {
      tenant: tenantId,
      limit: page.limit + 1,
      reason: page.tab.kind === 'left_out' ? page.tab.reason : null,
      ...(cursor ? afterParameters(cursor) : {}),
    };
    const values = statement.parameters.map((name) => parameterOf(name, query, extra));
    const found = await transaction.executeQuery<FactBehind>(CompiledQuery.raw(statement.text, values));
    return pageOf(found.rows, page, query);
  });
}

/** How many facts stand in each tab: what the figure itself says of the scope. */
export async function factTabs(
  db: Kysely<Database>,
  tenantId: string,
  { question, ...scope }: FactScope & { readonly question: FigureQuestion },
): Promise<FactTabs> {
  const query = narrowed(queryOf(question), scope);
  if (!query) return NO_FACTS;
  const answers = await report(db, tenantId, async (transaction) => {
    const lastEventAt = await readLastEventAt(transaction, tenantId);
    return answerFigure({ ...query, split: null }, sqlSource(transaction, { tenantId, lastEventAt }));
  });
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
  };
}

const NO_FACTS: FactTabs = { counted: 0, leftOut: 0, leftOutBy: {}, undecided: 0, immature: 0, beside: {} };

/** The query of a scope; null when its split value and the filters exclude each other. */
function narrowed(query: FigureQuery, { period, splitValue, beside }: FactScope): FigureQuery | null {
  const { split, where, edges } = query;
  const figure = beside === undefined ? query.figure : figureBeside(query.figure, beside);
  if (!figure) throw new RangeError(`nothing called ${beside} stands beside ${query.figure.id}`);
  const ownEdges = period === undefined ? edges : edges.slice(period, period + 2);
  if (ownEdges.length < 2) throw new RangeError(`there is no period ${period}`);
  const narrow: FigureQuery = { ...query, figure, edges: ownEdges };
  if (split === null || splitValue === undefined) return narrow;
  const filter = where.find(({ dimension }) => dimension === split);
  if (filter) return filter.value === splitValue ? narrow : null;
  return { ...narrow, where: [...where, { dimension: split, value: splitValue }] };
}

function pageOf(
  found: readonly FactBehind[],
  { limit, period: first = 0 }: FactPageRequest,
  query: FigureQuery,
): FactPage {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  // Undecided facts belong to no period; they are told at the end of the last one.
  const placed = rows.map((row) => ({ ...row, period: first + (row.period ?? query.edges.length - 2) }));
  return { rows: placed, next: last && found.length > limit ? cursorText(cursorOf(last)) : null };
}

function cursorOf({ period, dated, ticket_id, fact_key }: FactBehind): FactCursor {
  return { period: period ?? 0, at: sqlInstant(dated as Instant), ticketId: ticket_id, factKey: fact_key };
}

function afterParameters({ period, at, ticketId, factKey }: FactCursor) {
  return { afterPeriod: period, afterAt: at, afterTicket: ticketId, afterKey: factKey };
}
